import { describe, expect, it } from "vitest";
import { keptAfter, onlyEntry, readCsvText, readingDay, readOneBusiness } from "../../../test/list-reading.ts";
import { factsAfter, planImport, type KeptBusiness } from "./compare.ts";
import type { PlainDate } from "../calendar.ts";
import type { Fact, FactKey } from "./facts.ts";

function kept(
  keys: Partial<KeptBusiness>,
  facts: Partial<Record<FactKey, unknown>> = {},
  source: Fact<unknown>["source"] = "list",
): KeptBusiness {
  const told = Object.entries(facts).map(([key, value]) => [key, { value, source, on: "2026-01-01" }]);
  return { id: "b1", version: 1, name: "みどり", ...keys, facts: Object.fromEntries(told) };
}

async function planOne(existing: readonly KeptBusiness[], cells: Readonly<Record<string, string>>) {
  return planImport(existing, await readOneBusiness(cells)).verdicts[0];
}

describe("a list compared with what is kept", () => {
  it("is counted in rows: three rows of one new business are three", async () => {
    const reading = await readCsvText("事業者名,課題\nみどり,採用\nみどり,資金繰り\nみどり,輸出\nふじ,\n,採用\n");
    const {
      verdicts,
      setAsideEntries: _none,
      notices: _quiet,
      ...counts
    } = planImport([kept({ name: "ふじ" })], reading);
    expect(counts).toEqual({ new: 3, changed: 0, unchanged: 1, refused: 1, setAside: 0 });
    expect(verdicts).toHaveLength(2);
  });

  it("names each value before and after", async () => {
    const verdict = await planOne([kept({}, { employees: 5, phone: "087" })], {
      事業者名: "みどり",
      従業員数: "6",
      FAX: "088",
      電話: "087",
    });
    expect(verdict).toMatchObject({
      verdict: "changed",
      id: "b1",
      changes: [
        { key: "employees", before: 5, after: 6 },
        { key: "fax", after: "088" },
      ],
    });
  });

  it("says nothing new by a telephone number written otherwise", async () => {
    const business = kept({}, { phone: "０１７－７２２－１２３４", fax: "017ー722ー1235" });
    const cells = { 事業者名: "みどり", 電話: "(017)722-1234", FAX: "0177221235" };
    expect(await planOne([business], cells)).toMatchObject({ verdict: "unchanged" });
    expect(await planOne([business], { ...cells, 電話: "017-722-1236" })).toMatchObject({
      changes: [{ key: "phone", before: "０１７－７２２－１２３４", after: "017-722-1236" }],
    });
  });

  it("erases nothing by an empty cell, and says none by なし", async () => {
    const business = kept({}, { needs: [["K01", 1]], employees: 5 });
    expect(await planOne([business], { 事業者名: "みどり", 課題: "", 従業員数: "不明" })).toMatchObject({
      verdict: "unchanged",
    });
    expect(await planOne([business], { 事業者名: "みどり", 課題: "なし" })).toMatchObject({
      changes: [{ key: "needs", after: [] }],
    });
  });

  it("replaces a list by the file's, whatever the order of either", async () => {
    const business = kept(
      {},
      {
        needs: [
          ["K02", 1],
          ["K01", 1],
        ],
      },
    );
    expect(await planOne([business], { 事業者名: "みどり", 課題: "K01;K02" })).toMatchObject({ verdict: "unchanged" });
    expect(await planOne([business], { 事業者名: "みどり", 課題: "K01" })).toMatchObject({
      changes: [{ key: "needs", after: [["K01", 1]] }],
    });
  });

  it("compares months in their order", async () => {
    const business = kept({}, { monthlyCapacity: [1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] });
    expect(await planOne([business], { 事業者名: "みどり", 月別受注余力: "2;1;0;0;0;0;0;0;0;0;0;0" })).toMatchObject({
      verdict: "changed",
    });
  });

  it("takes a rough figure and an exact one for different", async () => {
    expect(await planOne([kept({}, { employees: 20 })], { 事業者名: "みどり", 従業員数: "約20名" })).toMatchObject({
      verdict: "changed",
    });
  });

  it("does not put what we worked out over what was told", async () => {
    const cells = { 事業者名: "みどり", 住所: "高松市番町1" };
    const told = kept({}, { address: "高松市番町1", municipality: "37202" }, "owner");
    expect(await planOne([told], cells)).toMatchObject({ verdict: "unchanged" });
    const workedOut = kept({}, { address: "高松市番町1", municipality: "37202" }, "estimate");
    expect(await planOne([workedOut], cells)).toMatchObject({
      changes: [{ key: "municipality", before: "37202", after: "37201" }],
    });
  });
});

