/** Why signing in was refused. Which of e-mail and password was wrong is never said. */
export type SignInProblem =
  | { readonly code: "SIGN_IN_WRONG" }
  | { readonly code: "SIGN_IN_TOO_MANY_TRIES"; readonly waitSeconds: number }
  | { readonly code: "SIGN_IN_NEEDS_HTTPS"; readonly host: string };
