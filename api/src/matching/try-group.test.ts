import { describe, expect, it } from "vitest";
import { ask, members } from "../../test/questions.ts";
import { tryGroup, TRIED_MAX } from "./try-group.ts";

const all = members(...Array.from({ length: 52 }, (_, index) => ({ id: `b${index}`, lat: 34.34, lon: 134.04 })));
const around = {
  ...{ question: ask("COOPERATIVE"), closed: new Set(["b1"]), eligible: all, withinDam: 800 },
  known: new Map(all.map((member) => [member.id, member])),
};
const ids = (count: number) => all.slice(0, count).map(({ id }) => id);
const notesOf = (wanted: readonly (string | undefined)[], index = 0) => tryGroup(wanted, index, around).notes;

describe("a group somebody puts together", () => {
  it("is scored with what each member does for it and who could join, also where a rule fails", () => {
    const { notes, analysis, effects, suggestions } = tryGroup(["b2", "b0", "b2"], 0, around);
    expect([notes, analysis?.members, effects.length, suggestions.length]).toEqual([[], ["b0", "b2"], 2, 10]);
    expect(analysis?.rules.find(({ id }) => id === "H1")?.verdict).toBe("fail");
  });

  it("has 50 members at most", () => {
    expect(
      tryGroup(
        [...ids(51)].filter((id) => id !== "b1"),
        0,
        around,
      ).analysis?.members,
    ).toHaveLength(50);
    expect(notesOf(ids(51))).toEqual([{ code: "TOO_MANY_MEMBERS", count: 51, max: 50 }]);
    expect(tryGroup(ids(51), 0, around).analysis).toBeUndefined();
  });

  it("leaves out those nobody knows, and says so", () => {
    expect(notesOf(["b0", "b2", "x", undefined])).toEqual([{ code: "MEMBERS_NOT_FOUND", count: 2 }]);
    expect(notesOf(["b0", "b2", undefined, undefined])).toEqual([{ code: "MEMBERS_NOT_FOUND", count: 2 }]);
    expect(notesOf(["x"])).toEqual([{ code: "MEMBERS_NOT_FOUND", count: 1 }, { code: "NO_MEMBER" }]);
    expect(notesOf([])).toEqual([{ code: "NO_MEMBER" }]);
  });

  it("tells those who closed, and a lone member", () => {
    expect(notesOf(["b0", "b1"])).toEqual([{ code: "MEMBERS_CLOSED", members: ["b1"] }]);
    expect(notesOf(["b0"])).toEqual([{ code: "LONE_MEMBER" }]);
  });

  it("is told of the two farthest apart, where that is farther than was asked for", () => {
    const street = members(
      { id: "a", lat: 34.34, lon: 134.04 },
      { id: "b", lat: 34.41, lon: 134.04 },
      { id: "c", lat: 34.45, lon: 134.04 },
      { id: "d" },
    );
    const known = new Map(street.map((member) => [member.id, member]));
    const notes = (ids: readonly string[]) => tryGroup(ids, 0, { ...around, known }).notes;
    expect(notes(["a", "b", "d"])).toEqual([]);
    expect(notes(["a", "b", "c", "d"])).toEqual([
      { code: "FAR_APART", members: ["a", "c"], distanceMetres: 12_210, withinMetres: 8_000 },
    ]);
  });

  it("is one of four", () => {
    expect(notesOf(["b0", "b2"], TRIED_MAX - 1)).toEqual([]);
    expect(notesOf(["b0", "b2"], TRIED_MAX)).toEqual([{ code: "TOO_MANY_GROUPS", max: 4 }]);
  });
});
