import { error, redirect } from "@sveltejs/kit";
import type { TypedDocumentString } from "@musubi/schema/operations";
import { signInHref } from "./sign-in-href.ts";
import type { FormProblem } from "#lib/ui/problem.ts";

/** Who asks, as far as the api needs to know: the browser's cookies and the language of its sentences. */
export interface Caller {
  readonly cookie: string | null;
  readonly language: "ja" | "en";
  /** The page asked for: where to come back to after signing in, and under which name the site is seen. */
  readonly url: URL;
  /** Network address of the browser. */
  readonly address: string;
}

export interface Api {
  /** Sends one operation; whatever is not an answer becomes a redirect or an error page. */
  send<Answer, Variables>(document: TypedDocumentString<Answer, Variables>, variables: Variables): Promise<Answer>;
  /** Like `send`, but "changed meanwhile" comes back as a problem, so that a form can keep what was typed. */
  attempt<Answer, Variables>(
    document: TypedDocumentString<Answer, Variables>,
    variables: Variables,
  ): Promise<{ readonly answer: Answer } | { readonly problems: FormProblem[] }>;
  /** Like `send`, with the cookies the api wants set in the browser. */
  sendForCookies<Answer, Variables>(
    document: TypedDocumentString<Answer, Variables>,
    variables: Variables,
  ): Promise<{ readonly answer: Answer; readonly setCookies: readonly string[] }>;
}

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly number?: string;
}
type Reply<Answer> =
  { readonly answer: Answer; readonly setCookies: readonly string[] } | { readonly refusal: Refusal };

/** The api runs in the same process and on the same port unless the server says otherwise. */
function apiUrl(): string {
  return process.env.MUSUBI_INTERNAL_API ?? `http://127.0.0.1:${process.env.PORT ?? "4100"}/graphql`;
}

/**
 * What the api should believe about the browser. It believes it only with the key the server hands to this process:
 * anyone could write these headers.
 */
function originHeaders({ url, address }: Caller): Record<string, string> {
  const key = process.env.MUSUBI_INTERNAL_KEY;
  if (!key) return {};
  return {
    "x-musubi-internal-key": key,
    "x-musubi-proto": url.protocol.replace(":", ""),
    "x-musubi-host": url.host,
    "x-musubi-address": address,
  };
}

async function post(caller: Caller, body: string): Promise<Response> {
  const headers = new Headers({
    "content-type": "application/json",
    accept: "application/graphql-response+json",
    "x-musubi-language": caller.language,
    ...originHeaders(caller),
  });
  if (caller.cookie) headers.set("cookie", caller.cookie);
  return globalThis.fetch(apiUrl(), { method: "POST", headers, body });
}

interface GraphQlBody<Answer> {
  readonly data?: Answer | null;
  readonly errors?: readonly { message: string; extensions?: { code?: string; id?: string } }[];
}

async function ask<Answer>(caller: Caller, query: string, variables: unknown): Promise<Reply<Answer>> {
  const response = await post(caller, JSON.stringify({ query, variables }));
  const { data, errors } = (await response.json()) as GraphQlBody<Answer>;
  const first = errors?.[0];
  if (first) {
    const { code = "INTERNAL", id } = first.extensions ?? {};
    return { refusal: { code, message: first.message, ...(id ? { number: id } : {}) } };
  }
  if (!data) throw new Error(`The api answered ${response.status} with neither data nor errors`);
  return { answer: data, setCookies: response.headers.getSetCookie() };
}

/** Code of a refusal → status of the page that tells it. */
const STATUS: Readonly<Record<string, number>> = {
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  // An id or a cursor in the address that cannot be one.
  MALFORMED: 404,
  CONFLICT: 409,
  // What was asked cannot be answered, and the message says why.
  BAD_USER_INPUT: 422,
  TOO_MANY_REQUESTS: 429,
};

function refuse(refusal: Refusal, caller: Caller): never {
  if (refusal.code === "UNAUTHENTICATED") {
    redirect(303, signInHref(caller));
  }
  error(STATUS[refusal.code] ?? 500, refusal.message, refusal.number ? { number: refusal.number } : {});
}

export function apiFor(caller: Caller): Api {
  const sendForCookies: Api["sendForCookies"] = async (document, variables) => {
    const reply = await ask<never>(caller, document.toString(), variables);
    return "refusal" in reply ? refuse(reply.refusal, caller) : reply;
  };
  return {
    sendForCookies,
    send: async (document, variables) => (await sendForCookies(document, variables)).answer,
    attempt: async (document, variables) => {
      const reply = await ask<never>(caller, document.toString(), variables);
      if (!("refusal" in reply)) return { answer: reply.answer };
      if (reply.refusal.code !== "CONFLICT") refuse(reply.refusal, caller);
      return { problems: [{ code: reply.refusal.code, message: reply.refusal.message }] };
    },
  };
}
