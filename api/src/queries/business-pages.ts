import { decide, requireAccess } from "#domain/access/decide.ts";
import { isMarkedClosed } from "#domain/business/closed.ts";
import type { TypedFact } from "#domain/business/read-edit.ts";
import type { BusinessPlace, Fact, Facts, PlaceKnown } from "#domain/business/facts.ts";
import type { Terms } from "#matching/terms.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import type { Wording } from "#words/fact.ts";
import { findAbsorbing } from "./absorbing-businesses.ts";
import { findBusinessIds, type BusinessListRequest } from "./business-list.ts";
import { factPage, factPagesOf, TYPED_FACTS, type FactPage } from "./fact-pages.ts";
import { globalId } from "./global-id.ts";
import { nextQuestionPage, type NextQuestionPage } from "./next-question-page.ts";
import type { PageRequest } from "./page.ts";
import type { ReadingContext } from "./reading-context.ts";
import { sizeTestPage } from "./size-test.ts";
import { termsInForce } from "./terms-in-force.ts";

/** One page of the federation's businesses, found as people type them, filtered and sorted. */
export async function listBusinesses(ctx: ReadingContext, request: BusinessListRequest, page: PageRequest) {
  requireAccess(ctx.viewer, "business.read");
  const found = await findBusinessIds(ctx, request, page);
  const businesses = await ctx.em.find(BusinessRecord, { id: { $in: [...found.ids] } });
  const byId = new Map(businesses.map((business) => [business.id, business]));
  const pageOf = businessPages(ctx);
  const edges = found.ids.flatMap((id, index) => {
    const business = byId.get(id);
    return business ? [{ node: pageOf(business), cursor: found.cursors[index] ?? "" }] : [];
  });
  const { totalCount, hasNextPage, hasPreviousPage } = found;
  const cursors = { startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null };
  return { edges, pageInfo: { hasNextPage, hasPreviousPage, ...cursors }, totalCount };
}

/** One business, or the one it turned out to be; null where this viewer has none of that id. */
export async function findBusinessPage(ctx: ReadingContext, id: string | undefined) {
  requireAccess(ctx.viewer, "business.read");
  if (id === undefined) return null;
  const known = await ctx.em.findOne(BusinessRecord, { id });
  const pageOf = businessPages(ctx);
  if (known) return pageOf(known);
  const now = (await findAbsorbing(ctx.em, [id])).get(id);
  const absorbing = now === undefined ? null : await ctx.em.findOne(BusinessRecord, { id: now });
  return absorbing ? pageOf(absorbing) : null;
}

/** These businesses by id, in one read, also ones no longer known: old answers name them. Ids the viewer cannot see are left out. */
export async function findBusinessPages(
  ctx: ReadingContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, BusinessPage>> {
  requireAccess(ctx.viewer, "business.read");
  const where = { id: { $in: [...new Set(ids)] } };
  const businesses = await ctx.em.find(BusinessRecord, where, { filters: { known: false } });
  const pageOf = businessPages(ctx);
  return new Map(businesses.map((business) => [business.id, pageOf(business)]));
}

/** What the screens show of a business. */
export type BusinessPage = ReturnType<typeof businessPage>;

/** Makes pages of businesses; the terms in force are read once for all, and only where something asks for them. */
function businessPages(ctx: ReadingContext): (business: BusinessRecord) => BusinessPage {
  let inForce: Promise<Terms> | undefined;
  return (business) => businessPage(ctx, business, () => (inForce ??= termsInForce(ctx)));
}

function businessPage(ctx: ReadingContext, business: BusinessRecord, inForce: () => Promise<Terms>) {
  const { name, nameKana, externalId, corporateNumber, facts, version, updatedAt } = business;
  const wording = { language: ctx.language, labelOf: ctx.reference.labelOf(ctx.language) };
  const place = facts.place;
  return {
    kind: "Business" as const,
    ...{ id: globalId("Business", business.id), name, nameKana, externalId, corporateNumber, version, updatedAt },
    musubiNumber: business.id,
    isClosed: isMarkedClosed(facts),
    address: facts.address?.value ?? null,
    phone: facts.phone?.value ?? null,
    municipality: facts.municipality?.value ?? null,
    municipalityName: facts.municipality ? wording.labelOf("municipality", facts.municipality.value) : null,
    industry: facts.industryCode?.value ?? null,
    industryName: industryName(facts, ctx),
    place: place ? pointPage(place) : null,
    places: (facts.places?.value ?? []).map((place) => placePage(place, wording)),
    knownCount: TYPED_FACTS.filter((key) => facts[key] !== undefined).length,
    factCount: TYPED_FACTS.length,
    /** Worded only when asked for: a list of a hundred does not need four thousand sentences. */
    factOf: (key: TypedFact): FactPage => factPage(ctx, facts, key),
    get facts(): FactPage[] {
      return factPagesOf(ctx, facts);
    },
    get sizeTest() {
      return sizeTestPage(ctx, facts);
    },
    get nextQuestion(): Promise<NextQuestionPage | null> {
      return inForce().then((terms) => nextQuestionPage(ctx, facts, terms));
    },
    viewerCanWrite: decide(ctx.viewer, "business.write", { federation: business.federationCode }) === "allow",
  };
}

function placePage(place: BusinessPlace, { labelOf, language }: Wording) {
  const { name, address = null, municipality, licences = [] } = place;
  return {
    ...{ name, address, municipalityName: municipality ? labelOf("municipality", municipality) : null },
    licences: licences.map((kind) => labelOf("licence", kind)).join(language === "ja" ? "、" : ", ") || null,
  };
}

function pointPage({ value: { lat, lon, exactness }, source }: Fact<PlaceKnown>) {
  return { lat, lon, estimated: source === "estimate", exactness: exactness?.toUpperCase() ?? null };
}

function industryName(facts: Facts, ctx: ReadingContext): string | null {
  if (facts.industry) return facts.industry.value;
  return facts.industryCode ? ctx.reference.labelOf(ctx.language)("industry", facts.industryCode.value) : null;
}
