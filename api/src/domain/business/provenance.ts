import type { PlainDate } from "../calendar.ts";
import { decisionOf, type Decision } from "../decision.ts";
import type { FactSource } from "./facts.ts";

/** Where a list comes from. */
export const LIST_ORIGINS = [
  /** A register of members, of a cooperative or of the federation. */
  "MEMBERS",
  /** What advisers wrote down of the businesses they look after. */
  "CONSULTATIONS",
  /** A public register: permits, corporate numbers. */
  "REGISTER",
  /** What businesses answered themselves. */
  "SURVEY",
  "OTHER",
] as const;
/** One of them. */
export type ListOrigin = (typeof LIST_ORIGINS)[number];

/** What a list may be used for: to look for groups, to get in touch with the businesses in it. */
export const LIST_USES = ["MATCHING", "CONTACT"] as const;
/** One of them. */
export type ListUse = (typeof LIST_USES)[number];

/**
 * Whether the persons in a list agreed to its being handed to the federation, as far as the provider knows (Act on the
 * Protection of Personal Information, article 27).
 */
export const HAND_ON_ANSWERS = ["YES", "NO", "UNKNOWN"] as const;
/** One of them. */
export type HandOnAnswer = (typeof HAND_ON_ANSWERS)[number];

/** Where a list comes from and what it may be used for, asked once for each file. */
export interface Provenance {
  readonly origin: ListOrigin;
  /** What the list is called: it is told as the source of every fact. */
  readonly name: string;
  readonly uses: readonly ListUse[];
  readonly handOn: HandOnAnswer;
  /** The day the list is as of; absent: the day it is taken. */
  readonly asOf?: PlainDate;
}

/** Answers as they come in: each may still be missing. */
export interface ProvenanceAnswers {
  readonly origin?: ListOrigin | undefined;
  readonly name?: string | undefined;
  readonly uses?: readonly ListUse[] | undefined;
  readonly handOn?: HandOnAnswer | undefined;
  readonly asOf?: PlainDate | undefined;
}

/** Longest name of a list, in characters: it stands beside every fact. */
export const LIST_NAME_CHARACTERS_MAX = 100;

/** What is still to be answered about a list. */
export type ProvenanceProblem =
  | { readonly code: "PROVENANCE_ORIGIN_MISSING"; readonly field: "origin" }
  | { readonly code: "PROVENANCE_NAME_MISSING"; readonly field: "name" }
  | { readonly code: "PROVENANCE_NAME_TOO_LONG"; readonly field: "name"; readonly length: number; readonly max: number }
  | { readonly code: "PROVENANCE_DAY_IN_FUTURE"; readonly field: "asOf"; readonly today: PlainDate }
  | { readonly code: "PROVENANCE_USES_MISSING"; readonly field: "uses" }
  | { readonly code: "PROVENANCE_HAND_ON_MISSING"; readonly field: "handOn" };

/** Takes the answers about a list, or says everything that is still to be answered. */
export function decideProvenance(
  answers: ProvenanceAnswers,
  today: PlainDate,
): Decision<Provenance, ProvenanceProblem> {
  const { origin, uses = [], handOn, asOf } = answers;
  const name = (answers.name ?? "").trim();
  const problems: ProvenanceProblem[] = [];
  if (origin === undefined) problems.push({ code: "PROVENANCE_ORIGIN_MISSING", field: "origin" });
  if (name === "") problems.push({ code: "PROVENANCE_NAME_MISSING", field: "name" });
  const length = [...name].length;
  if (length > LIST_NAME_CHARACTERS_MAX) {
    problems.push({ code: "PROVENANCE_NAME_TOO_LONG", field: "name", length, max: LIST_NAME_CHARACTERS_MAX });
  }
  if (asOf !== undefined && asOf > today) problems.push({ code: "PROVENANCE_DAY_IN_FUTURE", field: "asOf", today });
  if (uses.length === 0) problems.push({ code: "PROVENANCE_USES_MISSING", field: "uses" });
  if (handOn === undefined) problems.push({ code: "PROVENANCE_HAND_ON_MISSING", field: "handOn" });
  if (origin === undefined || handOn === undefined) return { accepted: false, problems };
  return decisionOf(problems, () => ({
    ...{ origin, name, uses: LIST_USES.filter((use) => uses.includes(use)), handOn },
    ...(asOf === undefined ? {} : { asOf }),
  }));
}

const SOURCES: Readonly<Record<ListOrigin, FactSource>> = {
  MEMBERS: "list",
  CONSULTATIONS: "adviser",
  REGISTER: "register",
  SURVEY: "owner",
  OTHER: "list",
};

/** Who says what a list says: a public register, the owners themselves, the advisers, or just a list. */
export function sourceOfList(provenance: Pick<Provenance, "origin" | "name"> | null): {
  readonly source: FactSource;
  readonly by?: string;
} {
  return provenance === null ? { source: "list" } : { source: SOURCES[provenance.origin], by: provenance.name };
}
