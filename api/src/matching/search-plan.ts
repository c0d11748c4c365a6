import { decisionOf, type Decision } from "#domain/decision.ts";
import type { Form } from "#domain/law.ts";
import { damOfKm, type Place } from "#domain/place.ts";
import { groupOf } from "./analysis.ts";
import type { Layout } from "./columns/columns.ts";
import { candidateFinder } from "./columns/find-candidate.ts";
import { layoutOf } from "./columns/layout-writer.ts";
import { idAt, memberAt } from "./columns/member-at.ts";
import { forEachPair } from "./component.ts";
import type { CrewOf } from "./engine/crew.ts";
import { leftOutOf, type LeftOutReason } from "./left-out.ts";
import { apartReason, type ApartReason } from "./meeting.ts";
import type { Member } from "./member.ts";
import type { Question } from "./question.ts";
import type { SnapshotBusiness } from "./snapshot.ts";

/** `quality` tries more starts around the best groups; `fast` is for many businesses. */
export type SearchMode = "fast" | "quality";

/** Businesses up to which a search is thorough unless told otherwise. */
export const QUALITY_BUSINESSES_MAX = 2_000;

/** Proposals given unless told otherwise. */
export const TOP_USUAL = 20;

/** What a searcher may ask beside the question; what is left out is as the terms have it. */
export interface SearchWishes {
  readonly top?: number;
  readonly membersMin?: number;
  readonly membersMax?: number;
  readonly withinKm?: number;
  /** Ids that must not be proposed. */
  readonly without?: readonly string[];
  /** Members lie within so many decametres of a place. It limits the search and is no rule of a group. */
  readonly around?: { readonly place: Place; readonly withinDam: number };
  readonly mode?: SearchMode;
}

/** A search that can be run. */
export interface SearchPlan {
  readonly question: Question;
  readonly top: number;
  readonly membersMin: number;
  readonly membersMax: number;
  /** Greatest distance between two members, in decametres. */
  readonly withinDam: number;
  readonly mode: SearchMode;
  /** What is known of everyone. */
  readonly layout: Layout;
  /** By candidate: 1 where it may be proposed; each of them has a place. */
  readonly isEligible: Uint8Array;
  /** Why a candidate takes no part; undefined where it does. */
  readonly reasonOf: (candidate: number) => LeftOutReason | undefined;
  /** Ids left out only for want of a place. */
  readonly unplaced: readonly string[];
}

/** How far a search is: seeds done of those planned so far, and groups examined. */
export interface SearchProgress {
  readonly done: number;
  readonly total: number;
  readonly examined: number;
}

/** The caller's hand on a running search. */
export interface SearchControl {
  /** Asked between two seeds; a search stopped so says that it was cut short. */
  readonly shouldStop?: () => boolean;
  readonly onProgress?: (progress: SearchProgress) => void;
  /** Groups to examine at most, checked between two seeds. The same budget gives the same proposals. */
  readonly groupsMax?: number;
  /** Who solves the seeds; one thread alone unless told otherwise. It makes no difference to what is found. */
  readonly crewOf?: CrewOf;
}

/** Why a search cannot be run. */
export type SearchProblem =
  | {
      readonly code: "SIZES_OUT_OF_RANGE";
      readonly membersMin: number;
      readonly membersMax: number;
      readonly allowed: number;
    }
  | { readonly code: "FORM_NEEDS_MORE"; readonly form: Form; readonly needed: number; readonly membersMax: number }
  | { readonly code: "BAD_TOP"; readonly top: number }
  | { readonly code: "BAD_DISTANCE"; readonly withinKm: number }
  | { readonly code: "UNKNOWN_BUSINESS"; readonly id: string }
  | { readonly code: "LEFT_OUT"; readonly id: string; readonly reason: LeftOutReason }
  | { readonly code: "ASKED_FOR_TOO_MANY"; readonly count: number; readonly membersMax: number }
  | {
      readonly code: "CANNOT_MEET";
      readonly ids: readonly [string, string];
      readonly reason: ApartReason;
      /** Greatest distance looked at. */
      readonly withinKm: number;
    };

function sizesOf(question: Question, wishes: SearchWishes) {
  const usual = question.terms.purposes[question.purpose];
  const asked = {
    membersMin: wishes.membersMin ?? usual.membersMin,
    membersMax: wishes.membersMax ?? usual.membersMax,
  };
  return { asked, needed: question.law.membersMin[question.form]?.value ?? 1 };
}

/** Sizes, never under what the form needs, and the distance, as they are asked for or else as the terms have them. */
function limitsOf(question: Question, wishes: SearchWishes) {
  const { asked, needed } = sizesOf(question, wishes);
  const usualDam = question.terms.purposes[question.purpose].withinDam;
  return {
    membersMin: Math.max(asked.membersMin, needed),
    membersMax: asked.membersMax,
    withinDam: wishes.withinKm === undefined ? usualDam : damOfKm(wishes.withinKm),
  };
}

