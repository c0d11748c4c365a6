import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AccountRecord } from "#persistence/account-record.ts";
import { SessionRecord } from "#persistence/session-record.ts";
import { actingFor } from "#persistence/acting-for.ts";
import { KAGAWA } from "../../test/acting.ts";
import { openTestServer, PASSWORD, type TestServer } from "../../test/test-server.ts";
import { hashPassword, isPassword } from "./password.ts";
import { findViewer, openSession, SESSION_HOURS_MAX, SESSION_IDLE_MINUTES } from "./sessions.ts";

let server: TestServer;
let published: TestServer;
beforeAll(async () => {
  server = await openTestServer();
  published = await openTestServer({ MUSUBI_ORIGIN: "https://musubi.example.jp" });
});
afterAll(async () => {
  await server.close();
  await published.close();
});

const SIGN_IN = `mutation ($email: String!, $password: String!) {
  signIn(input: { email: $email, password: $password }) { viewer { name federation { code } } problems { code message } } }`;

async function trySigningIn(
  at: TestServer,
  { email, password = PASSWORD, headers = {} }: { email: string; password?: string; headers?: Record<string, string> },
): Promise<{ codes: string[]; cookies: string[] }> {
  const response = await fetch(`${at.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query: SIGN_IN, variables: { email, password } }),
  });
  const { data } = (await response.json()) as { data: { signIn: { problems: { code: string }[] } } };
  return { codes: data.signIn.problems.map(({ code }) => code), cookies: response.headers.getSetCookie() };
}

describe("signing in", () => {
  it("opens a session in a cookie that a browser keeps for this host alone and shows to no script", async () => {
    const { codes, cookies } = await trySigningIn(server, { email: await server.addAccount("coordinator") });
    expect(codes).toEqual([]);
    expect(cookies.at(-1)).toMatch(/^__Host-musubi=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
  });

  it("keeps of the token only its hash", async () => {
    const send = await server.signedInAs("coordinator");
    const token = send.cookie.split("=")[1] ?? "";
    const sessions = await actingFor(server.database.orm, { federation: KAGAWA }).find(SessionRecord, {});
    expect(sessions.length).toBeGreaterThan(0);
    expect(JSON.stringify(sessions)).not.toContain(token);
  });

  it("finds an e-mail however it is typed, and never says which of e-mail and password was wrong", async () => {
    const email = await server.addAccount("coordinator");
    expect((await trySigningIn(server, { email: ` ${email.toUpperCase()} ` })).codes).toEqual([]);
    expect((await trySigningIn(server, { email, password: `${PASSWORD} ` })).codes).toEqual(["SIGN_IN_WRONG"]);
    expect((await trySigningIn(server, { email: "nobody@example.jp" })).codes).toEqual(["SIGN_IN_WRONG"]);
  });

  it("lets five guesses through and not a sixth, and lets another account in meanwhile", async () => {
    const [email, other] = [await server.addAccount("coordinator"), await server.addAccount("manager")];
    const guesses = [];
    for (let guess = 0; guess < 6; guess += 1) {
      guesses.push(...(await trySigningIn(server, { email, password: `guess ${guess}` })).codes);
    }
    expect(guesses).toEqual([...Array<string>(5).fill("SIGN_IN_WRONG"), "SIGN_IN_TOO_MANY_TRIES"]);
    expect((await trySigningIn(server, { email })).codes).toEqual(["SIGN_IN_TOO_MANY_TRIES"]);
    expect((await trySigningIn(server, { email: other })).codes).toEqual([]);
  });

  it("does not let someone shut an owner out by guessing from one address", async () => {
    const email = await published.addAccount("coordinator");
    const from = (address: string) => ({ "x-forwarded-for": address });
    for (let guess = 0; guess < 25; guess += 1) {
      await trySigningIn(published, { email, password: "guess", headers: from("203.0.113.7") });
    }
    expect((await trySigningIn(published, { email, headers: from("203.0.113.7") })).codes).toEqual([
      "SIGN_IN_TOO_MANY_TRIES",
    ]);
    expect((await trySigningIn(published, { email, headers: from("198.51.100.2") })).codes).toEqual([]);
  });

  it("counts guesses sent side by side", async () => {
    const email = await server.addAccount("coordinator");
    const guesses = await Promise.all(
      Array.from({ length: 12 }, (_, guess) => trySigningIn(server, { email, password: `guess ${guess}` })),
    );
    const looked = guesses.flatMap(({ codes }) => codes).filter((code) => code === "SIGN_IN_WRONG");
    expect(looked).toHaveLength(5);
  });

  it("says why it cannot work on an address without encryption, and works on the machine's own names", async () => {
    const email = await server.addAccount("coordinator");
    // fetch writes its own Host; the pages hand on what the browser saw, here it is the header itself.
    for (const [host, expected] of [
      ["192.168.1.5:4100", ["SIGN_IN_NEEDS_HTTPS"]],
      ["musubi.local", ["SIGN_IN_NEEDS_HTTPS"]],
      ["localhost:4100", []],
      ["127.0.0.1:4100", []],
    ] as const) {
      expect([host, await codesAtHost(host, email)]).toEqual([host, expected]);
    }
  });

  it("works behind an https proxy at the public address, whatever the proxy calls this process", async () => {
    const email = await published.addAccount("coordinator");
    const { codes, cookies } = await trySigningIn(published, {
      email,
      headers: { origin: "https://musubi.example.jp" },
    });
    expect(codes).toEqual([]);
    expect(cookies.at(-1)).toContain("Secure");
  });

  it("refuses a demo account at a public address", async () => {
    const demo = { demo: true };
    const here = await server.addAccount("coordinator", KAGAWA, demo);
    const there = await published.addAccount("coordinator", KAGAWA, demo);
    expect((await trySigningIn(server, { email: here })).codes).toEqual([]);
    expect((await trySigningIn(published, { email: there })).codes).toEqual(["SIGN_IN_WRONG"]);
  });

  it("believes no address a client writes into our own headers", async () => {
    const email = await server.addAccount("coordinator");
    const forged = {
      "x-musubi-proto": "https",
      "x-musubi-host": "musubi.example.jp",
      "x-musubi-internal-key": "undefined",
    };
    expect(await codesAtHost("192.168.1.5", email, forged)).toEqual(["SIGN_IN_NEEDS_HTTPS"]);
    const codes = [];
    for (let guess = 0; guess < 6; guess += 1) {
      const headers = { "x-musubi-address": `10.0.0.${guess}`, "x-forwarded-for": `10.0.1.${guess}` };
      codes.push(...(await trySigningIn(server, { email, password: "guess", headers })).codes);
    }
    expect(codes.at(-1)).toBe("SIGN_IN_TOO_MANY_TRIES");
  });
});

/** Node's http, as fetch does not let a test name the host. */
async function codesAtHost(host: string, email: string, headers: Record<string, string> = {}): Promise<string[]> {
  const { request } = await import("node:http");
  const body = JSON.stringify({ query: SIGN_IN, variables: { email, password: PASSWORD } });
  const text = await new Promise<string>((resolve, reject) => {
    const sent = request(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", host, ...headers },
    });
    sent.once("error", reject);
    sent.once("response", (response) => {
      let received = "";
      response.setEncoding("utf8").on("data", (part: string) => void (received += part));
      response.once("end", () => resolve(received));
    });
    sent.end(body);
  });
  const { data } = JSON.parse(text) as { data: { signIn: { problems: { code: string }[] } } };
  return data.signIn.problems.map(({ code }) => code);
}

describe("a session", () => {
  const at = (minutes: number) => new Date(Date.parse("2026-11-21T00:00:00Z") + minutes * 60_000);
  const account = async () => {
    const email = await server.addAccount("coordinator");
    const em = actingFor(server.database.orm, { signInEmail: email });
    const { id: accountId, name, role } = await em.findOneOrFail(AccountRecord, { email });
    return { kind: "account", accountId, name, email, role, federation: KAGAWA } as const;
  };

  it("ends at once by signing out", async () => {
    const send = await server.signedInAs("coordinator");
    expect((await send("{ viewer { name } }")).data?.["viewer"]).not.toBeNull();
    await send("mutation { signOut { problems { code } } }");
    expect((await send("{ viewer { name } }")).data?.["viewer"]).toBeNull();
  });

  it("lasts through half an hour without a request and not longer", async () => {
    const { orm } = server.database;
    const token = await openSession(orm, await account(), at(0));
    expect((await findViewer(orm, token, at(SESSION_IDLE_MINUTES))).kind).toBe("account");
    expect((await findViewer(orm, token, at(SESSION_IDLE_MINUTES * 2 + 0.1))).kind).toBe("anonymous");
  });

  it("ends after a working day, however busy it was", async () => {
    const { orm } = server.database;
    const token = await openSession(orm, await account(), at(0));
    for (let minutes = 20; minutes <= SESSION_HOURS_MAX * 60; minutes += 20) {
      expect((await findViewer(orm, token, at(minutes))).kind).toBe("account");
    }
    expect((await findViewer(orm, token, at(SESSION_HOURS_MAX * 60 + 1))).kind).toBe("anonymous");
  });

  it("is nobody's once the account is disabled", async () => {
    const { orm } = server.database;
    const viewer = await account();
    const token = await openSession(orm, viewer, new Date());
    await actingFor(orm, { federation: KAGAWA }).nativeUpdate(
      AccountRecord,
      { id: viewer.accountId },
      { disabledAt: new Date() },
    );
    expect((await findViewer(orm, token, new Date())).kind).toBe("anonymous");
  });

  it.each([undefined, "", "made up", "a".repeat(5000)])("is not opened by the token %j", async (token) => {
    expect((await findViewer(server.database.orm, token, new Date())).kind).toBe("anonymous");
  });
});

describe("a password", () => {
  it("is kept as argon2id with 64 MiB and three passes, and is any text of Unicode", async () => {
    const kept = await hashPassword(PASSWORD);
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(await isPassword(PASSWORD, kept)).toBe(true);
    expect(await isPassword(PASSWORD.slice(1), kept)).toBe(false);
    expect(await isPassword("a".repeat(1_000_000), kept)).toBe(false);
    expect(await isPassword(PASSWORD, undefined)).toBe(false);
  });
});
