import type { PlainDate } from "../calendar.ts";
import { decisionOf, type Decision } from "../decision.ts";
import { decideProvenance, type Provenance, type ProvenanceAnswers, type ProvenanceProblem } from "./provenance.ts";

/** Why a previewed list cannot be taken. */
export type ApplyImportProblem =
  | ProvenanceProblem
  | { readonly code: "IMPORT_APPLIED_ALREADY" }
  | { readonly code: "IMPORT_NAMES_NOT_FOUND" }
  | { readonly code: "IMPORT_HAS_REFUSED_ROWS"; readonly refused: number };

/** The good rows of a list are taken. */
export interface ImportApplied {
  readonly type: "ImportApplied";
  readonly leftOut: number;
  /** Null where nobody was asked: by a script. */
  readonly provenance: Provenance | null;
}

/** How a previewed list is taken. */
export interface ApplyWishes {
  readonly skipRefused: boolean;
  /** What was answered about the list; absent where nobody was asked. */
  readonly provenance?: ProvenanceAnswers | undefined;
}

/** What a list came to. */
export interface ApplyCourse {
  readonly applied: boolean;
  readonly refused: number;
  /** Whether it is known which column holds the names. */
  readonly namesFound: boolean;
  readonly today: PlainDate;
}

/**
 * Decides whether a previewed list may be taken: once, with refused rows only where leaving them out was asked, and by
 * a person only once it is known where the list comes from.
 */
export function decideApplyImport(
  { applied, refused, namesFound, today }: ApplyCourse,
  { skipRefused, provenance }: ApplyWishes,
): Decision<ImportApplied, ApplyImportProblem> {
  const problems: ApplyImportProblem[] = [];
  if (applied) problems.push({ code: "IMPORT_APPLIED_ALREADY" });
  if (!namesFound) problems.push({ code: "IMPORT_NAMES_NOT_FOUND" });
  if (refused > 0 && !skipRefused) problems.push({ code: "IMPORT_HAS_REFUSED_ROWS", refused });
  const answered = provenance === undefined ? undefined : decideProvenance(provenance, today);
  if (answered?.accepted === false) problems.push(...answered.problems);
  return decisionOf(problems, () => {
    return { type: "ImportApplied", leftOut: refused, provenance: answered?.accepted ? answered.change : null };
  });
}
