import { farthestDam, placeOf } from "#domain/place.ts";
import { matchingQuestionOf, termsOfQuestion } from "#jobs/search-task.ts";
import type { Analysis, Band, ComponentResult } from "#matching/analysis.ts";
import { isUnasked } from "#matching/demand.ts";
import { memberOf } from "#matching/member.ts";
import { askQuestion, type Question } from "#matching/question.ts";
import {
  bestReasons,
  factsToAsk,
  reasonsOf,
  speakingRules,
  tellingReason,
  unmetReasons,
  weakComponents,
} from "#matching/reasons.ts";
import { pairsIn, withoutPairRule } from "#matching/staff-rules.ts";
import { isAskedFor } from "#matching/rule-registry.ts";
import type { RuleResult } from "#matching/rule.ts";
import type { ComponentId } from "#matching/terms.ts";
import type { SnapshotBusiness } from "#matching/snapshot.ts";
import type { AskedQuestion, ProposalWithQuestion, StoredAnswer } from "#persistence/stored-answer.ts";
import { bandText, componentName, reasonText, type AnalysisReader } from "#words/analysis.ts";
import { factToAskText, openComponentText, weaknessText } from "#words/analysis-facts.ts";
import { lawText, ruleText } from "#words/analysis-rules.ts";
import { apartSentence } from "#words/never-together.ts";
import { ruleName } from "#words/rule-name.ts";
import { loadAlreadyThere } from "./already-there.ts";
import { besideScorePage, organisationNumbers } from "./beside-score.ts";
import { findBusinessPages, type BusinessPage } from "./business-pages.ts";
import { globalId } from "./global-id.ts";
import { loadKeyNames } from "./key-names.ts";
import type { ReadingContext } from "./reading-context.ts";
import { loadInputFacts, scoreInputs, type InputFacts } from "./score-inputs.ts";
import { scoreScalePage } from "./score-scale.ts";
import { findAnsweringRules } from "./never-together.ts";
import { loadSnapshot } from "./snapshot.ts";
import { termsTextOf } from "./terms-pages.ts";

/** Weak points and open facts told; the whole list stands with the components. */
const AGAINST_TOLD = 3;
const UNKNOWNS_TOLD = 5;

/** What wording a proposal needs: its members' names and facts as they are now, and the question. */
interface Explaining {
  readonly reader: AnalysisReader;
  readonly businesses: ReadonlyMap<string, BusinessPage>;
  /** What is known of the members today. */
  readonly snapshot: ReadonlyMap<string, SnapshotBusiness>;
  readonly question: Question | undefined;
  /** The facts components rest on; read only when somebody asks for them. */
  readonly inputsOf: (id: ComponentId, members: readonly BusinessPage[]) => Promise<ReturnType<typeof scoreInputs>>;
  readonly beside: (analysis: Analysis, reader: AnalysisReader) => ReturnType<typeof besideScorePage>;
}

/** A proposal as the screens show it. */
export type ProposalPage = ReturnType<typeof proposalPage>;

/** A whole answer, every proposal worded, with the facts it was found by. Members are read once for all. */
export async function answerPage(
  ctx: ReadingContext,
  { question, answer, at }: { readonly question: AskedQuestion; readonly answer: StoredAnswer; readonly at?: Date },
) {
  const explaining = await explain(ctx, question, {
    memberIds: answer.proposals.flatMap(({ members }) => members),
    at,
  });
  const { examined, elapsedMs, cutShort, engine, terms, unplaced } = answer;
  return {
    ...{ businesses: answer.snapshot.businesses, examined, elapsedMs, cutShort, engine, terms },
    termsText: await termsTextOf(ctx, terms),
    unplacedCount: unplaced?.length ?? 0,
    scale: scoreScalePage(termsOfQuestion(question, ctx.reference.terms), ctx.language),
    proposals: answer.proposals.map((proposal) => proposalPage(proposal, proposal.rank, explaining)),
  };
}

/** A group that was handed in and scored. */
export async function scoredProposalPage(
  ctx: ReadingContext,
  { question, scored }: { readonly question: AskedQuestion; readonly scored: Analysis },
): Promise<ProposalPage> {
  return proposalPage(scored, null, await explain(ctx, question, { memberIds: scored.members }));
}

/** Groups put together for one question, in their order. Members are read once for all. */
export async function scoredProposalPages(
  ctx: ReadingContext,
  question: AskedQuestion,
  groups: readonly Analysis[],
): Promise<readonly ProposalPage[]> {
  const explaining = await explain(ctx, question, { memberIds: groups.flatMap(({ members }) => members) });
  return groups.map((group) => proposalPage(group, null, explaining));
}

/** An analysis that was kept: what a group was started with, or a saved proposal. */
export async function groupProposalPage(
  ctx: ReadingContext,
  { question, proposal }: ProposalWithQuestion,
): Promise<ProposalPage> {
  const explaining = await explain(ctx, question, { memberIds: proposal.members });
  return proposalPage(proposal, proposal.rank ?? null, explaining);
}

