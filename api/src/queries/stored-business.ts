import type { EntityManager } from "@mikro-orm/postgresql";
import type { KeptBusiness } from "#domain/business/compare.ts";
import type { BusinessState, StateChange } from "#domain/business/history.ts";
import type { ChangedSince, KeyHolder } from "#domain/business/save-business.ts";
import { NotFoundError } from "#domain/errors.ts";
import { BusinessEventRecord } from "#persistence/business-event-record.ts";
import { BusinessRecord } from "#persistence/business-record.ts";

/**
 * A known business as rules look at it, held until the transaction ends: two people who change different things of it
 * at once then do so one after the other.
 * @throws NotFoundError
 */
export async function getBusinessToChange(
  em: EntityManager,
  id: string,
): Promise<{ readonly kept: KeptBusiness; readonly federation: string }> {
  await em.execute("select from business where id = ? for update", [id]);
  const found = await em.findOne(BusinessRecord, { id }, { disableIdentityMap: true });
  if (!found) throw new NotFoundError("business");
  return { kept: { ...stateOf(found), id: found.id, version: found.version }, federation: found.federationCode };
}

/** What is known of a business, as its history compares it. */
export function stateOf(business: BusinessRecord): BusinessState {
  const { name, nameKana, externalId, corporateNumber, facts } = business;
  return {
    ...{ name, facts },
    ...(externalId === null ? {} : { externalId }),
    ...(corporateNumber === null ? {} : { corporateNumber }),
    ...(nameKana === null ? {} : { nameKana }),
  };
}

/** What was changed of a business after the version somebody looked at, each thing with who changed it last. */
export async function findChangesSince(em: EntityManager, id: string, version: number): Promise<ChangedSince[]> {
  const events = await em.find(
    BusinessEventRecord,
    { businessId: id, businessVersion: { $gt: version } },
    { orderBy: { businessVersion: "asc" }, disableIdentityMap: true },
  );
  const byKey = new Map<StateChange["key"], ChangedSince>();
  for (const { changes, actorName } of events) {
    for (const { key } of changes) byKey.set(key, { key, by: actorName });
  }
  return [...byKey.values()];
}

/** Other known businesses that have one of the keys somebody typed. */
export async function findKeyHolders(
  em: EntityManager,
  id: string,
  typed: ReadonlyMap<string, unknown>,
): Promise<KeyHolder[]> {
  const holders: KeyHolder[] = [];
  for (const key of ["externalId", "corporateNumber"] as const) {
    const value = typed.get(key);
    if (typeof value !== "string") continue;
    const holder = await em.findOne(BusinessRecord, { [key]: value, id: { $ne: id } }, { disableIdentityMap: true });
    if (holder) holders.push({ key, name: holder.name });
  }
  return holders;
}

/** Whether a group counts a business in, or another business turned out to be it. */
export async function isUsed(em: EntityManager, id: string): Promise<boolean> {
  const [row] = await em.execute<{ used: boolean }[]>(
    `select exists (select from group_member where business_id = ?)
       or exists (select from business where merged_into = ?) as used`,
    [id, id],
  );
  return row?.used ?? false;
}
