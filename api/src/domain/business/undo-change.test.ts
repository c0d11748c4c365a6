import { describe, expect, it } from "vitest";
import { decideUndoAdding } from "./undo-change.ts";

const FRESH = { isByHand: true, isUntouched: true, isUsed: false };

const codesOf = (adding: Parameters<typeof decideUndoAdding>[0]) => {
  const decision = decideUndoAdding(adding);
  return decision.accepted ? [] : decision.problems.map(({ code }) => code);
};

describe("adding a business", () => {
  it("is taken back as long as nobody built on it", () => {
    expect(codesOf(FRESH)).toEqual([]);
  });

  it("is not once somebody changed it or counts on it, with every reason", () => {
    expect(codesOf({ ...FRESH, isUntouched: false, isUsed: true })).toEqual(["CHANGE_OVERTAKEN", "ADDED_IS_USED"]);
  });

  it("is a list's to take back where a list added it", () => {
    expect(codesOf({ ...FRESH, isByHand: false, isUsed: true })).toEqual(["CHANGE_NOT_UNDOABLE"]);
  });
});
