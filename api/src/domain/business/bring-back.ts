import { decisionOf, type Decision } from "../decision.ts";

/** Why rows that were set aside cannot be asked for. */
export type BringBackProblem = { readonly code: "IMPORT_APPLIED_ALREADY" };

/** These rows are taken although they were set aside, and no others. */
export interface RowsBroughtBack {
  readonly type: "RowsBroughtBack";
  readonly broughtBack: readonly string[];
}

/** Decides which of the rows on offer are taken all the same: before the list is, and only what it sets aside. */
export function decideBringBack(
  { applied, offered }: { readonly applied: boolean; readonly offered: readonly string[] },
  keys: readonly string[],
): Decision<RowsBroughtBack, BringBackProblem> {
  const problems: BringBackProblem[] = applied ? [{ code: "IMPORT_APPLIED_ALREADY" }] : [];
  const broughtBack = offered.filter((key) => keys.includes(key));
  return decisionOf(problems, () => ({ type: "RowsBroughtBack", broughtBack }));
}
