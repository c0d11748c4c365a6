import { describe, expect, it } from "vitest";
import { onlyEntry, readCsvText, readOneBusiness } from "../../../test/list-reading.ts";
import { isNotice } from "./import-problem.ts";
import { CELL_CHARACTERS_MAX } from "./field-limits.ts";

const refusals = (problems: Awaited<ReturnType<typeof readCsvText>>["problems"]) =>
  problems.filter((problem) => !isNotice(problem));

describe("a row with every column of a list", () => {
  it("becomes a business with its facts", async () => {
    const reading = await readOneBusiness({
      管理番号: "A-1",
      法人番号: "7123456789012",
      "個人・法人": "株式会社",
      事業者名: "㈱みどり　御中",
      フリガナ: "ミドリ",
      代表者名: "髙﨑　一郎 様",
      郵便番号: "760-0017",
      所在地: "香川県高松市番町1-1",
      市区町村コード: "372013",
      緯度: "34.3401",
      経度: "134.0434",
      業種コード: "0971",
      資本金: "300万円",
      従業員数: "約6名",
      "設立・創業年月": "昭和63年4月",
      代表者年代: "60代",
      後継者: "無",
      許認可: "sanpai-collect:37:2028-03-31",
      強み: "研磨:3；めっき",
      "求める技術・協力": "塗装:2",
      課題: "K02:3；外国人材；離島への配達",
      月別負荷: "3;3;4;5;6;6;4;3;3;4;5;4.5",
      月別受注余力: "40;40;30;20;0;0;20;40;40;30;20;30",
      仕入品目: "corrugated-box:120000",
      付き合いのある事業者: "A-2；なし工業",
      "所属組合・団体": "なし",
      連携意向: "共同受注",
      まとめ役の意向: "2",
      最終訪問日: "R8.11.1",
      備考: "一行目\n二行目",
      電話: "087-000-0000",
    });
    expect(refusals(reading.problems)).toEqual([]);
    expect(onlyEntry(reading)).toEqual({
      rows: [2],
      externalId: "A-1",
      corporateNumber: "7123456789012",
      name: "㈱みどり",
      nameKana: "ミドリ",
      facts: {
        kind: "stock-company",
        representative: "髙﨑　一郎",
        postalCode: "7600017",
        address: "香川県高松市番町1-1",
        municipality: "37201",
        place: { lat: 34.3401, lon: 134.0434 },
        industryCode: "0971",
        capitalYen: 3_000_000,
        employees: 6,
        established: "1988-04",
        ownerAgeBand: "60s",
        successor: "no",
        licences: [{ kind: "sanpai-collect", area: "37", until: "2028-03-31" }],
        capabilities: [
          ["polishing", 3],
          ["plating", 1],
        ],
        seeks: [["painting", 2]],
        needs: [
          ["K02", 3],
          ["K24", 1],
          ["離島への配達", 1],
        ],
        monthlyLoad: [30, 30, 40, 50, 60, 60, 40, 30, 30, 40, 50, 45],
        monthlyCapacity: [40, 40, 30, 20, 0, 0, 20, 40, 40, 30, 20, 30],
        purchases: [["corrugated-box", 120_000]],
        ties: ["A-2", "なし工業"],
        memberships: [],
        purposes: ["SHARED_ORDERS"],
        leader: 2,
        lastContact: "2026-11-01",
        note: "一行目\n二行目",
        phone: "087-000-0000",
      },
      about: ["employees"],
      estimated: [],
    });
  });
});

describe("cells that tell nothing", () => {
  it.each(["", "－", "-", "不明", "非公開", "　"])("%j leaves the fact unknown", async (cell) => {
    expect(
      onlyEntry(await readOneBusiness({ 事業者名: "みどり", 資本金: cell, 課題: cell, 電話: cell })).facts,
    ).toEqual({});
  });

  it("なし says none in a list and nothing in a telephone column", async () => {
    const { facts } = onlyEntry(
      await readOneBusiness({ 事業者名: "みどり", 課題: "なし", FAX: "なし", 資本金: "なし" }),
    );
    expect(facts).toEqual({ needs: [] });
  });
});