function sizeProblems(question: Question, wishes: SearchWishes): SearchProblem[] {
  const { asked, needed } = sizesOf(question, wishes);
  const { membersMax } = asked;
  const allowed = question.terms.membersMaxAllowed;
  const isWhole = [asked.membersMin, membersMax].every(
    (size) => Number.isInteger(size) && size >= 1 && size <= allowed,
  );
  if (!isWhole || asked.membersMin > membersMax) return [{ code: "SIZES_OUT_OF_RANGE", ...asked, allowed }];
  return needed > membersMax ? [{ code: "FORM_NEEDS_MORE", form: question.form, needed, membersMax }] : [];
}

function numberProblems({ top, withinKm }: SearchWishes): SearchProblem[] {
  const problems: SearchProblem[] = [];
  if (top !== undefined && (!Number.isInteger(top) || top < 1)) problems.push({ code: "BAD_TOP", top });
  if (withinKm !== undefined && !(withinKm > 0)) problems.push({ code: "BAD_DISTANCE", withinKm });
  return problems;
}

/** Who is named and not known, or is to be in every group and takes no part in the search. */
function namedProblems(
  { mustHave, neverTogether }: Question,
  { without = [] }: SearchWishes,
  reasonOf: (id: string) => LeftOutReason | "UNKNOWN" | undefined,
): SearchProblem[] {
  const named = new Set([...mustHave, ...neverTogether.flat(), ...without]);
  const unknown = [...named].filter((id) => reasonOf(id) === "UNKNOWN");
  const leftOut = [...new Set(mustHave)].flatMap((id): SearchProblem[] => {
    const reason = reasonOf(id);
    return reason === undefined || reason === "UNKNOWN" ? [] : [{ code: "LEFT_OUT", id, reason }];
  });
  return [...unknown.map((id): SearchProblem => ({ code: "UNKNOWN_BUSINESS", id })), ...leftOut];
}

type Limits = Pick<SearchPlan, "question" | "membersMin" | "membersMax" | "withinDam">;

/** Why those who are to be in every group cannot be in one; not said of sizes or a distance that are refused themselves. */
function togetherProblems(asked: readonly Member[], { question, membersMin, membersMax, withinDam }: Limits) {
  const problems: SearchProblem[] = [];
  if (asked.length > membersMax && membersMin <= membersMax)
    problems.push({ code: "ASKED_FOR_TOO_MANY", count: asked.length, membersMax });
  forEachPair(asked, (a, b) => {
    const reason = apartReason(a, b, { question, withinDam: withinDam > 0 ? withinDam : Infinity });
    if (reason !== undefined)
      problems.push({ code: "CANNOT_MEET", ids: [a.id, b.id], reason, withinKm: withinDam / 100 });
  });
  return problems;
}

/** Decides whether a search can be run, and who takes part in it; every problem is told at once. */
export function planSearch(
  businesses: readonly SnapshotBusiness[],
  question: Question,
  wishes: SearchWishes,
): Decision<SearchPlan, SearchProblem> {
  return planSearchIn(layoutOf(businesses), question, wishes);
}

/** The same of businesses that are laid out already. */
export function planSearchIn(
  layout: Layout,
  question: Question,
  wishes: SearchWishes,
): Decision<SearchPlan, SearchProblem> {
  const find = candidateFinder(layout);
  const without = new Set((wishes.without ?? []).flatMap((id) => find(id) ?? []));
  const leftOut = leftOutOf(layout, question, { without, around: wishes.around });
  const reasonOf = (id: string) => {
    const candidate = find(id);
    return candidate === undefined ? "UNKNOWN" : leftOut.of(candidate);
  };
  const limits = { ...limitsOf(question, wishes), question };
  const asked = [...new Set(question.mustHave)].flatMap((id) => find(id) ?? []).sort((a, b) => a - b);
  const problems = [
    ...sizeProblems(question, wishes),
    ...numberProblems(wishes),
    ...namedProblems(question, wishes, reasonOf),
    ...togetherProblems(groupOf(asked.map((candidate) => memberAt(layout, candidate))), limits),
  ];
  const { count } = layout.columns;
  return decisionOf(problems, () => ({
    ...limits,
    top: wishes.top ?? TOP_USUAL,
    mode: wishes.mode ?? (count <= QUALITY_BUSINESSES_MAX ? "quality" : "fast"),
    layout,
    isEligible: leftOut.isEligible,
    reasonOf: leftOut.of,
    unplaced: leftOut.unplaced.map((candidate) => idAt(layout.words, candidate)),
  }));
}

/** Everyone who may be proposed, in the order of their ids. */
export function eligibleOf({ layout, isEligible }: SearchPlan): readonly Member[] {
  const members: Member[] = [];
  isEligible.forEach((may, candidate) => {
    if (may === 1) members.push(memberAt(layout, candidate));
  });
  return groupOf(members);
}
