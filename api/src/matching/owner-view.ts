import { jointBusinessesOf, type JointBusinessVocabulary } from "#domain/joint-business.ts";
import type { Analysis, Band } from "./analysis.ts";
import { memberOf } from "./member.ts";
import type { Question } from "./question.ts";
import { factsToAsk, reasonsOf, WEAK_UNDER, type AskedFact, type Reason } from "./reasons.ts";
import type { RuleId, RuleResult } from "./rule.ts";
import type { SnapshotBusiness } from "./snapshot.ts";
import type { ComponentId } from "./terms.ts";

/** How promising a group is to an owner, in three steps: much in common, something in common, still to be found out. */
export type OwnerBand = "much" | "some" | "open";

/** A rule an owner may hear of. Who was wished for, and who must not meet whom, is the staff's alone. */
export type OwnerRule = Exclude<RuleId, "must-have" | "never-together">;

/** What an owner may be told of a group the business is in: its own facts, and nothing of any other member. */
export interface OwnerView {
  readonly band: OwnerBand;
  /** Components that speak for the group and that this business has a part in, the weightiest first; at most two. */
  readonly reasons: readonly ComponentId[];
  /** Facts of its own that nobody knows yet, the most telling first; at most three. */
  readonly open: readonly AskedFact[];
  /** Rules that are still to be looked into; at most one. */
  readonly rules: readonly OwnerRule[];
  /** Issues of its own that others in the group have too. */
  readonly sharedIssues: readonly string[];
  /** Codes of kinds of cooperative business, from the purpose, those issues and its own trade. */
  readonly jointBusinesses: readonly string[];
}

/** With the band's sentence no more than three are told. */
const REASONS_TOLD = 2;
const OPEN_TOLD = 3;
const RULES_TOLD = 1;

/**
 * Whether an owner may be told that a component speaks for a group. Not the leaders: that is the adviser's judgement of
 * a person. Not ties: to someone who knows one other business it would name that one.
 */
const TOLD_TO_OWNERS: Readonly<Record<ComponentId, boolean>> = {
  "shared-need": true,
  complementarity: true,
  coverage: true,
  redundancy: true,
  "area-coverage": true,
  "capacity-fit": true,
  "load-smoothing": true,
  "year-round": true,
  nearness: true,
  leader: false,
  "second-leader": false,
  "size-likeness": true,
  ties: false,
  "low-rivalry": true,
  "useful-distance": true,
  "purchase-overlap": true,
  "group-size": true,
};

/** Not asked for on paper: one is the adviser's judgement, the other speaks of other businesses. */
const NOT_ASKED: readonly AskedFact[] = ["leader", "ties"];

/** What the owner of one member may be told of a group. */
export function ownerViewOf(
  analysis: Analysis,
  own: SnapshotBusiness,
  { question, vocabulary }: { readonly question: Question; readonly vocabulary: JointBusinessVocabulary },
): OwnerView {
  const ownReasons = reasonsOf(analysis).filter(({ match }) => match.points > 0 && match.members.includes(own.id));
  const sharedIssues = ownReasons.flatMap((reason) =>
    reason.id === "shared-need" && reason.match.members.length > 1 ? [reason.match.evidence.issue] : [],
  );
  const cues = { purpose: question.purpose, issues: sharedIssues, trades: [own.industry] };
  return {
    band: ownerBandOf(analysis.band),
    reasons: weightiest(ownReasons.filter(({ id }) => TOLD_TO_OWNERS[id] && !isWeak(id, analysis))),
    open: factsToAsk(analysis, [memberOf(own)], question)
      .filter(({ fact, members }) => members.length > 0 && !NOT_ASKED.includes(fact))
      .slice(0, OPEN_TOLD)
      .map(({ fact }) => fact),
    rules: analysis.rules.flatMap((rule) => openRule(rule, own.id) ?? []).slice(0, RULES_TOLD),
    sharedIssues,
    jointBusinesses: jointBusinessesOf(cues, vocabulary).map(({ kind }) => kind.code),
  };
}

/** A group of which little is known, or in which little speaks for itself, is one still to be found out about. */
function ownerBandOf(band: Analysis["band"]): OwnerBand {
  const BANDS: Readonly<Record<Band, OwnerBand>> = { strong: "much", possible: "some", thin: "open" };
  return typeof band === "string" ? BANDS[band] : "open";
}

/** Whether so little of a component is known to be met that a sentence on it would promise too much. */
function isWeak(id: ComponentId, { components }: Analysis): boolean {
  return components.some((component) => component.id === id && component.low < WEAK_UNDER);
}

function weightiest(reasons: readonly Reason[]): readonly ComponentId[] {
  const gain = ({ weight, match }: Reason) => weight * match.points;
  const ids = reasons.toSorted((a, b) => gain(b) - gain(a)).map(({ id }) => id);
  return [...new Set(ids)].slice(0, REASONS_TOLD);
}

/** A rule the business itself leaves open, or that the group as a whole does; undefined where only others are concerned. */
function openRule(rule: RuleResult, own: string): OwnerRule | undefined {
  switch (rule.id) {
    case "H1":
    case "H5":
      return rule.verdict === "pass" ? undefined : rule.id;
    case "H2": {
      const { overBoth, unknown } = rule.evidence;
      return [...overBoth, ...unknown.map(({ member }) => member)].includes(own) ? rule.id : undefined;
    }
    case "H3": {
      const { outside, unknown, onePrefecture } = rule.evidence;
      const isSpread = (onePrefecture?.prefectures.length ?? 0) > 1;
      return isSpread || [...outside, ...unknown].includes(own) ? rule.id : undefined;
    }
    case "H12":
      return [...rule.evidence.barred, ...rule.evidence.unknown].includes(own) ? rule.id : undefined;
    case "must-have":
    case "never-together":
      return undefined;
  }
}