describe("a row that cannot be taken", () => {
  it("is refused with all its problems, in their places", async () => {
    const reading = await readCsvText("事業者名,法人番号,従業員数\nみどり,123,多数\nふじ,,3\n");
    expect(reading.refusedRows).toEqual([2]);
    expect(reading.entries.map(({ name }) => name)).toEqual(["ふじ"]);
    expect(refusals(reading.problems)).toEqual([
      { code: "EMPLOYEES_NOT_READ", row: 2, column: "従業員数", cell: "C2", value: "多数" },
      { code: "CORPORATE_NUMBER_LENGTH", digits: 3, row: 2, column: "法人番号", cell: "B2", value: "123" },
    ]);
  });

  it("lacks its name", async () => {
    const reading = await readCsvText("事業者名,電話\n,087-111-2222\n不明,088-111-2222\n");
    expect(reading.refusedRows).toEqual([2, 3]);
    expect(reading.problems).toEqual([
      { code: "NAME_MISSING", row: 2, column: "事業者名", cell: "A2" },
      { code: "NAME_MISSING", row: 3, column: "事業者名", cell: "A3" },
    ]);
  });

  it("has a value beyond the last header", async () => {
    expect((await readCsvText("事業者名,担当者\nみどり,山田,\n")).refusedRows).toEqual([]);
    const reading = await readCsvText("事業者名,業種\nみどり,1,000\n");
    expect(reading.problems).toEqual([
      { code: "MORE_CELLS_THAN_COLUMNS", columns: 2, row: 2, cell: "C2", value: "000" },
    ]);
  });

  it.each([
    ["事業者名", "会社名", 100],
    ["代表者名", "代表者名", 200],
    ["所在地", "住所", 200],
    ["業種", "事業内容", 1_000],
    ["備考", "備考", 4_000],
  ])("has a cell of more characters than %s takes", async (_, header, limit) => {
    const rowWith = (text: string) =>
      readOneBusiness({ ...(header === "会社名" ? {} : { 会社名: "みどり" }), [header]: text });
    expect((await rowWith("あ".repeat(limit))).refusedRows).toEqual([]);
    const { problems, refusedRows } = await rowWith("あ".repeat(limit + 1));
    expect(refusedRows).toEqual([2]);
    expect(refusals(problems)).toMatchObject([
      { code: "CELL_TOO_LONG", limit, length: limit + 1, row: 2, column: header },
    ]);
  });

  it("has an address or a note that is too long in all its cells together", async () => {
    const parts = (length: number) => ({
      事業者名: "みどり",
      住所1: `高松市${"あ".repeat(147)}`,
      住所2: "い".repeat(length),
    });
    expect((await readOneBusiness(parts(50))).refusedRows).toEqual([]);
    expect((await readOneBusiness(parts(51))).problems).toMatchObject([
      { code: "CELL_TOO_LONG", limit: 200, length: 201, cell: "B2" },
    ]);
    const notes = (length: number) => ({ 事業者名: "みどり", 備考: "あ".repeat(3_000), 特記事項: "い".repeat(length) });
    expect((await readOneBusiness(notes(999))).refusedRows).toEqual([]);
    expect((await readOneBusiness(notes(1_000))).problems).toMatchObject([{ code: "CELL_TOO_LONG", length: 4_001 }]);
  });

  it("has a cell of more than 10,000 characters in a column that is not read", async () => {
    const longest = "あ".repeat(CELL_CHARACTERS_MAX);
    expect((await readOneBusiness({ 事業者名: "みどり", 血液型: longest })).refusedRows).toEqual([]);
    expect((await readOneBusiness({ 事業者名: "みどり", 血液型: `${longest}い` })).refusedRows).toEqual([2]);
  });

  it("has a latitude without a longitude", async () => {
    const reading = await readOneBusiness({ 事業者名: "みどり", 緯度: "34.3", 経度: "" });
    expect(reading.problems).toEqual([
      { code: "COORDINATE_ALONE", missing: "経度", row: 2, column: "緯度", cell: "B2", value: "34.3" },
    ]);
  });
});

