import { describe, expect, it } from "vitest";
import { onlyEntry, readCsvText } from "../../../test/list-reading.ts";
import { isNotice } from "./import-problem.ts";
import { layOut } from "./lay-out.ts";
import { shapeOf } from "./lay-out-columns.ts";
import type { ListRow } from "./list-table.ts";
import { COLUMN_TARGETS } from "./table-choice.ts";

function rowsOf(...lines: readonly string[]): ListRow[] {
  return lines.map((line, index) => ({ row: index + 1, cells: line.split(",") }));
}

function rolesOf(...lines: readonly string[]): string[] {
  const rows = rowsOf(...lines);
  return layOut(rows, rows[0]!).columns.map(({ role }) => role);
}

describe("what a person says a column holds", () => {
  it("goes before its header", async () => {
    const text = "名前,血液型,けいたい,通番\nみどり,A,090-1111-2222,7\n";
    const mapping = { 0: "name", 1: "noteWithHeader", 2: "phone", 3: "externalId" } as const;
    const reading = await readCsvText(text, { headerRow: 1, mapping });
    expect(onlyEntry(reading)).toMatchObject({
      name: "みどり",
      externalId: "7",
      facts: { phone: "090-1111-2222", note: "血液型: A" },
    });
    expect(reading.problems).toEqual([]);
  });

  it("may be that it is not taken, which then needs no telling", async () => {
    const reading = await readCsvText("事業者名,電話\nみどり,087-111-2222\n", { mapping: { 1: "notTaken" } });
    expect(onlyEntry(reading).facts).toEqual({});
    expect(reading.problems).toEqual([]);
  });

  it("joins two columns that are both said to be the address", async () => {
    const text = "事業者名,あ,い\nみどり,高松市,番町1\n";
    const reading = await readCsvText(text, { mapping: { 1: "address", 2: "address" } });
    expect(onlyEntry(reading).facts.address).toBe("高松市番町1");
  });

  it("may be any field, each once", () => {
    expect(COLUMN_TARGETS).toContain("needs");
    expect(new Set(COLUMN_TARGETS).size).toBe(COLUMN_TARGETS.length);
  });
});

describe("capital without a unit", () => {
  const text = "事業者名,資本金\nみどり,1000\nふじ,300万円\n";

  it("is asked about, and read in the unit a person answers", async () => {
    expect((await readCsvText(text)).problems.filter((problem) => !isNotice(problem))).toMatchObject([
      { code: "CAPITAL_UNIT_MISSING", row: 2, cell: "B2" },
    ]);
    const { entries } = await readCsvText(text, { capitalUnitYen: 1_000 });
    expect(entries.map(({ facts }) => facts.capitalYen)).toEqual([1_000_000, 3_000_000]);
  });

  it("has the unit that stands above the table, and says so", async () => {
    const { entries, problems } = await readCsvText(`会員名簿,（単位：千円）\n${text}`);
    expect(entries.map(({ facts }) => facts.capitalYen)).toEqual([1_000_000, 3_000_000]);
    expect(problems).toMatchObject([{ code: "CAPITAL_UNIT_FROM_TITLE", unit: "（単位：千円）", column: "資本金" }]);
  });
});

describe("a cell as a person corrected it", () => {
  it("is read in the place of what stands in the file, and of nothing else", async () => {
    const text = "事業者名,従業員数\nみどり,多数\nふじ,3\n";
    const { entries, problems } = await readCsvText(text, { corrections: { B2: "12", C9: "x", AA1: "" } });
    expect(entries.map(({ name, facts }) => [name, facts.employees])).toEqual([["みどり", 12], ["ふじ", 3]]); // prettier-ignore
    expect(problems).toEqual([]);
  });
});

describe("one column for each answer", () => {
  it("is known by a heading over the answers", () => {
    expect(
      rolesOf(
        "会社名,問3 困りごと（複数回答可）,,,備考",
        ",人手不足,資金繰り,その他（自由記述）,",
        "みどり,○,,駐車場,",
      ),
    ).toEqual(["name", "needs", "needs", "needs", "note"]);
  });

  it("adds its answers up, by mark or by word", async () => {
    const text =
      "会社名,課題 [人手不足],課題 [資金繰り],課題 [その他（自由記述）]\nみどり,○,1,駐車場\nふじ,×,,\nさくら,人手不足,0,\n";
    const { entries, problems } = await readCsvText(text);
    expect(entries.map(({ facts }) => facts.needs)).toEqual([
      [["K02", 1], ["K04", 1], ["駐車場", 1]],
      undefined,
      [["K02", 1]],
    ]); // prettier-ignore
    expect(problems).toEqual([]);
  });

  it("follows a question that asks for several", () => {
    expect(rolesOf("会社名,強み（複数回答可）,溶接,研磨,血液型", "みどり,,○,1,A")).toEqual([
      "name",
      "capabilities",
      "capabilities",
      "capabilities",
      "unknown",
    ]);
  });
});

describe("the shape of a list", () => {
  const shape = (line: string) => {
    const rows = rowsOf(line, "みどり");
    return shapeOf(layOut(rows, rows[0]!).columns);
  };

  it("is the same however the headers are spaced and whatever is below them", () => {
    expect(shape("事業者名,ＴＥＬ")).toBe(shape("事 業 者 名,tel,"));
    expect(shape("事業者名,ＴＥＬ")).toMatch(/^[0-9a-f]{16}$/);
  });

  it("is another where a header or their order is", () => {
    expect(shape("事業者名,TEL")).not.toBe(shape("TEL,事業者名"));
    expect(shape("事業者名,TEL")).not.toBe(shape("事業者名,FAX"));
  });
});
