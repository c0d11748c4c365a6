import { isInside } from "./industry.ts";
import type { Purpose } from "./purpose.ts";
import type { CooperativeBusinessTerm, IssueTerm } from "./vocabulary.ts";

/** What a group is looked at by: its purpose, the issues its members share, the heaviest first, and their trades. */
export interface JointBusinessCues {
  readonly purpose: Purpose;
  readonly issues: readonly string[];
  /** JSIC codes of the members; undefined where unknown. */
  readonly trades: readonly (string | undefined)[];
}

/** A kind of cooperative business (9条の2) a group points to, and why. */
export interface JointBusiness {
  readonly kind: CooperativeBusinessTerm;
  /** The shared issue it can answer; null where the purpose itself asks for it. */
  readonly issue: string | null;
}

/** The vocabularies the proposals are taken from. */
export interface JointBusinessVocabulary {
  readonly issues: readonly IssueTerm[];
  readonly cooperativeBusinesses: readonly CooperativeBusinessTerm[];
}

/** Proposals told: the first to talk about, and two to choose from. */
const TOLD_MAX = 3;

/** How well a kind suits the members' trades: usual in most of them, bound to none, usual in some, usual in none. */
function fitOf({ usualTrades }: CooperativeBusinessTerm, trades: readonly string[]): number {
  if (usualTrades.length === 0) return 1;
  const inside = trades.filter((trade) => usualTrades.some((usual) => isInside(trade, usual) === "yes")).length;
  if (2 * inside > trades.length) return 2;
  return inside > 0 ? 0 : -1;
}

function answering(issue: string, { kinds, issues, trades }: Lookup): readonly JointBusiness[] {
  const codes = issues.find(({ code }) => code === issue)?.jointBusinesses ?? [];
  return codes
    .flatMap((code) => kinds.find((kind) => kind.code === code) ?? [])
    .map((kind) => ({ kind, issue, fit: trades.length === 0 ? 1 : fitOf(kind, trades) }))
    .filter(({ fit }) => fit >= 0)
    .sort((a, b) => b.fit - a.fit)
    .map(({ kind }) => ({ kind, issue }));
}

interface Lookup {
  readonly kinds: readonly CooperativeBusinessTerm[];
  readonly issues: readonly IssueTerm[];
  readonly trades: readonly string[];
}

/** The first of each list, then the second of each. */
function inTurns<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list.slice(turn, turn + 1))).flat();
}

/**
 * The joint businesses a group points to, at most three: what its purpose asks for, then what can answer its shared
 * issues, the heavier issue first, and of the answers to one issue those usual in most members' trades. A kind usual
 * only in trades none of the members is in is not proposed. It is a start for a talk; nothing is scored by it.
 */
export function jointBusinessesOf(
  { purpose, issues, trades }: JointBusinessCues,
  vocabulary: JointBusinessVocabulary,
): readonly JointBusiness[] {
  const kinds = vocabulary.cooperativeBusinesses;
  const lookup = { kinds, issues: vocabulary.issues, trades: trades.filter((trade) => trade !== undefined) };
  const asked = kinds.filter(({ purposes }) => purposes.includes(purpose)).map((kind) => ({ kind, issue: null }));
  const answers = inTurns(issues.map((issue) => answering(issue, lookup)));
  const all: readonly JointBusiness[] = [...asked, ...answers];
  return all.filter(({ kind }, at) => all.findIndex((one) => one.kind === kind) === at).slice(0, TOLD_MAX);
}