describe("a list", () => {
  it("without a column of names is refused as a whole", async () => {
    expect((await readCsvText("住所,電話\n高松市,087\n")).problems).toEqual([{ code: "NAME_COLUMN_MISSING", row: 1 }]);
  });

  it("with headers only has no rows, and says so", async () => {
    expect(await readCsvText("事業者名,電話\n")).toEqual({
      entries: [],
      setAside: [],
      refusedRows: [],
      problems: [{ code: "NO_ROWS", row: 1 }],
    });
  });

  it("passes over repeated headers, sums, empty rows and ※ notes", async () => {
    const reading = await readCsvText(
      "事業者名,従業員数\nみどり,3\n,\n事業者名,従業員数\nふじ,4\n小　計,7\n合計,7\n東部支部計,7\n※推計を含む\n",
    );
    expect(reading.entries.map(({ name, rows }) => [name, ...rows])).toEqual([
      ["みどり", 2],
      ["ふじ", 5],
    ]);
    expect(reading.refusedRows).toEqual([]);
  });

  it("takes 〃 and 同上 from the row above and says so", async () => {
    const reading = await readCsvText("事業者名,住所\nみどり,高松市番町1\nふじ,〃\nさくら,同上\n");
    expect(reading.entries.map(({ facts }) => facts.address)).toEqual(Array(3).fill("高松市番町1"));
    expect(reading.problems).toContainEqual({
      code: "DITTO_TAKEN",
      taken: "高松市番町1",
      row: 4,
      column: "住所",
      cell: "B4",
      value: "同上",
    });
  });

  it("tells of columns it does not read, and keeps them as a note only when asked", async () => {
    const text = "事業者名,血液型,備考\nみどり,A,常連\n";
    const reading = await readCsvText(text);
    expect(reading.problems).toEqual([{ code: "COLUMN_UNKNOWN", row: 1, column: "血液型", cell: "B1" }]);
    expect(onlyEntry(reading).facts).toEqual({ note: "常連" });
    const kept = await readCsvText(text, { keepUnknownColumns: true });
    expect(onlyEntry(kept).facts).toEqual({ note: "常連\n血液型: A" });
  });

  it("keeps a second telephone number beside the first, and says so", async () => {
    const reading = await readCsvText("事業者名,電話,携帯\nみどり,087-111-2222,090-1111-2222\nふじ,,090-3333-4444\n");
    expect(reading.entries.map(({ facts }) => facts.phone)).toEqual(["087-111-2222 / 090-1111-2222", "090-3333-4444"]);
    expect(reading.problems).toEqual([
      { code: "COLUMN_TWICE", used: "電話", beside: true, row: 1, column: "携帯", cell: "C1" },
    ]);
    const same = await readOneBusiness({
      事業者名: "みどり",
      電話: "087-111-2222",
      連絡先: "０８７（１１１）２２２２",
    });
    expect(onlyEntry(same).facts.phone).toBe("087-111-2222");
  });

  it("keeps a second value of a fact in the note where the first is filled too, and drops none", async () => {
    const reading = await readCsvText("会社名,従業員数,正社員数,備考\nみどり,12,5,常連\nふじ,,3,\nさくら,4,４,\n");
    expect(reading.entries.map(({ facts: { employees, note } }) => [employees, note])).toEqual([
      [12, "常連\n正社員数: 5"],
      [3, undefined],
      [4, undefined],
    ]);
    expect(reading.problems).toMatchObject([{ code: "COLUMN_TWICE", used: "従業員数", beside: false }]);
  });

  it("joins an address from its parts and adds list columns up", async () => {
    const text = "事業者名,県,市町村,番地,課題,困りごと\nみどり,香川県,高松市,番町1-1,採用,資金繰り\n";
    const { facts } = onlyEntry(await readCsvText(text));
    expect(facts).toMatchObject({
      address: "香川県高松市番町1-1",
      municipality: "37201",
      needs: [
        ["K02", 1],
        ["K04", 1],
      ],
    });
  });
});

