import fc from "fast-check";
import { expect, it } from "vitest";
import { keptAfter } from "../../../test/list-reading.ts";
import { planImport } from "./compare.ts";
import type { BusinessEntry } from "./entry.ts";
import { joinEntries } from "./join-entries.ts";

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Few names, keys and addresses, so that rows often speak of the same business, in every mixture of keys. */
const row = fc.record({
  name: fc.constantFrom("みどり", "㈱みどり", "ふじ", "みどり株式会社"),
  externalId: maybe(fc.constantFrom("1", "2", "3")),
  corporateNumber: maybe(fc.constantFrom("7123456789012", "2010005005900")),
  address: maybe(fc.constantFrom("高松市番町1-1", "高松市番町一丁目1番", "高松市番町2")),
  employees: maybe(fc.integer({ min: 0, max: 3 })),
  needs: maybe(fc.subarray(["K01", "K02", "K03"])),
});

type Row = typeof row extends fc.Arbitrary<infer Value> ? Value : never;

function entriesOf(rows: readonly Row[]): readonly BusinessEntry[] {
  const entries = rows.map(({ name, externalId, corporateNumber, address, employees, needs }, index) => ({
    rows: [index + 2],
    name,
    ...(externalId === undefined ? {} : { externalId }),
    ...(corporateNumber === undefined ? {} : { corporateNumber }),
    facts: {
      ...(address === undefined ? {} : { address }),
      ...(employees === undefined ? {} : { employees }),
      ...(needs === undefined ? {} : { needs: needs.map((code) => [code, 1] as const) }),
    },
    about: [],
    estimated: [],
  }));
  return joinEntries(entries).entries;
}

it("any list loaded into an empty store changes nothing when loaded again", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
      const reading = { entries: entriesOf(rows), refusedRows: [] };
      const stored = keptAfter([], planImport([], reading));
      expect(planImport(stored, reading)).toMatchObject({ new: 0, changed: 0, unchanged: rows.length });
      expect(planImport([...stored].reverse(), reading)).toMatchObject({ new: 0, changed: 0, unchanged: rows.length });
    }),
    { numRuns: 500 },
  );
});

it("any list loaded into a store with other businesses changes nothing when loaded again", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 3 }), fc.array(row, { maxLength: 6 }), (before, after) => {
      const first = keptAfter([], planImport([], { entries: entriesOf(before), refusedRows: [] }));
      const reading = { entries: entriesOf(after), refusedRows: [] };
      const stored = keptAfter(first, planImport(first, reading));
      expect(planImport(stored, reading)).toMatchObject({ new: 0, changed: 0, unchanged: after.length });
    }),
    { numRuns: 2000 },
  );
});

it("every row of a list is counted once", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), fc.array(row, { maxLength: 12 }), (before, after) => {
      const stored = keptAfter([], planImport([], { entries: entriesOf(before), refusedRows: [] }));
      const plan = planImport(stored, { entries: entriesOf(after), refusedRows: [99] });
      expect(plan.new + plan.changed + plan.unchanged).toBe(after.length);
      expect(plan.refused).toBe(1);
    }),
  );
});
