import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saveProposal } from "#commands/save-proposal.ts";
import { decide } from "#domain/access/decide.ts";
import { OPERATIONS } from "#domain/access/operations.ts";
import { ROLES } from "#domain/access/viewer.ts";
import type { Facts } from "#domain/business/facts.ts";
import { readXlsx } from "#files/xlsx.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { globalId } from "#queries/global-id.ts";
import { DOWNLOADS } from "./downloads.ts";
import { actingAs, KAGAWA, knownBusinesses, TODAY, TOKUSHIMA } from "../../test/acting.ts";
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

describe("the sheets of a candidate that are downloaded", () => {
  const NAMES = ["一番製麺", "二番豆腐", "三番酒造", "四番印刷"];
  let ids: string[];
  let proposal: string;
  beforeAll(async () => {
    const { orm } = server.database;
    ids = await knownBusinesses(orm, NAMES, KAGAWA);
    const ctx = actingAs(orm);
    for (const [index, id] of ids.entries())
      await ctx.em.nativeUpdate(BusinessRecord, { id }, { facts: factsOf(index) });
    const kept = await saveProposal(ctx, { question: { purpose: "COOPERATIVE" }, memberIds: ids }, "麺の会");
    if (!kept.accepted) throw new Error(JSON.stringify(kept.problems));
    proposal = globalId("SavedProposal", kept.change.proposalId);
  });

  /** Every business shares one issue and has telephone, address, size and one more issue of its own. */
  const factsOf = (index: number): Facts => {
    const told = <T>(value: T) => ({ value, source: "owner" as const, on: TODAY });
    return {
      phone: told(`087-811-100${index}`),
      address: told(`高松市番町${index + 1}丁目${index + 1}-1`),
      employees: told(71 + index),
      needs: told([
        ["K01", 3],
        [["K05", "K07", "K09", "K20"][index] as string, 3],
      ]),
    };
  };

  const sheet = async (query: Record<string, string>, as = cookie) => {
    const address = `${server.url}/downloads/candidate-sheet?${new URLSearchParams({ proposal, ...query })}`;
    const response = await fetch(address, { headers: { cookie: as }, redirect: "manual" });
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, bytes };
  };
  const pagesOf = async (bytes: Uint8Array) => {
    const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: false });
    return text.map((page) => page.replace(/\s/g, ""));
  };
  const nameOf = ({ headers }: { headers: Headers }) => decodeURIComponent(headers.get("content-disposition") ?? "");

  it("show the staff every member with telephone and place, who printed it, and that it is confidential", async () => {
    const visit = await sheet({ kind: "visit" });
    expect([visit.headers.get("content-type"), visit.headers.get("cache-control")]).toEqual([
      "application/pdf",
      "private, no-store",
    ]);
    expect(nameOf(visit)).toMatch(/^inline; filename\*=UTF-8''訪問用資料_麺の会_\d{4}-\d\d-\d\d\.pdf$/);
    const [page = ""] = await pagesOf(visit.bytes);
    for (const said of [
      "麺の会",
      ...NAMES,
      "087-811-1003",
      "高松市番町4丁目4-1",
      "74人",
      "取扱注意（中央会の内部用）",
      "1／1",
    ])
      expect(page).toContain(said);
  });

  it("tell an owner nothing of any other member, in the sheet or in the name of its file", async () => {
    const owner = await sheet({ kind: "owner", business: globalId("Business", ids[0] ?? "") });
    expect(nameOf(owner)).toMatch(/''事業者向け説明資料_一番製麺_\d{4}-\d\d-\d\d\.pdf$/);
    const [page = "", ...others] = await pagesOf(owner.bytes);
    expect(others).toEqual([]);
    expect(page).toContain("一番製麺様");
    const strange = [
      ...NAMES.slice(1),
      ...ids.slice(1),
      "087-811",
      "番町",
      "高松市番町",
      "麺の会",
      "71",
      "72",
      "73",
      "74",
    ];
    expect([...strange, ids[0] ?? ""].filter((text) => page.includes(text))).toEqual([]);
  });

  it("are one for each owner in one file, none with another's name", async () => {
    const pages = await pagesOf((await sheet({ kind: "owner" })).bytes);
    expect(pages).toHaveLength(NAMES.length);
    for (const page of pages) expect(NAMES.filter((name) => page.includes(name))).toHaveLength(1);
  });

  it("come as a Word document to be changed", async () => {
    const word = await sheet({ kind: "owner", format: "docx", business: globalId("Business", ids[1] ?? "") });
    expect(nameOf(word)).toMatch(/^attachment; .*事業者向け説明資料_二番豆腐_.*\.docx$/);
    expect(String.fromCharCode(...word.bytes.subarray(0, 2))).toBe("PK");
  });

  it("are not there for another federation, nor for a business that is not in the candidate", async () => {
    const elsewhere = await server.signedInAs("coordinator", TOKUSHIMA);
    expect((await sheet({ kind: "visit" }, elsewhere.cookie)).status).toBe(404);
    const [stranger = ""] = await knownBusinesses(server.database.orm, ["よその店"], KAGAWA);
    for (const business of [globalId("Business", stranger), "x"])
      expect((await sheet({ kind: "owner", business })).status).toBe(404);
    expect((await sheet({ kind: "visit" }, "")).status).toBe(303);
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
