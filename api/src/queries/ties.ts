import { requireAccess } from "#domain/access/decide.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { findAbsorbing } from "./absorbing-businesses.ts";
import { findBusinessPages, type BusinessPage } from "./business-pages.ts";
import type { ReadingContext } from "./reading-context.ts";

/** One a business deals with, as it is noted, and the business that is known under this key or corporate number. */
export interface Tie {
  readonly key: string;
  readonly business: BusinessPage | null;
}

/** Whom a business deals with, in the order they are noted. */
export async function listTies(ctx: ReadingContext, businessId: string): Promise<Tie[]> {
  requireAccess(ctx.viewer, "business.read");
  const business = await ctx.em.findOne(BusinessRecord, { id: businessId });
  const keys = business?.facts.ties?.value ?? [];
  if (keys.length === 0) return [];
  const named = await ctx.em.find(
    BusinessRecord,
    { $or: [{ externalId: { $in: [...keys] } }, { corporateNumber: { $in: [...keys] } }] },
    { filters: { known: false } },
  );
  const absorbing = await findAbsorbing(
    ctx.em,
    named.map(({ id }) => id),
  );
  const idOf = new Map(
    named.flatMap(({ id, externalId, corporateNumber, removedAt }) => {
      const known = removedAt === null ? id : absorbing.get(id);
      return known === undefined ? [] : [externalId, corporateNumber].map((key) => [key, known] as const);
    }),
  );
  const pages = await findBusinessPages(ctx, [...idOf.values()]);
  return keys.map((key) => ({ key, business: pages.get(idOf.get(key) ?? "") ?? null }));
}
