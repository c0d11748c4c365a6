import { maxAliasesRule } from "@escape.tech/graphql-armor-max-aliases";
import { maxDepthRule } from "@escape.tech/graphql-armor-max-depth";
import { maxDirectivesRule } from "@escape.tech/graphql-armor-max-directives";
import type { ApolloServerPlugin, GraphQLRequest } from "@apollo/server";
import {
  GraphQLError,
  type DocumentNode,
  type GraphQLSchema,
  type ValidationContext,
  type ValidationRule,
} from "graphql";
import { fieldExtensionsEstimator, getComplexity, simpleEstimator } from "graphql-query-complexity";

/** How deep a query may go: group → members → business → facts is 7 from the root of a list. */
export const DEPTH_MAX = 12;
/** Aliases in one query: a page asks for a few lists at once. */
export const ALIASES_MAX = 15;
export const DIRECTIVES_MAX = 20;
/** Words and signs of one query's text, counted while parsing, before anything else is done. */
export const TOKENS_MAX = 2_000;
/** Fields answered, a list's `first` times what a row asks. A board of 100 groups with members costs about 20,000. */
export const COST_MAX = 60_000;

/** Rows assumed where a list names no number. */
const ROWS_ASSUMED = 20;

/** The rules would throw out of the validation, which Apollo answers with 500; a reported error is answered with 400. */
const AS_REPORTED = {
  propagateOnRejection: false,
  onReject: [(ctx: ValidationContext | null, error: GraphQLError) => ctx?.reportError(error)],
};

/** Depth, aliases and directives, checked before anything runs. Answered with 400. */
export const VALIDATION_RULES: ValidationRule[] = [
  maxDepthRule({ n: DEPTH_MAX, ignoreIntrospection: true, ...AS_REPORTED }),
  maxAliasesRule({ n: ALIASES_MAX, ...AS_REPORTED }),
  maxDirectivesRule({ n: DIRECTIVES_MAX, ...AS_REPORTED }),
];

/** Refuses a query whose answer would be too large, before it runs. Answered with 400. */
export function costLimit(schema: GraphQLSchema): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ request, document }) {
          const cost = costOf(schema, document, request);
          if (cost <= COST_MAX) return;
          throw new GraphQLError(
            `This query costs ${cost}; at most ${COST_MAX} is answered. Ask for fewer rows at once.`,
            { extensions: { code: "QUERY_TOO_LARGE", http: { status: 400 } } },
          );
        },
      };
    },
  };
}

/** What a query costs; nothing where its variables do not fit it, as execution then refuses it by itself. */
function costOf(schema: GraphQLSchema, query: DocumentNode, { variables, operationName }: GraphQLRequest): number {
  try {
    return getComplexity({
      ...{ schema, query, variables: variables ?? {} },
      ...(operationName ? { operationName } : {}),
      estimators: [fieldExtensionsEstimator(), listEstimator, simpleEstimator({ defaultComplexity: 1 })],
    });
  } catch (error) {
    if (error instanceof GraphQLError) return 0;
    throw error;
  }
}

/** A list costs its rows times what one row asks. */
function listEstimator({ args, childComplexity }: { args: Record<string, unknown>; childComplexity: number }) {
  const first = args["first"];
  if (typeof first !== "number") return undefined;
  return 1 + Math.max(first, 0) * (childComplexity || ROWS_ASSUMED);
}
