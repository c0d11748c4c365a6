import { requireAccess } from "#domain/access/decide.ts";
import type { Decision } from "#domain/decision.ts";
import type { Purpose } from "#domain/purpose.ts";
import { weighOtherwise, type WantedTerms, type WeighingProblem } from "#matching/change-terms.ts";
import { withOwn } from "#matching/own-terms.ts";
import { isMeasured, rerank, type Reranked } from "#matching/rerank.ts";
import type { Terms } from "#matching/terms.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { DiscoveryRecord } from "#persistence/discovery-record.ts";
import type { StoredAnswer } from "#persistence/stored-answer.ts";
import { bandText } from "#words/analysis.ts";
import { questionSummary } from "#words/question.ts";
import { globalId } from "./global-id.ts";
import { bandsOf } from "./proposal-pages.ts";
import type { ReadingContext } from "./reading-context.ts";
import { newestTermsVersion, numberedTerms } from "./terms-in-force.ts";

/** Answers looked at, and proposals of each that are told: what a person reads before a decision. */
const RUNS_TOLD = 3;
const PROPOSALS_TOLD = 20;

/** Terms before and after the change that is tried. */
interface Change {
  readonly purpose: Purpose;
  readonly before: Terms;
  readonly after: Terms;
}

type AnsweredRun = DiscoveryRecord & { readonly answer: StoredAnswer };

/** What other weights would make of the latest answers, from their kept parts; nothing is kept, and nothing searched. */
export async function previewTerms(
  ctx: ReadingContext,
  wanted: WantedTerms,
): Promise<Decision<Awaited<ReturnType<typeof previewPage>>, WeighingProblem>> {
  requireAccess(ctx.viewer, "terms.read");
  const newest = await newestTermsVersion(ctx.em);
  const kept = newest ? { ...numberedTerms(newest), shipped: newest.shipped, by: "", at: "" } : undefined;
  const shipped = ctx.reference.terms;
  const weighed = weighOtherwise(wanted, { shipped, kept });
  if (!weighed.accepted) return weighed;
  const before = kept ? withOwn(shipped, kept.own) : shipped;
  const change = { purpose: wanted.purpose as Purpose, before, after: weighed.change };
  return { accepted: true, change: await previewPage(ctx, change) };
}

async function previewPage(ctx: ReadingContext, change: Change) {
  const runs = await latestRuns(ctx, change.purpose);
  const measured = runs.filter(({ answer }) => isWholeMeasured(answer, change));
  const reranked = measured.map((run) => ({ run, rows: rerank(run.answer.proposals, change.purpose, change) }));
  const told = reranked.flatMap(({ rows }) => rows.slice(0, PROPOSALS_TOLD).flatMap(({ after }) => after.members));
  const names = await businessNames(ctx, told);
  return {
    unmeasuredCount: runs.length - measured.length,
    runs: reranked.map(({ run, rows }) => runPage(ctx, run, { rows, names })),
  };
}

/** A part that weighs under either terms has to be among the kept ones. */
function isWholeMeasured({ proposals }: StoredAnswer, { purpose, before, after }: Change): boolean {
  return proposals.every((one) => isMeasured(one, purpose, before) && isMeasured(one, purpose, after));
}

async function latestRuns({ em }: ReadingContext, purpose: Purpose): Promise<AnsweredRun[]> {
  const ids: { id: string }[] = await em.execute(
    `select id from discovery where status = 'DONE' and question ->> 'purpose' = ?
       and json_array_length(answer -> 'proposals') > 0 order by asked_at desc limit ?`,
    [purpose, RUNS_TOLD],
  );
  const where = { id: { $in: ids.map(({ id }) => id) } };
  const found = await em.find(DiscoveryRecord, where, { orderBy: { askedAt: "desc" } });
  return found.filter((run): run is AnsweredRun => run.answer !== null);
}

async function businessNames({ em }: ReadingContext, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const where = { id: { $in: [...new Set(ids)] } };
  const found = await em.find(BusinessRecord, where, { fields: ["name"], filters: { known: false } });
  return new Map(found.map(({ id, name }) => [id, name]));
}

function runPage(
  { language, reference }: ReadingContext,
  { id, question, askedAt }: DiscoveryRecord,
  { rows, names }: { readonly rows: readonly Reranked[]; readonly names: ReadonlyMap<string, string> },
) {
  const scoreOf = ({ place, lower, upper, band }: Reranked["after"]) => {
    return { place, lower, upper, bands: bandsOf(band), bandName: bandText(band, language) };
  };
  return {
    discoveryId: globalId("Discovery", id),
    summary: questionSummary(question, { language, labelOf: reference.labelOf(language) }),
    askedAt,
    proposalCount: rows.length,
    movedCount: rows.filter(({ before, after }) => before.place !== after.place).length,
    bandChangedCount: rows.filter(
      ({ before, after }) => bandText(before.band, language) !== bandText(after.band, language),
    ).length,
    rows: rows.slice(0, PROPOSALS_TOLD).map(({ rank, before, after }) => ({
      ...{ rank, before: scoreOf(before), after: scoreOf(after) },
      members: after.members.map((member) => names.get(member) ?? "?"),
    })),
  };
}