async function explain(
  ctx: ReadingContext,
  asked: AskedQuestion,
  { memberIds, at }: { readonly memberIds: readonly string[]; readonly at?: Date | undefined },
): Promise<Explaining> {
  const ids = [...new Set(memberIds)];
  const businesses = await findBusinessPages(ctx, ids);
  const snapshot = new Map((await loadSnapshot(ctx.em, { today: ctx.today(), ids })).map((one) => [one.id, one]));
  const municipalities = [...businesses.values()].flatMap(({ municipality }) => municipality ?? []);
  const names = await loadKeyNames(ctx.em, organisationNumbers([...snapshot.values()]));
  const alreadyThere = await loadAlreadyThere(ctx, { memberIds: ids, municipalities });
  const rules = await findAnsweringRules(ctx);
  const question = askQuestion(matchingQuestionOf(asked, rules));
  const reader = {
    language: ctx.language,
    labelOf: ctx.reference.labelOf(ctx.language),
    nameOf: (id: string) => businesses.get(id)?.name ?? "?",
  };
  let inputFacts: Promise<InputFacts> | undefined;
  return {
    inputsOf: async (id, members) =>
      scoreInputs(ctx, { id, members }, await (inputFacts ??= loadInputFacts(ctx, ids, at))),
    ...{ reader, businesses, snapshot, question: question.accepted ? question.change : undefined },
    beside: (analysis, byReader) => {
      const members = knownOf(analysis, snapshot);
      return besideScorePage(ctx, analysis, { asked, reader: byReader, members, alreadyThere, names });
    },
  };
}

function proposalPage(scored: Analysis, rank: number | null, whole: Explaining) {
  // Who must not meet is told apart from the rest: what goes out or is printed has nothing of it.
  const analysis = withoutPairRule(scored);
  const { businesses } = whole;
  const reader = { ...whole.reader, membersTotal: analysis.members.length };
  const { members, lower, upper, coverage, band, components, rules } = analysis;
  const memberPages = members.flatMap((id) => businesses.get(id) ?? []);
  return {
    ...{ rank, lower, upper, coverage },
    members: memberPages,
    farthestMetres: farthestMetres(memberPages),
    bands: bandsOf(band),
    bandName: bandText(band, reader.language),
    components: components.map((component) => componentPage(component, memberPages, { ...whole, reader })),
    rules: rules.map((rule) => rulePage(rule, reader)),
    apart: pairsIn(scored).map(([one, other]) =>
      apartSentence(reader.nameOf(one), reader.nameOf(other), reader.language),
    ),
    reasonsFor: bestReasons(analysis).map((reason) => reasonText(reason, reader)),
    reasonsAgainst: reasonsAgainst(analysis, reader),
    unknowns: unknowns(analysis, { ...whole, reader }),
    ...whole.beside(analysis, reader),
  };
}

/** One band, or the two an interval lies between, as the API names them. */
export function bandsOf(band: Analysis["band"]): Uppercase<Band>[] {
  const bands = (Array.isArray(band) ? band : [band]) as readonly Band[];
  return bands.map((one) => one.toUpperCase() as Uppercase<Band>);
}

function knownOf({ members }: Analysis, snapshot: Explaining["snapshot"]): readonly SnapshotBusiness[] {
  return members.flatMap((id) => snapshot.get(id) ?? []);
}

/** How far apart the two members are that lie farthest apart; null where not two places are known. */
function farthestMetres(members: readonly BusinessPage[]): number | null {
  const farthest = farthestDam(members.flatMap(({ place }) => (place ? [placeOf(place.lat, place.lon)] : [])));
  return farthest === undefined ? null : farthest * 10;
}

function componentPage(
  component: ComponentResult,
  members: readonly BusinessPage[],
  { reader, inputsOf, question }: Pick<Explaining, "reader" | "inputsOf" | "question">,
) {
  const { id, weight, low, high, known } = component;
  const reasons = reasonsOf({ components: [component] });
  const matches = reasons.map((reason) => ({
    memberIds: reason.match.members.map((member) => globalId("Business", member)),
    points: reason.match.points,
    sentence: reasonText(reason, reader),
  }));
  const telling = tellingReason(component);
  const sentence = telling ? reasonText(telling, reader) : "";
  return {
    ...{ id, name: componentName(id, reader.language), weight, low, high, known, matches },
    /** Worded only when asked for: a list of candidates does not show a thousand facts. */
    get inputs() {
      return inputsOf(id, members);
    },
    sentence: sentence || (high > low ? openText(id, question, reader) : weaknessText({ id }, reader.language)),
  };
}

function openText(id: ComponentId, question: Question | undefined, { language }: AnalysisReader): string {
  return openComponentText({ id, isUnasked: question !== undefined && isUnasked(id, question.demand) }, language);
}

function rulePage(rule: RuleResult, reader: AnalysisReader) {
  const law = "law" in rule.evidence ? rule.evidence.law : null;
  return {
    ...{ id: rule.id, name: ruleName(rule.id, reader.language), sentence: ruleText(rule, reader) },
    verdict: rule.verdict.toUpperCase() as Uppercase<RuleResult["verdict"]>,
    law: law ? lawText(law, reader.language) : null,
    isAskedFor: isAskedFor(rule),
  };
}

function reasonsAgainst(analysis: Analysis, reader: AnalysisReader): string[] {
  const speaking = speakingRules(analysis);
  const unmet = unmetReasons(analysis);
  const weak = weakComponents(analysis).filter(({ id }) => unmet.every((reason) => reason.id !== id));
  const [failing, cautions] = [
    speaking.filter(({ verdict }) => verdict === "fail"),
    speaking.filter(({ verdict }) => verdict !== "fail"),
  ];
  return [
    ...failing.map((rule) => ruleText(rule, reader)),
    ...unmet.map((reason) => reasonText(reason, reader)),
    ...cautions.map((rule) => ruleText(rule, reader)),
    ...weak.map((component) => weaknessText(component, reader.language)),
  ].slice(0, AGAINST_TOLD);
}

function unknowns(analysis: Analysis, { question, snapshot, reader }: Explaining): string[] {
  if (!question) return [];
  const group = knownOf(analysis, snapshot).map(memberOf);
  return factsToAsk(analysis, group, question)
    .slice(0, UNKNOWNS_TOLD)
    .map((fact) => factToAskText(fact, reader));
}
