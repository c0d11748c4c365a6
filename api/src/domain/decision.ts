/** What a rule answers: the accepted change, or every problem at once so that one form post shows them all. */
export type Decision<Change, Problem> =
  | { readonly accepted: true; readonly change: Change }
  | { readonly accepted: false; readonly problems: readonly Problem[] };

/** Accepts with the change made by `change` where there is no problem; `change` runs only then. */
export function decisionOf<Change, Problem>(
  problems: readonly Problem[],
  change: () => Change,
): Decision<Change, Problem> {
  return problems.length > 0 ? { accepted: false, problems } : { accepted: true, change: change() };
}
