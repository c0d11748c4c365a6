import { decisionOf, type Decision } from "../decision.ts";

/** Why a previewed list cannot be taken. */
export type ApplyImportProblem =
  { readonly code: "IMPORT_APPLIED_ALREADY" } | { readonly code: "IMPORT_HAS_REFUSED_ROWS"; readonly refused: number };

/** The good rows of a list are taken. */
export interface ImportApplied {
  readonly type: "ImportApplied";
  readonly leftOut: number;
}

/** Decides whether a previewed list may be taken: once, and with refused rows only where leaving them out was asked. */
export function decideApplyImport(
  { applied, refused }: { readonly applied: boolean; readonly refused: number },
  { skipRefused }: { readonly skipRefused: boolean },
): Decision<ImportApplied, ApplyImportProblem> {
  const problems: ApplyImportProblem[] = [];
  if (applied) problems.push({ code: "IMPORT_APPLIED_ALREADY" });
  if (refused > 0 && !skipRefused) problems.push({ code: "IMPORT_HAS_REFUSED_ROWS", refused });
  return decisionOf(problems, () => ({ type: "ImportApplied", leftOut: refused }));
}
