import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decide } from "#domain/access/decide.ts";
import { OPERATIONS } from "#domain/access/operations.ts";
import { ROLES } from "#domain/access/viewer.ts";
import { readXlsx } from "#files/xlsx.ts";
import { DOWNLOADS } from "./downloads.ts";
import { KAGAWA, knownBusinesses, TOKUSHIMA } from "../../test/acting.ts";
import { openTestServer, type TestServer } from "../../test/test-server.ts";

let server: TestServer;
let cookie: string;
let send: Awaited<ReturnType<TestServer["signedInAs"]>>;
beforeAll(async () => {
  server = await openTestServer();
  send = await server.signedInAs("coordinator");
  cookie = send.cookie;
  await knownBusinesses(server.database.orm, ["=危ない屋", "さぬき製麺", "𠮷田鉄工"], KAGAWA);
  await knownBusinesses(server.database.orm, ["阿波の店"], TOKUSHIMA);
});
afterAll(() => server.close());

const download = (query: string, as = cookie) =>
  fetch(`${server.url}/downloads/businesses?${query}`, { headers: { cookie: as }, redirect: "manual" });

describe("a list that is downloaded", () => {
  it("is a workbook of the federation's own businesses, by name", async () => {
    const response = await download("");
    expect(response.headers.get("content-type")).toContain("spreadsheetml");
    expect(decodeURIComponent(response.headers.get("content-disposition") ?? "")).toMatch(
      /事業者一覧_\d{4}-\d\d-\d\d\.xlsx$/,
    );
    const book = await readXlsx(new Uint8Array(await response.arrayBuffer()));
    const [header, ...rows] = "sheets" in book ? (book.sheets[0]?.rows() ?? []).map(({ cells }) => cells) : [];
    expect(header?.slice(0, 3)).toEqual(["Musubi番号", "事業者名", "フリガナ"]);
    expect(rows.map((cells) => cells[1])).toEqual(["=危ない屋", "さぬき製麺", "𠮷田鉄工"]);
  });

  it("is filtered and has the columns that were asked for", async () => {
    const text = await (await download("format=csv&search=さぬき&columns=adviser,nobody-knows")).text();
    const [header, row, ...others] = text.replace("\uFEFF", "").trim().split("\r\n");
    expect(header).toBe("Musubi番号,事業者名,フリガナ,担当指導員");
    expect(row).toMatch(/,さぬき製麺,,$/);
    expect(others).toEqual([]);
  });

  it("holds no formula", async () => {
    expect(await (await download("format=csv&search=危ない")).text()).toContain(",'=危ない屋,");
  });

  it("leads someone not signed in to the sign-in page, and back to the list", async () => {
    const stranger = await download("", "");
    expect([stranger.status, stranger.headers.get("location")]).toEqual([303, "/sign-in?next=%2Fbusinesses&expired=1"]);
  });

  it("is answered to programs too, with the characters CP932 lacks", async () => {
    const { data } = await send(
      `{ businessesFile(format: CSV_CP932, search: "鉄工") { fileName rowCount contentBase64 unwritable { character count examples } } }`,
    );
    const file = data?.["businessesFile"] as { contentBase64: string };
    expect(file).toMatchObject({
      rowCount: 1,
      unwritable: [{ character: "𠮷", count: 1, examples: ["𠮷田鉄工"] }],
    });
    expect(new TextDecoder("shift_jis").decode(Buffer.from(file.contentBase64, "base64"))).toContain("〓田鉄工");
  });
});

describe("groups and candidates that are downloaded", () => {
  const rowsOf = async (path: string, as = cookie) => {
    const response = await fetch(`${server.url}${path}`, { headers: { cookie: as } });
    const text = (await response.text()).replace("\uFEFF", "").trim();
    return { status: response.status, lines: text.split("\r\n"), text };
  };

  it("are tables of the federation's own, in the order of the screen", async () => {
    const { data } = await send(`{ businesses(search: "さぬき製麺") { edges { node { id } } } }`);
    const other = await send(`{ businesses(search: "危ない") { edges { node { id } } } }`);
    const ids = [data, other.data].map(
      (one) => (one?.["businesses"] as { edges: { node: { id: string } }[] }).edges[0]?.node.id ?? "",
    );
    for (const name of ["=一番目の会", "二番目の会"]) {
      await send(
        `mutation ($ids: [ID!]!) { startGroup(input: { name: "${name}", purpose: "COOPERATIVE", memberIds: $ids }) { problems { message } } }`,
        { ids },
      );
    }
    const { lines } = await rowsOf("/downloads/groups?format=csv");
    expect(lines[0]).toMatch(/^グループ,目的,段階,/);
    expect(lines.slice(1).map((line) => line.split(",")[0])).toEqual(["二番目の会", "'=一番目の会"]);
    expect(lines[1]).toContain("=危ない屋（候補）、さぬき製麺（候補）");
    const elsewhere = await server.signedInAs("coordinator", TOKUSHIMA);
    expect((await rowsOf("/downloads/groups?format=csv", elsewhere.cookie)).lines).toHaveLength(1);
  });

  it("say that there is nothing where a question has no answer, or is another's", async () => {
    const { data } = await send(
      `mutation { startDiscovery(input: { question: { purpose: "COOPERATIVE" } }) { discovery { id } } }`,
    );
    const { id } = (data?.["startDiscovery"] as { discovery: { id: string } }).discovery;
    for (const asked of [id, "", "x"]) {
      const { status, text } = await rowsOf(`/downloads/candidates?discovery=${asked}`);
      expect([status, text]).toEqual([404, "見つかりません。削除されたか、アドレスが違っています。"]);
    }
  });
});

describe("who may download", () => {
  it.each(ROLES)("is as the access table has it for %s", async (role) => {
    const { cookie: as } = await server.signedInAs(role, role === "national" ? "00" : KAGAWA);
    const viewer = { kind: "account", accountId: "", name: "", email: "", role, federation: KAGAWA } as const;
    for (const path of Object.keys(DOWNLOADS)) {
      const { status } = await fetch(`${server.url}${path}`, { headers: { cookie: as } });
      const action = OPERATIONS[`GET ${path}`];
      // 404: a question that was not named; whoever may not take it away is not told so.
      const expected = action && decide(viewer, action) === "allow" ? [200, 404] : [403];
      expect([path, expected]).toEqual([path, expect.arrayContaining([status])]);
    }
  });
});