describe("the business a row speaks of", () => {
  it("is found by the federation's key before the corporate number", async () => {
    const existing = [kept({ id: "b1", corporateNumber: "7123456789012" }), kept({ id: "b2", externalId: "7" })];
    const verdict = await planOne(existing, { 事業者名: "新しい名", 管理番号: "7", 法人番号: "2010005005900" });
    expect(verdict).toMatchObject({ id: "b2", changes: [{ key: "corporateNumber" }, { key: "name" }] });
  });

  it("keeps the federation's key it has where a branch's row names another", async () => {
    const existing = [kept({ externalId: "1", corporateNumber: "7123456789012" })];
    expect(await planOne(existing, { 事業者名: "みどり", 管理番号: "2", 法人番号: "7123456789012" })).toMatchObject({
      verdict: "unchanged",
    });
  });

  it("is the only one of its name where the row has no address, and none where there are two", async () => {
    const one = kept({ id: "b1" }, { address: "高松市番町1" });
    const two = kept({ id: "b2" }, { address: "高松市番町2" });
    expect(await planOne([one], { 事業者名: "みどり" })).toMatchObject({ verdict: "unchanged", id: "b1" });
    expect(await planOne([one, two], { 事業者名: "みどり" })).toMatchObject({ verdict: "new" });
    expect(await planOne([one], { 事業者名: "みどり", 住所: "高松市番町2" })).toMatchObject({ verdict: "new" });
  });
});

describe("facts taken from a list", () => {
  it.each([
    ["2025-12-31", 5],
    ["2026-01-01", 6],
  ])("that is as of %s: what was said on 1 January 2026 becomes %i", async (on, employees) => {
    const entry = onlyEntry(await readOneBusiness({ 事業者名: "みどり", 従業員数: "6" }));
    const before = kept({}, { employees: 5 }, "owner").facts;
    expect(factsAfter(before, entry, { source: "list", on: on as PlainDate }).employees?.value).toBe(employees);
  });

  it("carry source, day and mark, and those worked out are estimates", async () => {
    const entry = onlyEntry(await readOneBusiness({ 事業者名: "みどり", 住所: "高松市番町1", 従業員数: "約20名" }));
    expect(factsAfter({}, entry, { source: "list", on: readingDay })).toEqual({
      address: { value: "高松市番町1", source: "list", on: readingDay },
      employees: { value: 20, source: "list", on: readingDay, about: true },
      municipality: { value: "37201", source: "estimate", on: readingDay },
    });
  });

  it("leave what did not change with its own source and day", async () => {
    const entry = onlyEntry(await readOneBusiness({ 事業者名: "みどり", 従業員数: "5" }));
    const before = kept({}, { employees: 5, phone: "087" }, "owner").facts;
    expect(factsAfter(before, entry, { source: "list", on: readingDay })).toEqual(before);
  });
});

it("a list loaded twice changes nothing the second time", async () => {
  const text =
    "事業者名,管理番号,法人番号,住所,課題\nみどり,1,,高松市番町1,採用\nみどり,,,高松市番町1,輸出\nみどり,,,,資金繰り\nふじ,2,7123456789012,,\nふじ支店,3,7123456789012,,なし\n";
  const reading = await readCsvText(text);
  const first = planImport([], reading);
  expect(first.new).toBe(5);
  expect(planImport(keptAfter([], first), reading)).toMatchObject({ new: 0, changed: 0, unchanged: 5 });
});
