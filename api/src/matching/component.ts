import type { EvidenceOf } from "./evidence.ts";
import type { Group, Member } from "./member.ts";
import type { Question } from "./question.ts";
import type { ComponentId } from "./terms.ts";

/** One reason: who, how many points (0 to 1000; 0 where it only illustrates or speaks against), which facts. */
export interface Match<Evidence> {
  readonly members: readonly string[];
  readonly points: number;
  readonly evidence: Evidence;
}

/** How many facts a component would like to know of a group, and how many it knows. */
export interface FactCount {
  readonly known: number;
  readonly all: number;
}

/** One criterion: its reasons, whose points are its score, and what unknown facts could still make of it. */
export interface ScoreComponent<Id extends ComponentId> {
  readonly id: Id;
  /** The reasons; the sum of their points, 0 to 1000, holds whatever the unknown facts turn out to be. */
  readonly matches: (group: Group, question: Question) => readonly Match<EvidenceOf[Id]>[];
  /** The most the sum can become, 0 to 1000, given the sum as it stands. */
  readonly high: (group: Group, question: Question, low: number) => number;
  readonly facts: (group: Group, question: Question) => FactCount;
}

/** The ids of members, in their order. */
export const idsOf = (members: readonly Member[]): readonly string[] => members.map(({ id }) => id);

/** Nothing could be learnt: known in full. */
export const NOTHING_UNKNOWN: FactCount = { known: 0, all: 0 };

/** The question itself is open: known nothing, whatever the members' facts. */
export const OPEN: FactCount = { known: 0, all: 1 };

/** Counts the facts of some columns over all members. */
export function factsOf(group: Group, columns: readonly (keyof Member)[]): FactCount {
  const known = columns.map((column) => group.filter((member) => member[column] !== undefined).length);
  return { known: known.reduce((sum, count) => sum + count, 0), all: group.length * columns.length };
}

/** Counts the facts of a component that looks at pairs: a lone member has none. */
export function pairFacts(group: Group, column: keyof Member): FactCount {
  return group.length < 2 ? NOTHING_UNKNOWN : factsOf(group, [column]);
}

/** Known facts as a permille, rounded down. */
export function knownPermille({ known, all }: FactCount): number {
  return all === 0 ? 1000 : Math.floor((1000 * known) / all);
}

/** Calls back for every pair of members, each once. */
export function forEachPair(group: Group, visit: (a: Member, b: Member) => void): void {
  group.forEach((a, index) => {
    for (let at = index + 1; at < group.length; at += 1) visit(a, group[at] as Member);
  });
}
