import type { Purpose } from "#domain/purpose.ts";
import type { Analysis } from "./analysis.ts";
import type { GroupCompletion } from "./complete.ts";
import type { Requirement } from "./demand.ts";
import { ENGINE_VERSION, type SnapshotMark } from "./document.ts";
import { unplacedAreas } from "./missing.ts";
import type { Question } from "./question.ts";
import type { RuleResult } from "./rule.ts";

/** A group with further members as it is given out. */
export type RankedCompletion = { readonly rank: number; readonly added: readonly string[] } & Analysis;

/** Who is missing in a group as one JSON document, its keys in the order they are printed. */
export interface CompletionDocument {
  readonly purpose: Purpose;
  readonly engine: string;
  readonly terms: string;
  readonly snapshot: SnapshotMark;
  /** The group asked about. */
  readonly group: readonly string[];
  /** What it lacks: legal persons (null where no figure is known for its form), requirements, municipalities nobody serves; and those whose place nobody knows. */
  readonly missing: {
    readonly members: number | null;
    readonly requirements: readonly Requirement[];
    readonly areas: readonly string[];
    readonly unplacedAreas: readonly string[];
  };
  /** Rules that fail whoever is added. */
  readonly failing: readonly RuleResult[];
  /** Groups looked at. */
  readonly examined: number;
  readonly elapsedMs: number;
  readonly completions: readonly RankedCompletion[];
}

/** The JSON document of a question of who is missing. */
export function completionDocument(
  question: Question,
  { snapshot, group, elapsedMs }: Pick<CompletionDocument, "snapshot" | "group" | "elapsedMs">,
  { missing, failing, completions, examined }: GroupCompletion,
): CompletionDocument {
  return {
    purpose: question.purpose,
    engine: ENGINE_VERSION,
    terms: question.terms.version,
    snapshot,
    group,
    missing: {
      members: missing.members,
      requirements: missing.wishes.flatMap((wish) => (wish.kind === "requirement" ? [wish.requirement] : [])),
      areas: missing.wishes.flatMap((wish) => (wish.kind === "area" ? [wish.area.municipality] : [])),
      unplacedAreas: unplacedAreas(question),
    },
    failing,
    examined,
    elapsedMs,
    completions: completions.map(({ added, analysis }, index) => ({ rank: index + 1, added, ...analysis })),
  };
}
