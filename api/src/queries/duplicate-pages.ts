import { requireAccess } from "#domain/access/decide.ts";
import type { KeptBusiness } from "#domain/business/compare.ts";
import { compareBusinesses } from "#domain/business/duplicates.ts";
import type { Fact, FactKey } from "#domain/business/facts.ts";
import { inMergeOrder, mergeLines, type MergeLine } from "#domain/business/merge.ts";
import { NotFoundError } from "#domain/errors.ts";
import { BusinessDifferenceRecord, BusinessDuplicateRecord } from "#persistence/business-duplicate-record.ts";
import { duplicateReasonText, duplicateSurenessName } from "#words/duplicate.ts";
import { factSourceName, factText } from "#words/fact.ts";
import { findBusinessPages } from "./business-pages.ts";
import { fieldName } from "./field-name.ts";
import { connectionOf, pageOf, type PageRequest } from "./page.ts";
import type { ReadingContext } from "./reading-context.ts";
import { getTwoBusinesses } from "./stored-pair.ts";

const LIKELY = { $in: ["CERTAIN", "LIKELY"] } as const;

/** The pairs that may be one business, the surest first, as they were found when the businesses were last looked through. */
export async function listDuplicates(ctx: ReadingContext, page: PageRequest) {
  requireAccess(ctx.viewer, "business.merge");
  const found = await ctx.em.findByCursor(BusinessDuplicateRecord, {
    ...pageOf(page, ["number", "uuid", "uuid"]),
    orderBy: { rank: "asc", oneId: "asc", otherId: "asc" },
  });
  const pages = await findBusinessPages(
    ctx,
    found.items.flatMap(({ oneId, otherId }) => [oneId, otherId]),
  );
  const order = await mergeOrders(ctx, found.items);
  const nodes = found.items.map((pair, index) => {
    const [keptId, absorbedId] = order[index] ?? [pair.oneId, pair.otherId];
    const [kept, absorbed] = [pages.get(keptId), pages.get(absorbedId)];
    if (kept === undefined || absorbed === undefined) throw new NotFoundError("business");
    const { sureness, clusterSize } = pair;
    const name = duplicateSurenessName(sureness, ctx.language);
    return { kept, absorbed, sureness, surenessName: name, clusterSize, reasons: reasonPages(ctx, pair.reasons) };
  });
  return { ...connectionOf(found, nodes), likelyCount: await countLikelyDuplicates(ctx) };
}

async function mergeOrders(ctx: ReadingContext, pairs: readonly BusinessDuplicateRecord[]) {
  return Promise.all(
    pairs.map(async ({ oneId, otherId }) => {
      const [kept, absorbed] = inMergeOrder(...(await getTwoBusinesses(ctx.em, [oneId, otherId])));
      return [kept.id, absorbed.id] as const;
    }),
  );
}

/** How many pairs likely are one business. */
export function countLikelyDuplicates(ctx: ReadingContext): Promise<number> {
  requireAccess(ctx.viewer, "business.merge");
  return ctx.em.count(BusinessDuplicateRecord, { sureness: LIKELY });
}

/** The businesses that likely are this one. */
export async function listLikelyDuplicatesOf(ctx: ReadingContext, businessId: string) {
  requireAccess(ctx.viewer, "business.read");
  const pairs = await ctx.em.find(BusinessDuplicateRecord, {
    sureness: LIKELY,
    $or: [{ oneId: businessId }, { otherId: businessId }],
  });
  const ids = pairs.map(({ oneId, otherId }) => (oneId === businessId ? otherId : oneId));
  return [...(await findBusinessPages(ctx, ids)).values()];
}

/** Two businesses side by side, the one that would be kept first. @throws NotFoundError where one of them is not known */
export async function compareTwo(ctx: ReadingContext, ids: readonly [string, string]) {
  requireAccess(ctx.viewer, "business.merge");
  const [kept, absorbed] = await getTwoBusinesses(ctx.em, ids);
  if (kept.removed || absorbed.removed) throw new NotFoundError("business");
  const pages = await findBusinessPages(ctx, ids);
  const [oneId, otherId] = kept.id < absorbed.id ? [kept.id, absorbed.id] : [absorbed.id, kept.id];
  const pair = await ctx.em.findOne(BusinessDuplicateRecord, { oneId, otherId });
  const isDifferent = (await ctx.em.count(BusinessDifferenceRecord, { oneId, otherId })) > 0;
  const [keptPage, absorbedPage] = [pages.get(kept.id), pages.get(absorbed.id)];
  if (keptPage === undefined || absorbedPage === undefined) throw new NotFoundError("business");
  return {
    ...{ kept: keptPage, absorbed: absorbedPage, isDifferent, sureness: pair?.sureness ?? null },
    surenessName: pair ? duplicateSurenessName(pair.sureness, ctx.language) : null,
    reasons: reasonPages(ctx, compareBusinesses(kept, absorbed)),
    lines: mergeLines(kept, absorbed).map((line) => linePage(ctx, line, [kept, absorbed])),
  };
}

function reasonPages(ctx: ReadingContext, reasons: BusinessDuplicateRecord["reasons"]) {
  return reasons.map((reason) => ({
    agreement: REASON_AGREEMENTS[reason.agreement],
    text: duplicateReasonText(reason, ctx.language),
  }));
}

const REASON_AGREEMENTS = { same: "SAME", alike: "ALIKE", differs: "DIFFERS" } as const;

function linePage(
  ctx: ReadingContext,
  { key, suggested }: MergeLine,
  [kept, absorbed]: readonly [KeptBusiness, KeptBusiness],
) {
  return {
    ...{ key, name: fieldName(key, ctx.language), suggested },
    kept: sidePage(ctx, key, kept),
    absorbed: sidePage(ctx, key, absorbed),
  };
}

/** What one of the two tells of a thing; null where nothing is known. */
function sidePage(ctx: ReadingContext, key: MergeLine["key"], { facts, ...identity }: KeptBusiness) {
  if (key === "externalId" || key === "corporateNumber" || key === "name" || key === "nameKana") {
    const text = identity[key];
    return text === undefined ? null : { text, sourceName: null, on: null };
  }
  const fact: Fact<unknown> | undefined = facts[key];
  if (fact === undefined) return null;
  const wording = { language: ctx.language, labelOf: ctx.reference.labelOf(ctx.language) };
  const text = factText(key as FactKey, fact.value as never, wording);
  return { text, sourceName: factSourceName(fact.source, ctx.language), on: fact.on };
}
