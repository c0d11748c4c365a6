import { describe, expect, it } from "vitest";
import type { PlainDate } from "../calendar.ts";
import type { KeptBusiness } from "./compare.ts";
import { comesToNothing, type StateChange } from "./history.ts";
import { decideUndoImport, redoForBusiness, undoForBusiness, undoOutcomeOf } from "./undo-import.ts";

const told = (value: number) => ({ value, source: "list" as const, on: "2026-11-21" as PlainDate });
const employees = (before: number | undefined, after: number | undefined): StateChange => ({
  key: "employees",
  ...(before === undefined ? {} : { before: told(before) }),
  ...(after === undefined ? {} : { after: told(after) }),
});
const shop = (version: number, persons?: number): KeptBusiness => ({
  ...{ id: "b1", name: "甲", version, externalId: "1" },
  facts: persons === undefined ? {} : { employees: told(persons) },
});
const added = { version: 1, kind: "ADDED", changes: [] } as const;
const imported = { version: 2, kind: "IMPORTED", changes: [employees(6, 9)] } as const;
const irrelevantKeys = () => false;

describe("an import", () => {
  const course = { appliedDaysAgo: 1, undone: false, changed: 3 };

  it.each([
    [0, "accepted"],
    [30, "accepted"],
    [30.001, "IMPORT_UNDO_TOO_LATE"],
  ])("that was taken in %s days ago may be undone: %s", (appliedDaysAgo, expected) => {
    const decision = decideUndoImport({ ...course, appliedDaysAgo }, "undo");
    expect(decision.accepted ? "accepted" : decision.problems[0]?.code).toBe(expected);
  });

  it.each([
    ["undo", { ...course, appliedDaysAgo: undefined }, ["IMPORT_NOT_APPLIED"]],
    ["undo", { ...course, undone: true }, ["IMPORT_UNDONE_ALREADY"]],
    ["redo", course, ["IMPORT_NOT_UNDONE"]],
    ["undo", { ...course, changed: 0 }, ["IMPORT_CHANGED_NOTHING"]],
    ["redo", { appliedDaysAgo: 31, undone: false, changed: 3 }, ["IMPORT_NOT_UNDONE", "IMPORT_UNDO_TOO_LATE"]],
  ] as const)("is not made to %s where it is %o, with every reason at once", (direction, so, codes) => {
    const decision = decideUndoImport(so, direction);
    expect(decision.accepted ? [] : decision.problems.map(({ code }) => code)).toEqual(codes);
  });
});

describe("a business that an undone import had added", () => {
  it("is removed where nobody changed it since, or what was changed was changed back", () => {
    expect(undoForBusiness({ now: shop(1), events: [added], since: [] }).outcome).toBe("removed");
    const backAndForth = [employees(6, 7), employees(7, 6)];
    expect(undoForBusiness({ now: shop(3, 6), events: [added], since: backAndForth }).outcome).toBe("removed");
  });

  it("stays where somebody changed it, or a group holds it", () => {
    expect(undoForBusiness({ now: shop(2, 7), events: [added], since: [employees(6, 7)] })).toMatchObject({
      ...{ outcome: "kept", reason: "CHANGED_SINCE" },
    });
    expect(undoForBusiness({ now: shop(1), events: [added], since: [], heldBy: "IN_GROUP" })).toMatchObject({
      ...{ outcome: "kept", reason: "IN_GROUP" },
    });
  });

  it("stays gone where it was removed since", () => {
    const gone = { ...shop(2), removed: true } as const;
    expect(undoForBusiness({ now: gone, events: [added], since: [] })).toMatchObject({ reason: "REMOVED_SINCE" });
  });

  it("comes back when the import is made again, unless its key is another's", () => {
    const gone = { ...shop(2), removed: true } as const;
    const events = [added, { version: 2, kind: "UNDONE", changes: [] } as const];
    expect(redoForBusiness({ now: gone, events, since: [] }, irrelevantKeys).outcome).toBe("restored");
    expect(redoForBusiness({ now: gone, events, since: [] }, (key) => key === "1")).toMatchObject({
      reason: "KEY_TAKEN",
    });
  });
});

describe("a business that an undone import had changed", () => {
  it("is as it was before, whatever else is known since", () => {
    const undoing = undoForBusiness({ now: { ...shop(3, 9), nameKana: "コウ" }, events: [imported], since: [] });
    expect(undoing).toMatchObject({ outcome: "restored", state: { nameKana: "コウ", facts: { employees: told(6) } } });
  });

  it("keeps what was changed again since, and the rest goes back", () => {
    const both = { ...imported, changes: [employees(6, 9), { key: "nameKana", after: "コウ" } as const] };
    const undoing = undoForBusiness({ now: { ...shop(3, 10), nameKana: "コウ" }, events: [both], since: [] });
    expect(undoing).toMatchObject({ outcome: "restored", kept: ["employees"] });
    expect(undoing.outcome === "restored" && "nameKana" in undoing.state).toBe(false);
  });

  it("is not undone twice, nor made again twice", () => {
    const undone = { version: 3, kind: "UNDONE", changes: [employees(9, 6)] } as const;
    const redone = { version: 4, kind: "REDONE", changes: [employees(6, 9)] } as const;
    expect(undoForBusiness({ now: shop(3, 6), events: [imported, undone], since: [] }).outcome).toBe("untouched");
    const events = [imported, undone, redone];
    expect(redoForBusiness({ now: shop(4, 9), events, since: [] }, irrelevantKeys).outcome).toBe("untouched");
    expect(undoForBusiness({ now: shop(4, 9), events, since: [] })).toMatchObject({
      state: { facts: { employees: told(6) } },
    });
  });
});

describe("what an undoing came to", () => {
  it("counts businesses and names each that stays, wholly or in part", () => {
    const outcome = undoOutcomeOf([
      { now: shop(1), undoing: { outcome: "removed", state: shop(1) } },
      { now: shop(1), undoing: { outcome: "restored", state: shop(1), kept: ["employees"] } },
      { now: shop(1), undoing: { outcome: "kept", reason: "IN_GROUP", keys: [] } },
      { now: shop(1), undoing: { outcome: "untouched" } },
    ]);
    expect(outcome).toMatchObject({ removed: 1, restored: 1, keptCount: 2 });
    expect(outcome.kept.map(({ reason }) => reason)).toEqual(["CHANGED_SINCE", "IN_GROUP"]);
  });
});

describe("a row of changes", () => {
  it("comes to nothing where each thing ends as it began", () => {
    expect(comesToNothing([])).toBe(true);
    expect(comesToNothing([employees(undefined, 6), employees(6, undefined)])).toBe(true);
    expect(comesToNothing([employees(6, 9), { key: "name", before: "甲", after: "乙" }, employees(9, 6)])).toBe(false);
  });
});
