import type { AddressInfo } from "node:net";
import { randomUUID } from "node:crypto";
import type { Role } from "#domain/access/viewer.ts";
import { loadReference } from "#files/seeds/reference.ts";
import { openMatchingBench } from "#jobs/matching-bench.ts";
import { actingFor } from "#persistence/acting-for.ts";
import { AccountRecord } from "#persistence/account-record.ts";
import { openPool } from "#persistence/pool.ts";
import { createApp } from "#server/app.ts";
import { readConfig } from "#server/config.ts";
import { hashPassword } from "#server/password.ts";
import { viewerReader, type Installation } from "#server/request-context.ts";
import { openSession, viewerOf } from "#server/sessions.ts";
import { SignInDesk } from "#server/sign-in.ts";
import { KAGAWA } from "./acting.ts";
import { openTestDatabase, type TestDatabase } from "./test-database.ts";

/** What GraphQL answered. */
export interface Answer {
  readonly status: number;
  readonly data: Record<string, unknown> | null;
  readonly codes: readonly string[];
  readonly messages: readonly string[];
}

export type Send = (query: string, variables?: Record<string, unknown>) => Promise<Answer>;

/** The password of every account a test makes. */
export const PASSWORD = "正しい馬の電池ホチキス";

/** The real server on a database of a test's own, without pages. */
export interface TestServer {
  readonly database: TestDatabase;
  readonly url: string;
  /** Sends as someone not signed in, with these headers. */
  send(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer>;
  /** An account of its own with an open session. */
  signedInAs(role: Role, federation?: string): Promise<Send & { readonly cookie: string }>;
  /** Adds an account. @returns its e-mail */
  addAccount(role: Role, federation?: string, more?: { demo?: boolean }): Promise<string>;
  close(): Promise<void>;
}

export async function openTestServer(env: Record<string, string> = {}): Promise<TestServer> {
  const database = await openTestDatabase();
  const pool = openPool(database.appUrl, 2);
  const matching = openMatchingBench();
  const config = readConfig(env);
  const { orm } = database;
  const installation: Installation = {
    ...{ config, orm, matching, reference: loadReference(), internalKey: randomUUID() },
    signInDesk: new SignInDesk(orm, pool, config.production),
    viewerOf: viewerReader(orm),
  };
  const { http, apollo } = await createApp(installation, undefined);
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;

  const send: TestServer["send"] = (query, variables = {}, headers = {}) => post(url, { query, variables }, headers);
  const addAccount: TestServer["addAccount"] = async (role, federation = KAGAWA, { demo = false } = {}) =>
    (await newAccount(database, { role, federation, demo })).email;
  return {
    ...{ database, url, send, addAccount },
    async signedInAs(role, federation = KAGAWA) {
      const account = await newAccount(database, { role, federation, demo: false });
      const cookie = `__Host-musubi=${await openSession(orm, viewerOf(account), new Date())}`;
      const sendAs: Send = (query, variables) => send(query, variables, { cookie });
      return Object.assign(sendAs, { cookie });
    },
    async close() {
      await apollo.stop();
      http.closeAllConnections();
      await matching.close();
      await pool.end();
      await database.close();
    },
  };
}

async function newAccount(
  { orm }: TestDatabase,
  { role, federation, demo }: { role: Role; federation: string; demo: boolean },
): Promise<AccountRecord> {
  const id = randomUUID();
  const account = {
    ...{ id, federationCode: federation, email: `${id}@example.jp`, name: `${role} of ${federation}`, role, demo },
    ...{ passwordHash: await hashPassword(PASSWORD), disabledAt: null, createdAt: new Date() },
  };
  await actingFor(orm, { federation }).insert(AccountRecord, account);
  return account as AccountRecord;
}

interface Body {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; extensions?: { code?: string } }[];
}

async function post(url: string, body: unknown, headers: Record<string, string>): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  const { data = null, errors = [] } = (await response.json()) as Body;
  return {
    ...{ status: response.status, data, messages: errors.map(({ message }) => message) },
    codes: errors.map(({ extensions }) => extensions?.code ?? "none"),
  };
}
