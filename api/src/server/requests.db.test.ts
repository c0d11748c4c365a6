import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ALIASES_MAX, DEPTH_MAX, DIRECTIVES_MAX, TOKENS_MAX } from "#graphql/limits.ts";
import { openTestServer, type TestServer } from "../../test/test-server.ts";

let server: TestServer;
let signedIn: Awaited<ReturnType<TestServer["signedInAs"]>>;
beforeAll(async () => {
  server = await openTestServer();
  signedIn = await server.signedInAs("coordinator");
});
afterAll(() => server.close());

const raw = (body: string | Uint8Array<ArrayBuffer>, init: RequestInit = {}) =>
  fetch(`${server.url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body, ...init });

/** groups → members → business → groups → … */
const deep = (levels: number) =>
  `{ groups { edges { node ${"{ members { business { groups ".repeat(levels)}{ name }${" } } }".repeat(levels)} } } }`;

describe("a query that asks too much", () => {
  it.each([
    ["deep", deep(6)],
    ["aliased", `{ ${Array.from({ length: ALIASES_MAX + 1 }, (_, index) => `a${index}: viewer { name }`).join(" ")} }`],
    ["full of directives", `{ viewer { name ${"@include(if: true) ".repeat(DIRECTIVES_MAX + 1)} } }`],
    ["long", `{ viewer { ${"name ".repeat(TOKENS_MAX)} } }`],
    [
      "costly",
      `{ groups(first: 100) { edges { node { members { business { facts { key name text } } } } } } a: groups(first: 100) { edges { node { history(first: 100) { edges { node { id sentence at by } } } } } } }`,
    ],
    ["fragments in a circle", `{ viewer { ...a } } fragment a on Viewer { ...b } fragment b on Viewer { ...a }`],
    ["more rows than a page has", `{ businesses(first: 101) { totalCount } }`],
    ["rows below none", `{ businesses(first: 0) { totalCount } }`],
  ])("(%s) is answered with 400, never 500", async (_, query) => {
    const answer = await signedIn(query);
    expect([answer.status, answer.messages.length > 0]).toEqual([400, true]);
  });

  it("within every limit is answered", async () => {
    expect(DEPTH_MAX).toBeGreaterThan(7);
    const { status, codes } = await signedIn(
      `{ groups(first: 100) { edges { node { name members { state business { name municipalityName } } nextStep { action } } } } }`,
    );
    expect([status, codes]).toEqual([200, []]);
  });
});

describe("a request that is malformed", () => {
  it.each<[string, string | Uint8Array<ArrayBuffer>, number]>([
    ["no JSON", "{", 400],
    ["an empty body", "", 400],
    ["JSON that is no question", "[]", 400],
    ["a number", "1", 400],
    ["no query", "{}", 400],
    ["a query of the wrong kind", '{"query":1}', 400],
    ["variables of the wrong kind", '{"query":"{viewer{name}}","variables":"x"}', 400],
    ["a field that is not there", '{"query":"{ nope }"}', 400],
    ["a variable that is missing", '{"query":"query($id: ID!){ group(id:$id){name} }"}', 400],
    ["two operations without a name", '{"query":"query a{viewer{name}} query b{viewer{name}}"}', 400],
    ["bytes that are no text", new Uint8Array([0xff, 0xfe, 0x00, 0x80]), 400],
  ])("(%s) is answered with a sentence and a code", async (_, body, status) => {
    const response = await raw(body);
    const text = await response.text();
    expect([response.status, text.includes("node_modules")]).toEqual([status, false]);
    expect(JSON.parse(text)).toMatchObject({ errors: [{ message: expect.any(String) }] });
  });

  it.each([
    `{ businesses(after: "###") { totalCount } }`,
    `{ businesses(after: "W10") { totalCount } }`,
    `{ businesses(after: "WyJ4IiwiMSJd") { totalCount } }`,
    `{ discoveries(after: "WyJ4IiwiMSJd") { totalCount } }`,
    `{ groups(after: "bnVsbA") { totalCount } }`,
    String.raw`{ businesses(search: "\u0000") { totalCount } }`,
    `{ businesses(search: "${"う".repeat(5000)}") { totalCount } }`,
    `{ group(id: "R3JvdXA6") { name } }`,
    `{ node(id: "🙂") { id } }`,
    `mutation { advanceGroup(input: { groupId: "x", version: 1, toStage: STUDY }) { problems { code } } }`,
    `mutation { advanceGroup(input: { groupId: "x", version: 1, toStage: STUDY, evidenceOn: "2026-02-30" }) { problems { code } } }`,
    `mutation { importBusinesses(input: { fileName: "a.xlsx", contentBase64: "%%%" }) { problems { code message } } }`,
  ])("(%s) is refused or finds nothing, and is no fault of ours", async (query) => {
    const { status, codes } = await signedIn(query);
    expect(status).toBeLessThan(500);
    expect(codes).not.toContain("INTERNAL");
  });

  it("is not changed by a query sent as an address", async () => {
    const mutation = encodeURIComponent("mutation { signOut { problems { code } } }");
    const response = await fetch(`${server.url}/graphql?query=${mutation}`, {
      headers: { cookie: signedIn.cookie, "apollo-require-preflight": "1" },
    });
    expect(response.status).toBe(405);
  });
});

describe("a request from elsewhere", () => {
  const query = JSON.stringify({ query: "{ viewer { name } }" });

  it("is refused where another site's page sends it, whatever its cookies", async () => {
    const headers = { "content-type": "application/json", origin: "https://evil.example", cookie: signedIn.cookie };
    expect((await raw(query, { headers })).status).toBe(403);
  });

  it("is refused as a form that needs no asking first", async () => {
    const response = await raw("query=%7Bviewer%7Bname%7D%7D", {
      headers: { "content-type": "application/x-www-form-urlencoded", cookie: signedIn.cookie },
    });
    expect(response.status).toBe(400);
  });

  it("may not be large without being signed in", async () => {
    const large = JSON.stringify({ query: "{ viewer { name } }", variables: { filler: "x".repeat(200_000) } });
    expect((await raw(large)).status).toBe(413);
    const headers = { "content-type": "application/json", cookie: signedIn.cookie };
    expect((await raw(large, { headers })).status).toBe(200);
  });

  it("may not be small only until it is unpacked", async () => {
    const packed = gzipSync(
      JSON.stringify({ query: "{ viewer { name } }", variables: { filler: "x".repeat(5_000_000) } }),
    );
    const headers = { "content-type": "application/json", "content-encoding": "gzip" };
    expect((await raw(new Uint8Array(packed), { headers })).status).toBe(415);
  });

  it("is answered without letting a browser guess or keep it", async () => {
    const { headers } = await raw(query);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-powered-by")).toBeNull();
  });
});
