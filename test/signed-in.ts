import type { ServedInstallation } from "./served-installation.ts";

/** What GraphQL answered, and how long it took. */
export interface TimedAnswer<Data> {
  readonly data: Data;
  readonly ms: number;
}

export type Ask = <Data>(query: string, variables?: Record<string, unknown>) => Promise<TimedAnswer<Data>>;

const PASSWORD = "合言葉はとても長いものです";

/** A coordinator of a federation of a served installation, signed in as scripts do: by `signIn` and its cookie. */
export async function signedInCoordinator(
  served: Pick<ServedInstallation, "url" | "musubi">,
  federation: string,
): Promise<Ask & { readonly cookie: string }> {
  const email = `shidoin-${federation}@example.jp`;
  const added = await served.musubi(
    ["user", "add", email, "--role", "coordinator", "--federation", federation],
    `${PASSWORD}\n`,
  );
  if (added.code !== 0) throw new Error(added.stderr);
  const response = await post(served.url, {
    query:
      "mutation ($email: String!, $password: String!) { signIn(input: { email: $email, password: $password }) { problems { code } } }",
    variables: { email, password: PASSWORD },
  });
  const cookie =
    response.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .at(-1) ?? "";
  const ask = async <Data>(query: string, variables: Record<string, unknown> = {}) => {
    const begun = performance.now();
    const answer = (await (await post(served.url, { query, variables }, cookie)).json()) as {
      data: Data;
      errors?: unknown;
    };
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return { data: answer.data, ms: performance.now() - begun };
  };
  return Object.assign(ask, { cookie });
}

function post(url: string, body: unknown, cookie = ""): Promise<Response> {
  return fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify(body),
  });
}
