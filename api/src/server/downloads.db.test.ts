import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readXlsx } from "#files/xlsx.ts";
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

  it("is refused to whoever may not see businesses, and leads someone not signed in to the sign-in page", async () => {
    expect((await download("", (await server.signedInAs("operator")).cookie)).status).toBe(403);
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