describe("a name", () => {
  it.each([
    ["みどり商店様", "みどり商店"],
    ["みどり商店　殿", "みどり商店"],
    ["みどり商店御中", "みどり商店"],
    ["レストラン王様", "レストラン王様"],
    ["味の宮殿", "味の宮殿"],
  ])("%s is %s", async (written, name) => {
    expect(onlyEntry(await readOneBusiness({ 事業者名: written })).name).toBe(name);
  });
});

describe("the municipality", () => {
  it("comes from the address where no code is given, and is marked as worked out", async () => {
    const { facts, estimated } = onlyEntry(await readOneBusiness({ 事業者名: "みどり", 住所: "高松市番町1" }));
    expect([facts.municipality, estimated]).toEqual(["37201", ["municipality"]]);
  });

  it("is carried from a municipality that is gone to the one of today, and told", async () => {
    const reading = await readOneBusiness({ 事業者名: "みどり", 住所: "木田郡牟礼町大町1" });
    expect(onlyEntry(reading).facts.municipality).toBe("37201");
    expect(reading.problems).toMatchObject([
      { code: "MUNICIPALITY_MERGED", former: "牟礼町", today: "高松市", row: 2, column: "住所" },
    ]);
  });

  it("comes from the postal code where the address names none", async () => {
    const { facts } = onlyEntry(await readOneBusiness({ 事業者名: "みどり", 郵便番号: "7600017" }));
    expect(facts.municipality).toBe("37201");
  });

  it("of a code that is no more is told and looked for again", async () => {
    const reading = await readOneBusiness({ 事業者名: "みどり", 市区町村コード: "37999", 住所: "高松市番町1" });
    expect(onlyEntry(reading).facts.municipality).toBe("37201");
    expect(reading.problems).toEqual([
      { code: "MUNICIPALITY_NOT_KNOWN", row: 2, column: "市区町村コード", cell: "B2", value: "37999" },
    ]);
  });
});

describe("the numbers of a corporation", () => {
  it("may be its registry number or, for a corporation, its invoice number", async () => {
    const registry = onlyEntry(await readOneBusiness({ 事業者名: "みどり", 会社法人等番号: "123456789012" }));
    expect(registry.corporateNumber).toBe("7123456789012");
    const invoice = onlyEntry(await readOneBusiness({ 事業者名: "㈱みどり", 登録番号: "T7123456789012" }));
    expect(invoice.corporateNumber).toBe("7123456789012");
  });

  it("are not a sole proprietor's invoice number", async () => {
    const reading = await readOneBusiness({ 事業者名: "みどり", 登録番号: "T7123456789012" });
    expect(onlyEntry(reading).corporateNumber).toBeUndefined();
    expect(reading.problems[0]?.code).toBe("INVOICE_NUMBER_NOT_USED");
  });
});

describe("an expiry column", () => {
  it("dates the licences of its row that carry no day themselves", async () => {
    const cells = {
      事業者名: "みどり",
      住所: "高松市番町1",
      許認可: "飲食店営業；sanpai-collect:37:2028-03-31",
      有効期限: "R08.08.31",
    };
    expect(onlyEntry(await readOneBusiness(cells)).facts.licences).toEqual([
      { kind: "food-restaurant", area: "37201", until: "2026-08-31" },
      { kind: "sanpai-collect", area: "37", until: "2028-03-31" },
    ]);
  });
});
