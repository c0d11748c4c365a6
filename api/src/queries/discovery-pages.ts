import { requireAccess } from "#domain/access/decide.ts";
import { termsOfQuestion } from "#jobs/search-task.ts";
import type { ComponentId } from "#matching/terms.ts";
import { DiscoveryRecord } from "#persistence/discovery-record.ts";
import type { AskedQuestion, StoredAnswer } from "#persistence/stored-answer.ts";
import { componentName } from "#words/analysis.ts";
import { questionSummary } from "#words/question.ts";
import { purposeName } from "#words/purpose.ts";
import { findBusinessPages } from "./business-pages.ts";
import { faultProblem } from "./fault-problem.ts";
import { globalId } from "./global-id.ts";
import { connectionOf, pageOf, type PageRequest } from "./page.ts";
import type { ReadingContext } from "./reading-context.ts";

/** The questions asked in the viewer's federation, newest first; without their answers. */
export async function listDiscoveries(ctx: ReadingContext, page: PageRequest) {
  requireAccess(ctx.viewer, "discovery.read");
  const found = await ctx.em.findByCursor(DiscoveryRecord, {
    ...pageOf(page, ["moment", "uuid"]),
    orderBy: { askedAt: "desc", id: "desc" },
  });
  const pages = found.items.map((discovery) => discoveryPage(ctx, discovery));
  return connectionOf(found, pages);
}

/** One question with its answer; null where this viewer has none of that id. */
export async function findDiscoveryPage(ctx: ReadingContext, id: string | undefined) {
  requireAccess(ctx.viewer, "discovery.read");
  const discovery = id === undefined ? null : await ctx.em.findOne(DiscoveryRecord, { id });
  return discovery ? discoveryPage(ctx, discovery) : null;
}

function discoveryPage(ctx: ReadingContext, discovery: DiscoveryRecord) {
  const { question, status, progressPermille, askedAt, askedBy, finishedAt, answer, faultId } = discovery;
  const { purpose, membersMin: sizeMin, membersMax: sizeMax, withinKm } = question;
  const labelOf = ctx.reference.labelOf(ctx.language);
  return {
    kind: "Discovery" as const,
    ...{ id: globalId("Discovery", discovery.id), purpose, purposeName: purposeName(purpose, ctx.language) },
    summary: questionSummary(question, { language: ctx.language, labelOf }),
    districts: question.districts.map((code) => ({ code, name: districtName(ctx, code), description: null })),
    ...{ sizeMin, sizeMax, withinKm, demand: demandPage(ctx, question) },
    weights: weightPages(ctx, question),
    ...{ status, progressPermille, askedAt, askedBy, finishedAt },
    proposalCount: answer ? answer.proposals.length : null,
    question,
    stored: answer ? { question, answer, ...readAt(answer, finishedAt) } : null,
    problem: status === "FAILED" ? faultProblem(faultId, ctx.language) : null,
  };
}

/** All that the purpose weighs as shipped, in its order, with the weights the question was asked by. */
function weightPages({ reference, language }: ReadingContext, question: AskedQuestion) {
  const shipped = reference.terms.purposes[question.purpose].weights;
  const { weights } = termsOfQuestion(question, reference.terms).purposes[question.purpose];
  // A question of earlier terms may weigh what none is shipped with any more.
  const ids = Object.keys({ ...shipped, ...weights }) as ComponentId[];
  return ids.map((id) => ({ component: id, name: componentName(id, language), weight: weights[id] ?? 0 }));
}

/** When the businesses were read that an answer was found in. */
function readAt({ elapsedMs }: StoredAnswer, finishedAt: Date | null): { at?: Date } {
  return finishedAt ? { at: new Date(finishedAt.getTime() - elapsedMs) } : {};
}

/** A question in codes, with the businesses it names; those no longer known are left out. */
export async function askedQuestionPage(ctx: ReadingContext, question: AskedQuestion) {
  const { around, mustHave, without, demand = {}, weights } = question;
  const businesses = await findBusinessPages(ctx, [...mustHave, ...without]);
  const named = (ids: readonly string[]) => ids.flatMap((id) => businesses.get(id) ?? []);
  return {
    around: around ? { municipality: around.municipality, km: around.km } : null,
    ...{ with: named(mustHave), without: named(without), ownWeights: weights !== undefined },
    capabilities: (demand.capabilities ?? []).map(([tag, level]) => ({ tag, level })),
    licences: (demand.licences ?? []).map(([kind, area]) => ({ kind, area: area ?? null })),
    areas: (demand.areas ?? []).map(({ municipality }) => municipality),
    unitsPerMonth: demand.unitsPerMonth ? [...demand.unitsPerMonth] : null,
  };
}

function districtName(ctx: ReadingContext, code: string): string {
  return ctx.reference.labelOf(ctx.language)(code.length === 2 ? "prefecture" : "municipality", code);
}

function demandPage(ctx: ReadingContext, { demand }: AskedQuestion) {
  if (!demand) return null;
  const labelOf = ctx.reference.labelOf(ctx.language);
  return {
    capabilities: (demand.capabilities ?? []).map(([code, level]) => {
      return { code, name: labelOf("capability", code), description: "★".repeat(level) };
    }),
    licences: (demand.licences ?? []).map(([code, area]) => {
      return { code, name: labelOf("licence", code), description: area ? districtName(ctx, area) : null };
    }),
    areas: (demand.areas ?? []).map(({ municipality: code }) => ({
      code,
      name: districtName(ctx, code),
      description: null,
    })),
    unitsPerMonth: demand.unitsPerMonth ? [...demand.unitsPerMonth] : null,
  };
}
