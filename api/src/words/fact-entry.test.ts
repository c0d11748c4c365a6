import { describe, expect, it } from "vitest";
import type { PlainDate } from "#domain/calendar.ts";
import type { FactValues } from "#domain/business/facts.ts";
import { readEdits, type TypedFact } from "#domain/business/read-edit.ts";
import { listContextOf } from "#files/list-context.ts";
import { loadReference } from "#files/seeds/reference.ts";
import { factChoices, factEntry } from "./fact-entry.ts";

const reference = loadReference();
const today = "2026-11-21" as PlainDate;
const context = { ...listContextOf({ vocabularies: reference.vocabularies, today }), municipality: "37201" };
const labelOf = reference.labelOf("ja");

/** Every value the readers can make, the awkward ones among them. */
const VALUES: Pick<FactValues, TypedFact> = {
  kind: "limited-company",
  representative: "指導 花子",
  representativeTitle: "代表取締役",
  contactPerson: "見本 太郎",
  postalCode: "7600017",
  address: "香川県高松市番町一丁目1-1",
  municipality: "37201",
  place: { lat: 34.34, lon: 134.0434 },
  industryCode: "0971",
  industry: "めん類製造業",
  capitalYen: 300,
  employees: 20,
  established: "1988-04",
  ownerAgeBand: "80s",
  successor: "candidate",
  licences: [{ kind: "used-goods" }, { kind: "sanpai-collect", area: "37", until: "2028-03-31" as PlainDate }],
  capabilities: [
    ["baking", 3],
    ["手打ち", 1],
  ],
  seeks: [["delivery", 2]],
  needs: [
    ["K02", 3],
    ["雪かき", 1],
  ],
  monthlyLoad: [25, 30, 0, 30, 35, 40, 40, 35, 45, 55, 75, 5],
  monthlyWorkers: Array<number>(12).fill(0),
  monthlyCapacity: [26, 26, 18, 24, 24, 22, 20, 20, 22, 18, 12, 2],
  purchases: [["段ボール箱", 120_000], ["小麦粉"]],
  ties: ["D001", "製麺みやび"],
  memberships: ["むすび町商工会"],
  customers: ["7000012050002"],
  purposes: ["COOPERATIVE", "SHARED_ORDERS"],
  leader: 0,
  adviser: "見本 花子",
  lastContact: "2026-05-07" as PlainDate,
  note: "一行目\n二行目",
  phone: "087-000-0000",
  fax: "087-000-0001",
  email: "a@example.jp",
  source: "見本（架空）",
};
const KEYS = Object.keys(VALUES) as TypedFact[];

describe("what stands in a fact's field", () => {
  it.each(KEYS)("is read as the same value again: %s", (key) => {
    const fact = { value: VALUES[key], source: "owner", on: "2026-11-21" } as never;
    expect(readEdits([{ key, text: factEntry(key, fact, labelOf) }], context)).toEqual({
      read: [{ key, value: VALUES[key] }],
      problems: [],
    });
  });

  it("says that a head count is rough", () => {
    const fact = { value: 20, source: "owner", on: "2026-11-21", about: true } as never;
    expect(factEntry("employees", fact, labelOf)).toBe("約20");
    expect(readEdits([{ key: "employees", text: "約20" }], context).read).toEqual([
      { key: "employees", value: 20, about: true },
    ]);
  });
});

describe("the values a fact is chosen from", () => {
  it.each(["kind", "ownerAgeBand", "successor", "leader", "purposes"] as const)(
    "are all read as they are handed in: %s",
    (key) => {
      const choices = factChoices(key, { language: "ja", labelOf });
      const { problems } = readEdits(
        choices.map(({ code }) => ({ key, text: code })),
        context,
      );
      expect(problems).toEqual([]);
      expect(new Set(choices.map(({ name }) => name)).size).toBe(choices.length);
    },
  );
});

describe("a way to be reached, typed by hand", () => {
  const typed = (key: TypedFact, text: string) => readEdits([{ key, text }], context);

  it("is kept in half width", () => {
    expect(typed("phone", "０１７－７２２－１２３４").read).toEqual([{ key: "phone", value: "017-722-1234" }]);
    expect(typed("email", "ｉｎｆｏ＠example.jp").read).toEqual([{ key: "email", value: "info@example.jp" }]);
  });

  it.each<[TypedFact, string, string]>([
    ["phone", "123", "PHONE_NOT_POSSIBLE"],
    ["fax", "0172-35-12345", "PHONE_NOT_POSSIBLE"],
    ["email", "info@@x", "EMAIL_NOT_POSSIBLE"],
  ])("as %s %s is refused at its field", (field, text, code) => {
    expect(typed(field, text)).toEqual({ read: [], problems: [{ code: "FIELD_NOT_READ", field, cell: { code } }] });
  });
});

describe("a text typed by hand", () => {
  it.each([
    ["name", 100],
    ["representative", 200],
    ["note", 4_000],
  ] as const)("in the field %s has at most %i characters", (key, max) => {
    const typed = (length: number) => readEdits([{ key, text: "あ".repeat(length) }], context).problems;
    expect(typed(max)).toEqual([]);
    expect(typed(max + 1)).toEqual([{ code: "FIELD_TOO_LONG", field: key, max }]);
  });
});
