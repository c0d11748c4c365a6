import { randomUUID } from "node:crypto";
import type { MikroORM } from "@mikro-orm/postgresql";
import type { CommandContext } from "#commands/context.ts";
import type { PlainDate } from "#domain/calendar.ts";
import { searchTextOf } from "#domain/business/search-text.ts";
import type { AccountViewer, Role } from "#domain/access/viewer.ts";
import { loadReference, type Reference } from "#files/seeds/reference.ts";
import { actingFor } from "#persistence/acting-for.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import type { Language } from "#words/language.ts";

/** The prefectures of the tests: Kagawa is one's own, Tokushima another's. */
export const KAGAWA = "37";
export const TOKUSHIMA = "36";

/** The day tests happen on, unless they say otherwise. */
export const TODAY = "2026-11-21" as PlainDate;

const reference = loadReference();

/** Everything a command or query is given in a test. */
export type TestContext = CommandContext & { readonly language: Language; readonly reference: Reference };

/** Somebody with a role in a federation, acting on a day. */
export function actingAs(
  orm: MikroORM,
  {
    role = "coordinator",
    federation = KAGAWA,
    today = TODAY,
  }: { role?: Role; federation?: string; today?: string } = {},
): TestContext & { readonly viewer: AccountViewer } {
  const accountId = `00000000-0000-4000-8000-0000000000${federation}`;
  const email = `${role}@${federation}.example`;
  return {
    em: actingFor(orm, { federation }),
    viewer: { kind: "account", accountId, name: `${role} of ${federation}`, email, role, federation },
    now: () => new Date(`${today}T03:00:00Z`),
    today: () => today as PlainDate,
    newId: randomUUID,
    language: "ja",
    reference,
  };
}

/** Businesses of a federation known by name only. @returns their ids in the order of the names */
export async function knownBusinesses(
  orm: MikroORM,
  names: readonly string[],
  federation: string = KAGAWA,
): Promise<string[]> {
  const ids = names.map(() => randomUUID() as string);
  const irrelevantMoment = new Date("2026-11-01T00:00:00Z");
  await actingFor(orm, { federation }).insertMany(
    BusinessRecord,
    names.map((name, index) => ({
      ...{
        id: ids[index] as string,
        federationCode: federation,
        name,
        facts: {},
        searchText: searchTextOf({ name }, {}),
        version: 1,
      },
      ...{ createdAt: irrelevantMoment, updatedAt: irrelevantMoment },
      ...{ externalId: null, corporateNumber: null, nameKana: null, removedAt: null, mergedInto: null },
    })),
  );
  return ids;
}
