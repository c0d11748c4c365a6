import type { ApolloServerPlugin } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import type { GraphQLFormattedError } from "graphql";
import { AccessError, ConflictError, MalformedError, NotFoundError } from "#domain/errors.ts";
import { isRefusalCode, refusalText, type RefusalCode } from "#words/access.ts";
import type { GraphqlContext } from "./context.ts";

/**
 * An error as a client sees it: refusals by their code, defects masked by a number.
 * @param noteDefect writes a fault of ours into the log and gives the number it stands there under
 */
export function formatError(
  formatted: GraphQLFormattedError,
  thrown: unknown,
  noteDefect: (defect: unknown) => string,
): GraphQLFormattedError {
  const original = unwrapResolverError(thrown);
  const { path, locations } = formatted;
  const place = { ...(path ? { path } : {}), ...(locations ? { locations } : {}) };
  const refusal = refusalOf(original);
  if (refusal) return { message: refusal, extensions: { code: refusal }, ...place };
  const code = formatted.extensions?.["code"];
  if (code !== undefined && code !== "INTERNAL_SERVER_ERROR") {
    return { message: formatted.message, extensions: { code }, ...place };
  }
  return { message: "INTERNAL", extensions: { code: "INTERNAL", id: noteDefect(original) }, ...place };
}

/** Words refusals in the language of the request, which the formatting above does not know. */
export const wordRefusals: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, contextValue }) {
        if (response.body.kind !== "single") return;
        const { singleResult } = response.body;
        if (!singleResult.errors) return;
        singleResult.errors = singleResult.errors.map((error) => {
          const code = error.extensions?.["code"];
          return isRefusalCode(code) ? { ...error, message: refusalText(code, contextValue.language) } : error;
        });
      },
    };
  },
};

function refusalOf(original: unknown): RefusalCode | undefined {
  const refusals = [AccessError, NotFoundError, ConflictError, MalformedError] as const;
  for (const Refusal of refusals) if (original instanceof Refusal) return original.code;
  return isMalformedValue(original) ? "MALFORMED" : undefined;
}

/**
 * PostgreSQL's class 22, data exceptions, and its "invalid message format": a value that no type can hold, such as a
 * text with a NUL.
 */
function isMalformedValue(original: unknown): boolean {
  const code = original instanceof Error && "code" in original ? original.code : undefined;
  return typeof code === "string" && (code.startsWith("22") || code === "08P01");
}
