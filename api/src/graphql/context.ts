import type { CommandContext } from "#commands/context.ts";
import type { SignInProblem } from "#domain/access/sign-in-problem.ts";
import type { AccountViewer } from "#domain/access/viewer.ts";
import type { MatchingBench } from "#jobs/matching-bench.ts";
import type { Reference } from "#files/seeds/reference.ts";
import type { Language } from "#words/language.ts";

/** A person who signed in, or why not. */
export type SignInAnswer =
  | { readonly accepted: true; readonly account: AccountViewer }
  | { readonly accepted: false; readonly problem: SignInProblem };

/** What a resolver is given: what commands need, the language of the answer, and this request's session. */
export interface GraphqlContext extends CommandContext {
  readonly language: Language;
  readonly reference: Reference;
  readonly matching: MatchingBench;
  /** Opens and closes the session of this request by the cookie of its answer. */
  readonly session: {
    open(email: string, password: string): Promise<SignInAnswer>;
    close(): Promise<void>;
  };
}
