import { decisionOf, type Decision } from "#domain/decision.ts";
import { isPurpose } from "#domain/purpose.ts";
import {
  changesBetween,
  isNothing,
  ownPartOf,
  withOwn,
  type NumberedTerms,
  type OwnTerms,
  type TermsChanges,
} from "./own-terms.ts";
import { readTerms, type TermsProblem } from "./read-terms.ts";
import type { Bands, Terms } from "./terms.ts";

/** Longest reason of a change, in characters. */
export const TERMS_REASON_MAX = 500;

/** A problem of a file of own terms, with the field of a form it belongs to. */
type WithField<Problem> = Problem extends unknown ? Problem & { readonly field: string } : never;

/** Why weights or bands are not taken as they are. */
export type WeighingProblem =
  | WithField<TermsProblem>
  | {
      readonly code: "TERMS_COMPONENT_NOT_WEIGHED";
      readonly field: "weights";
      readonly purpose: string;
      readonly component: string;
    };

/** Why a federation's terms are not changed. */
export type ChangeTermsProblem =
  | WeighingProblem
  | { readonly code: "TERMS_REASON_MISSING"; readonly field: "reason" }
  | { readonly code: "TERMS_REASON_TOO_LONG"; readonly field: "reason"; readonly max: number; readonly length: number }
  | { readonly code: "TERMS_NOTHING_CHANGED"; readonly field: "weights" }
  | { readonly code: "TERMS_NO_SUCH_VERSION"; readonly number: number }
  | { readonly code: "TERMS_CHANGED_MEANWHILE"; readonly number: number; readonly by: string; readonly at: string };

/** Weights of one purpose, and the bands of all, as somebody wants them. */
export interface WantedTerms {
  readonly purpose: string;
  readonly weights: readonly { readonly component: string; readonly weight: number }[];
  readonly bands?: Bands | undefined;
}

/** Own terms as they are kept now, and by whom; absent: the shipped ones have held from the beginning. */
export interface KeptTerms extends NumberedTerms {
  /** The shipped version they were decided on. */
  readonly shipped: string;
  readonly by: string;
  readonly at: string;
}

/** What is shipped and what is kept, and which number the person saw (0: none). */
export interface TermsState {
  readonly shipped: Terms;
  readonly kept: KeptTerms | undefined;
  readonly seen: number;
}

/** A new version of a federation's terms. */
export interface TermsChanged {
  readonly number: number;
  readonly own: OwnTerms;
  readonly changes: TermsChanges;
  readonly reason: string;
}

/** The terms that hold with these weights and bands instead; refused with every problem at its field. */
export function weighOtherwise(
  { purpose, weights, bands }: WantedTerms,
  { shipped, kept }: Pick<TermsState, "shipped" | "kept">,
): Decision<Terms, WeighingProblem> {
  const held = kept ? withOwn(shipped, kept.own) : shipped;
  const given = Object.fromEntries(weights.map(({ component, weight }) => [component, weight]));
  const read = readTerms(JSON.stringify({ weights: { [purpose]: given }, ...(bands ? { bands } : {}) }), held);
  const problems: WeighingProblem[] = read.accepted ? [] : read.problems.map(withField);
  // Nobody could tell beforehand what a component would do that no kept answer has measured.
  if (isPurpose(purpose) && read.accepted) {
    const shown = { ...shipped.purposes[purpose].weights, ...held.purposes[purpose].weights };
    for (const { component, weight } of weights) {
      if (weight > 0 && !(component in shown))
        problems.push({ code: "TERMS_COMPONENT_NOT_WEIGHED", field: "weights", purpose, component });
    }
  }
  return decisionOf(problems, () => (read.accepted ? read.change : held));
}

/** Decides whether a federation's terms become these; reports every problem at once. */
export function decideSaveTerms(
  wanted: WantedTerms,
  state: TermsState,
  reason: string,
): Decision<TermsChanged, ChangeTermsProblem> {
  const weighed = weighOtherwise(wanted, state);
  const problems = [...meanwhile(state), ...(weighed.accepted ? [] : weighed.problems), ...reasonProblems(reason)];
  if (!weighed.accepted) return { accepted: false, problems };
  return changedTo(ownPartOf(weighed.change, state.shipped), state, { reason, problems });
}

/** Decides whether a federation goes back to own terms it had before, or (nothing own) to the shipped ones. */
export function decideRestoreTerms(
  own: OwnTerms,
  state: TermsState,
  reason: string,
): Decision<TermsChanged, ChangeTermsProblem> {
  return changedTo(own, state, { reason, problems: [...meanwhile(state), ...reasonProblems(reason)] });
}

function changedTo(
  own: OwnTerms,
  { shipped, kept }: TermsState,
  { reason, problems }: { readonly reason: string; readonly problems: readonly ChangeTermsProblem[] },
): Decision<TermsChanged, ChangeTermsProblem> {
  const before = kept ? withOwn(shipped, kept.own) : shipped;
  const changes = changesBetween(before, withOwn(shipped, own));
  // The same once more says something where other terms were shipped since: that it was looked at and stays.
  const looksAnew = kept !== undefined && kept.shipped !== shipped.version;
  const idle: ChangeTermsProblem[] =
    isNothing(changes) && !looksAnew ? [{ code: "TERMS_NOTHING_CHANGED", field: "weights" }] : [];
  return decisionOf([...problems, ...idle], () => ({
    ...{ number: (kept?.number ?? 0) + 1, own, changes, reason: reason.trim() },
  }));
}

function meanwhile({ kept, seen }: TermsState): ChangeTermsProblem[] {
  if (!kept || kept.number === seen) return [];
  const { number, by, at } = kept;
  return [{ code: "TERMS_CHANGED_MEANWHILE", number, by, at }];
}

function reasonProblems(reason: string): ChangeTermsProblem[] {
  const length = [...reason.trim()].length;
  if (length === 0) return [{ code: "TERMS_REASON_MISSING", field: "reason" }];
  const max = TERMS_REASON_MAX;
  return length > max ? [{ code: "TERMS_REASON_TOO_LONG", field: "reason", max, length }] : [];
}

function withField(problem: TermsProblem): WeighingProblem {
  switch (problem.code) {
    case "TERMS_BAD_VALUE":
      return { ...problem, field: fieldOfKey(problem.key) };
    case "TERMS_BANDS_CROSSED":
      return { ...problem, field: "bands.strong" };
    default:
      return { ...problem, field: "weights" };
  }
}

/** The field of a form: `w.leader` for the weight of the leader, a band's own key. */
function fieldOfKey(key: string): string {
  const [part, , component] = key.split(".");
  return part === "weights" && component ? `w.${component}` : key;
}
