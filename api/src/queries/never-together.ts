import type { EntityManager } from "@mikro-orm/postgresql";
import { decide, requireAccess } from "#domain/access/decide.ts";
import type { PlainDate } from "#domain/calendar.ts";
import { NotFoundError } from "#domain/errors.ts";
import type { Reference } from "#files/seeds/reference.ts";
import type { AnsweringRules } from "#jobs/search-task.ts";
import { NeverTogetherRecord } from "#persistence/never-together-record.ts";
import { findAbsorbing } from "./absorbing-businesses.ts";
import { findBusinessPages } from "./business-pages.ts";
import { globalId } from "./global-id.ts";
import type { ReadingContext } from "./reading-context.ts";

/** By what a question is answered today: the terms, the law, and who must not meet. */
export async function findAnsweringRules(ctx: {
  readonly em: EntityManager;
  readonly reference: Reference;
  today(): PlainDate;
}): Promise<AnsweringRules> {
  const { terms, lawOn } = ctx.reference;
  return { terms, law: lawOn(ctx.today()), neverTogether: await loadPairs(ctx.em) };
}

/** The federation's pairs by the ids of today: of one that turned out to be another, the other's. */
export async function loadPairs(em: EntityManager): Promise<(readonly [string, string])[]> {
  const rows = await em.find(NeverTogetherRecord, { withdrawnAt: null }, { disableIdentityMap: true });
  if (rows.length === 0) return [];
  const absorbing = await findAbsorbing(
    em,
    rows.flatMap(({ businessId, otherId }) => [businessId, otherId]),
  );
  const known = (id: string) => absorbing.get(id) ?? id;
  const pairs = rows.map(({ businessId, otherId }) => [known(businessId), known(otherId)] as const);
  return pairs.filter(([one, other]) => one !== other);
}

/** Every pair of the federation that stands, the newest first. */
export async function listPairs(ctx: ReadingContext) {
  requireAccess(ctx.viewer, "pair.read");
  const order = { orderBy: { notedAt: "desc", id: "desc" }, disableIdentityMap: true } as const;
  return pairPagesOf(ctx, await ctx.em.find(NeverTogetherRecord, { withdrawnAt: null }, order));
}

/** With whom this business must not be brought together; what others wish of it does not stand here. */
export async function listPairsOfBusiness(ctx: ReadingContext, businessId: string) {
  requireAccess(ctx.viewer, "pair.read");
  const order = { orderBy: { notedAt: "desc", id: "desc" }, disableIdentityMap: true } as const;
  return pairPagesOf(ctx, await ctx.em.find(NeverTogetherRecord, { businessId, withdrawnAt: null }, order));
}

/** One pair, withdrawn or not; null where this viewer has none of that id. */
export async function findPairPage(ctx: ReadingContext, id: string) {
  requireAccess(ctx.viewer, "pair.read");
  const pair = await ctx.em.findOne(NeverTogetherRecord, { id }, { disableIdentityMap: true });
  return pair ? ((await pairPagesOf(ctx, [pair]))[0] ?? null) : null;
}

/** A pair among the rows this viewer can see. @throws NotFoundError */
export async function getPair(em: EntityManager, id: string): Promise<NeverTogetherRecord> {
  const pair = await em.findOne(NeverTogetherRecord, { id }, { disableIdentityMap: true });
  if (!pair) throw new NotFoundError("pair");
  return pair;
}

async function pairPagesOf(ctx: ReadingContext, pairs: readonly NeverTogetherRecord[]) {
  const ids = pairs.flatMap(({ businessId, otherId }) => [businessId, otherId]);
  const businesses = await findBusinessPages(ctx, ids);
  return pairs.flatMap(({ id, businessId, otherId, reason, notedBy, notedAt, withdrawnAt, federationCode }) => {
    const [business, other] = [businesses.get(businessId), businesses.get(otherId)];
    if (!business || !other) return [];
    const viewerCanChange = decide(ctx.viewer, "pair.write", { federation: federationCode }) === "allow";
    const isWithdrawn = withdrawnAt !== null;
    return [{ id: globalId("Pair", id), business, other, reason, notedBy, notedAt, isWithdrawn, viewerCanChange }];
  });
}
