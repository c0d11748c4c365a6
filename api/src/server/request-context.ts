import type { IncomingMessage, ServerResponse } from "node:http";
import type { MikroORM } from "@mikro-orm/postgresql";
import type { Viewer } from "#domain/access/viewer.ts";
import type { Reference } from "#files/seeds/reference.ts";
import type { GraphqlContext, SignInAnswer } from "#graphql/context.ts";
import type { MatchingBench } from "#jobs/matching-bench.ts";
import { actingFor } from "#persistence/acting-for.ts";
import { clock } from "./clock.ts";
import type { Config } from "./config.ts";
import { cookieOf } from "./cookie.ts";
import { languageOf } from "./language.ts";
import { keepsSecureCookies, seenOrigin } from "./origin.ts";
import { closeSession, findViewer, openSession } from "./sessions.ts";
import type { SignInDesk } from "./sign-in.ts";

/** What one running process shares between requests. */
export interface Installation {
  readonly config: Config;
  readonly orm: MikroORM;
  readonly reference: Reference;
  readonly matching: MatchingBench;
  readonly signInDesk: SignInDesk;
  /** Known to the pages' handler of this process alone. */
  readonly internalKey: string;
  viewerOf(request: IncomingMessage): Promise<Viewer>;
}

/** `__Host-`: a browser takes it only if secure, for this host alone and for all its paths. */
const COOKIE = "__Host-musubi";
const COOKIE_RULES = "Path=/; Secure; HttpOnly; SameSite=Lax";

/** One request's context: who asks, that one's rows, and the session it may open or close. */
export async function contextOf(
  installation: Installation,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<GraphqlContext> {
  const { orm, reference, matching } = installation;
  const viewer = await installation.viewerOf(request);
  return {
    ...clock,
    em: actingFor(orm, viewer.kind === "anonymous" ? {} : { federation: viewer.federation }),
    viewer,
    language: languageOf(request),
    reference,
    matching,
    session: sessionOf(installation, { request, response }),
  };
}

/** Who the cookie of a request says it is. */
export function viewerReader(orm: MikroORM): Installation["viewerOf"] {
  return (request) => findViewer(orm, tokenOf(request), clock.now());
}

function sessionOf(
  { orm, signInDesk }: Installation,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): GraphqlContext["session"] {
  return {
    async open(email, password): Promise<SignInAnswer> {
      const origin = seenOrigin(request);
      if (!keepsSecureCookies(origin)) {
        return { accepted: false, problem: { code: "SIGN_IN_NEEDS_HTTPS", host: origin.host } };
      }
      const address = [request.headers["x-musubi-address"]].flat()[0] ?? "";
      const outcome = await signInDesk.signIn({ email, password, address });
      if (!outcome.accepted) return outcome;
      // A token someone planted before signing in ends here: the signed-in session always has a fresh one.
      await this.close();
      const token = await openSession(orm, outcome.account, clock.now());
      response.setHeader("set-cookie", `${COOKIE}=${token}; ${COOKIE_RULES}`);
      return outcome;
    },
    async close(): Promise<void> {
      const token = tokenOf(request);
      if (token) await closeSession(orm, token);
      response.setHeader("set-cookie", `${COOKIE}=; ${COOKIE_RULES}; Max-Age=0`);
    },
  };
}

function tokenOf(request: Pick<IncomingMessage, "headers">): string | undefined {
  return cookieOf(request, COOKIE);
}
