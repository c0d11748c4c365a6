import { describe, expect, it } from "vitest";
import type { BusinessEntry } from "./entry.ts";
import type { FactValues } from "./facts.ts";
import type { ImportProblem } from "./import-problem.ts";
import { joinEntries } from "./join-entries.ts";

function entry(row: number, keys: Partial<BusinessEntry>, facts: Partial<FactValues> = {}): BusinessEntry {
  return { rows: [row], name: "みどり", about: [], estimated: [], ...keys, facts };
}

const isContradiction = ({ code }: ImportProblem) => code === "FACT_CONTRADICTED";
const rowsOf = (entries: readonly BusinessEntry[]) => joinEntries(entries).entries.map(({ rows }) => rows);

describe("rows of one business", () => {
  it("share the federation's key, whatever their names", () => {
    expect(rowsOf([entry(2, { externalId: "1" }), entry(3, { externalId: "1", name: "別名" })])).toEqual([[2, 3]]);
    expect(rowsOf([entry(2, { externalId: "1" }), entry(3, { externalId: "2" })])).toEqual([[2], [3]]);
  });

  it("share the corporate number, even with another key of the federation: a branch", () => {
    const number = "7123456789012";
    const joined = joinEntries([
      entry(2, { externalId: "1", corporateNumber: number }),
      entry(3, { externalId: "2", corporateNumber: number }),
    ]);
    expect(joined.entries).toMatchObject([{ rows: [2, 3], externalId: "1" }]);
  });

  it("share name and address, however they are written", () => {
    const first = entry(2, { name: "㈱みどり" }, { address: "高松市番町一丁目2番3号" });
    expect(rowsOf([first, entry(3, { name: "みどり株式会社" }, { address: "香川県高松市番町1-2-3" })])).toEqual([
      [2, 3],
    ]);
    expect(rowsOf([first, entry(3, { name: "㈱みどり" }, { address: "高松市番町1-2-4" })])).toEqual([[2], [3]]);
    expect(rowsOf([first, entry(3, { name: "㈱みどり" })])).toEqual([[2], [3]]);
  });

  it("give one telephone number in two spellings without a contradiction, and two numbers with one", () => {
    const joined = (phone: string) =>
      joinEntries([entry(2, { externalId: "1" }, { phone: "017-722-1234" }), entry(3, { externalId: "1" }, { phone })]);
    expect(joined("０１７（７２２）１２３４").notices.filter(isContradiction)).toEqual([]);
    expect(joined("017-722-1235").notices.filter(isContradiction)).toHaveLength(1);
  });

  it("are found by a key learnt from a later row", () => {
    const rows = [
      entry(2, {}),
      entry(3, { corporateNumber: "7123456789012" }),
      entry(4, { name: "別名", corporateNumber: "7123456789012" }),
    ];
    expect(rowsOf(rows)).toEqual([[2, 3, 4]]);
  });

  it("with different corporate numbers are never one by name", () => {
    expect(
      rowsOf([entry(2, { corporateNumber: "7123456789012" }), entry(3, { corporateNumber: "2010005005900" })]),
    ).toEqual([[2], [3]]);
  });
});

describe("their facts", () => {
  it("are united where they are lists: the higher level, the later day", () => {
    const joined = joinEntries([
      entry(2, {}, { licences: [{ kind: "inn", area: "37201", until: "2027-01-01" as never }], needs: [["K01", 1]] }),
      entry(
        3,
        {},
        {
          licences: [
            { kind: "inn", area: "37201", until: "2028-01-01" as never },
            { kind: "inn", area: "37202" },
          ],
          needs: [
            ["K01", 3],
            ["K02", 1],
          ],
        },
      ),
    ]);
    expect(joined.entries[0]?.facts).toEqual({
      licences: [
        { kind: "inn", area: "37201", until: "2028-01-01" },
        { kind: "inn", area: "37202" },
      ],
      needs: [
        ["K01", 3],
        ["K02", 1],
      ],
    });
    expect(joined.notices.filter(isContradiction)).toEqual([]);
  });

  it("are the first row's where single ones contradict, and the other is told", () => {
    const joined = joinEntries([entry(2, {}, { employees: 5 }), entry(3, {}, { employees: 6, phone: "087" })]);
    expect(joined.entries[0]?.facts).toEqual({ employees: 5, phone: "087" });
    expect(joined.notices.filter(isContradiction)).toEqual([
      { code: "FACT_CONTRADICTED", row: 3, column: "従業員数", value: "6", kept: "5", keptRow: 2 },
    ]);
  });

  it("do not contradict where an address is only written otherwise", () => {
    const rows = [entry(2, {}, { address: "高松市番町1-2" }), entry(3, {}, { address: "高松市番町１－２" })];
    expect(joinEntries(rows).notices.filter(isContradiction)).toEqual([]);
  });

  it("carry the mark of the row whose value is kept", () => {
    const joined = joinEntries([
      entry(2, {}, { employees: 5 }),
      entry(3, { about: ["employees", "capitalYen"] }, { employees: 5, capitalYen: 1 }),
    ]);
    expect(joined.entries[0]?.about).toEqual(["capitalYen"]);
  });

  it("keep every note", () => {
    const joined = joinEntries([
      entry(2, {}, { note: "一" }),
      entry(3, {}, { note: "二" }),
      entry(4, {}, { note: "一" }),
    ]);
    expect(joined.entries[0]?.facts.note).toBe("一\n二");
  });
});

describe("a key of the federation on two names", () => {
  it("is told, so that a slip in the list does not make one business of two unnoticed", () => {
    const sweets = { ...entry(7, { externalId: "0005" }), name: "㈱仏生山菓子" };
    const again = { ...entry(9, { externalId: "0005" }), name: "株式会社仏生山菓子" };
    const electric = { ...entry(41, { externalId: "0005" }), name: "㈱仏生山電気" };
    expect(joinEntries([sweets, again, electric]).notices.filter(isContradiction)).toEqual([
      {
        code: "FACT_CONTRADICTED",
        row: 41,
        column: "事業者名",
        value: "㈱仏生山電気",
        kept: "㈱仏生山菓子",
        keptRow: 7,
      },
    ]);
  });
});

describe("rows that were joined", () => {
  const pairs = (count: number) =>
    Array.from({ length: count }, (_, at) => [
      entry(2 * at + 2, { externalId: `${at}` }),
      entry(2 * at + 3, { externalId: `${at}` }),
    ]).flat();

  it("are told with the row they were joined with", () => {
    const rows = [2, 5, 7].map((row) => entry(row, { externalId: "1" }));
    const told = { code: "ROWS_JOINED", rows: [5, 7], count: 2, businesses: 1, row: 5, firstRow: 2 };
    expect(joinEntries([...rows, entry(8, { externalId: "2" })]).notices).toEqual([told]);
  });

  it("are told once for the list where more than ten businesses have several", () => {
    expect(joinEntries(pairs(10)).notices).toHaveLength(10);
    expect(joinEntries(pairs(11)).notices).toMatchObject([
      { code: "ROWS_JOINED", rows: [3, 5, 7, 9, 11, 13, 15, 17, 19, 21], count: 11, businesses: 11 },
    ]);
  });
});
