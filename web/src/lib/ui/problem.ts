/** What a form was refused for: a sentence, and the field it belongs to where there is one. */
export interface FormProblem {
  readonly code: string;
  readonly message: string;
  readonly field?: string | null;
  readonly law?: string | null;
}

export function problemsOf(problems: readonly FormProblem[] | undefined, field: string): readonly FormProblem[] {
  return (problems ?? []).filter((problem) => problem.field === field);
}
