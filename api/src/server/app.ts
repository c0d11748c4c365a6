import { createServer, type Server } from "node:http";
import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginDrainHttpServer } from "@apollo/server/plugin/drainHttpServer";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { expressMiddleware } from "@as-integrations/express5";
import express, { type Express, type NextFunction, type Request, type RequestHandler, type Response } from "express";
import { formatError, wordRefusals } from "#graphql/format-error.ts";
import { costLimit, TOKENS_MAX, VALIDATION_RULES } from "#graphql/limits.ts";
import type { GraphqlContext } from "#graphql/context.ts";
import { buildGraphqlSchema } from "#graphql/schema.ts";
import { actingFor } from "#persistence/acting-for.ts";
import { mountDownloads } from "./downloads.ts";
import { languageOf } from "./language.ts";
import { noteDefect } from "./log.ts";
import { clientAddressOf, originOf, seenOrigin } from "./origin.ts";
import { contextOf, type Installation } from "./request-context.ts";

/** Largest body of a question: 20 MB of a list as base64, and what stands around it. */
const BODY_MAX = "29mb";
/** Largest body from someone not signed in: nothing they may send is longer. */
const STRANGERS_BODY_MAX_BYTES = 100_000;

/** Web pages, downloads and GraphQL on one port: `/graphql`, `/downloads`, then the pages' handler. */
export async function createApp(
  installation: Installation,
  pages: RequestHandler | undefined,
): Promise<{ http: Server; apollo: ApolloServer<GraphqlContext> }> {
  const app = express();
  const http = createServer(app);
  app.disable("x-powered-by");
  app.use(trustedHeaders(installation));
  app.get("/livez", (_, response) => void response.type("text").send("ok"));
  app.get("/readyz", readiness(installation));
  const apollo = await mountGraphql(app, http, installation);
  mountDownloads(app, installation);
  if (pages) app.use(pages);
  app.use(answerFault);
  return { http, apollo };
}

async function mountGraphql(app: Express, http: Server, installation: Installation) {
  const schema = await buildGraphqlSchema();
  const apollo = new ApolloServer<GraphqlContext>({
    schema,
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer: http }),
      ApolloServerPluginLandingPageDisabled(),
      costLimit(schema),
      wordRefusals,
    ],
    validationRules: VALIDATION_RULES,
    parseOptions: { maxTokens: TOKENS_MAX },
    introspection: !installation.config.production,
    includeStacktraceInErrorResponses: false,
    // Who serves also stops, in its own order: requests, then jobs, then the database.
    stopOnTerminationSignals: false,
    formatError: (formatted, thrown) => formatError(formatted, thrown, noteDefect),
  });
  await apollo.start();
  app.use("/graphql", apiHeaders, sameOriginOnly, smallBodyForStrangers(installation));
  app.use("/graphql", express.json({ limit: BODY_MAX, inflate: false }));
  app.use(
    "/graphql",
    expressMiddleware(apollo, { context: ({ req, res }) => contextOf(installation, { request: req, response: res }) }),
  );
  return apollo;
}

/**
 * What the rest of the process may believe about address and caller stands in `x-musubi-*`. A client's own such
 * headers are overwritten; only the pages' handler of this very process, which holds the key, hands on what it got.
 */
function trustedHeaders({ config, internalKey }: Installation): RequestHandler {
  return (request, _, next) => {
    const internal = request.headers["x-musubi-internal-key"] === internalKey;
    if (!internal) {
      const { protocol, host } = originOf(request, config);
      request.headers["x-musubi-proto"] = protocol;
      request.headers["x-musubi-host"] = host;
      request.headers["x-musubi-address"] = clientAddressOf(request, config);
    }
    delete request.headers["x-musubi-internal-key"];
    next();
  };
}

function apiHeaders(_: Request, response: Response, next: NextFunction): void {
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("cache-control", "no-store");
  next();
}

/** A page of another site may not send questions in a signed-in person's name. */
function sameOriginOnly(request: Request, response: Response, next: NextFunction): void {
  const { protocol, host } = seenOrigin(request);
  const origin = request.headers.origin;
  if (origin === undefined || origin === `${protocol}://${host}`) return next();
  response
    .status(403)
    .json({ errors: [{ message: "Requests from another site are refused.", extensions: { code: "FORBIDDEN" } }] });
}

/** Only someone signed in may hand in a file. */
function smallBodyForStrangers(installation: Installation): RequestHandler {
  return async (request, response, next) => {
    const length = request.headers["content-length"];
    const large =
      length === undefined
        ? request.headers["transfer-encoding"] !== undefined
        : Number(length) > STRANGERS_BODY_MAX_BYTES;
    if (!large || (await installation.viewerOf(request)).kind !== "anonymous") return next();
    response
      .status(413)
      .json({ errors: [{ message: "Too large for someone not signed in.", extensions: { code: "UNAUTHENTICATED" } }] });
  };
}

/** Ready is who can ask the database something now. */
function readiness({ orm }: Installation): RequestHandler {
  return async (_, response) => {
    const up = await actingFor(orm, {})
      .execute("select 1")
      .then(
        () => true,
        () => false,
      );
    response.status(up ? 200 : 503);
    response.type("text").send(up ? "ready" : "database away");
  };
}

/** A body that is no JSON, too large, or a fault of ours: a sentence and a code, never a stack. */
// eslint-disable-next-line max-params -- Express knows a handler of faults by its four parameters.
function answerFault(fault: unknown, request: Request, response: Response, _next: NextFunction): void {
  const status = statusOf(fault);
  const id = status >= 500 ? noteDefect(fault) : undefined;
  const ja = languageOf(request) === "ja";
  const message =
    status === 413
      ? ja
        ? "ファイルが大きすぎます。20MBまでにしてください。"
        : "Too large; a file may have 20 MB."
      : ja
        ? "送られた内容を読み取れません。"
        : "The request cannot be read.";
  response
    .status(status)
    .json({ errors: [{ message, extensions: { code: status >= 500 ? "INTERNAL" : "BAD_REQUEST", id } }] });
}

function statusOf(fault: unknown): number {
  const status = fault instanceof Error && "status" in fault ? Number(fault.status) : 500;
  return status >= 400 && status < 600 ? status : 500;
}
