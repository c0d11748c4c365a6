import { describe, expect, it } from "vitest";
import { areDiverse } from "../rank.ts";
import { Overlaps } from "./overlaps.ts";

function avoiding(...groups: readonly (readonly number[])[]): Overlaps {
  const overlaps = new Overlaps();
  for (const group of groups) overlaps.avoid(Int32Array.from(group));
  return overlaps;
}

/** By how much a whole group is too like those avoided. */
function excessOf(overlaps: Overlaps, group: readonly number[]): number {
  const watch = overlaps.watch(group, 0);
  group.forEach((_, slot) => watch.change(slot, 1));
  return watch.excess(group.length);
}

describe("the overlap with groups already chosen", () => {
  it("is none up to one third of the union, and some beyond", () => {
    const overlaps = avoiding([1, 2, 3, 4]);
    expect(excessOf(overlaps, [3, 4, 5, 6])).toBe(0);
    expect(excessOf(overlaps, [2, 3, 4, 5])).toBe(4);
  });

  it("agrees with the rule proposals are held to, whatever the sizes", () => {
    const chosen = [0, 1, 2, 3, 4, 5];
    for (let from = 0; from < 8; from += 1) {
      for (let to = from + 1; to <= 12; to += 1) {
        const group = Array.from({ length: to - from }, (_, index) => from + index);
        const [a, b] = [group, chosen].map((one) => one.map(String)) as [string[], string[]];
        expect(excessOf(avoiding(chosen), group) === 0).toBe(areDiverse(a, b));
        expect(avoiding(chosen).isDiverse(Int32Array.from(group))).toBe(areDiverse(a, b));
      }
    }
  });

  it("sums over all of them, and follows members that come and go", () => {
    const watch = avoiding([1, 2], [2, 3]).watch([1, 2, 3], 2);
    const [one, two, three] = [0, 1, 2] as const;
    watch.change(two, 1);
    expect(watch.excess(1)).toBe(0);
    expect(watch.excess(2) + watch.added(three, 2)).toBe(4);
    watch.change(three, 1);
    expect(watch.excess(2)).toBe(4);
    watch.change(one, 1);
    expect(watch.excess(3)).toBe(6);
    watch.change(two, -1);
    expect(watch.excess(2)).toBe(0);
  });

  it("judges a group still growing as if it had the size it has to reach", () => {
    const overlaps = avoiding([1, 2, 3, 4]);
    const excessOfPair = (membersMin: number) => {
      const watch = overlaps.watch([1, 2], membersMin);
      watch.change(0, 1);
      watch.change(1, 1);
      return watch.excess(2);
    };
    expect([excessOfPair(2), excessOfPair(4)]).toEqual([2, 0]);
  });

  it("says whether one more would make a group too like another", () => {
    const overlaps = avoiding([1, 2, 3, 4]);
    // Two of four and four are a third of their union.
    expect(overlaps.mayJoin(1, [2, 8], 4)).toBe(true);
    expect(overlaps.mayJoin(1, [2, 3], 4)).toBe(false);
    expect(overlaps.mayJoin(1, [2, 3], 8)).toBe(true);
    expect(overlaps.mayJoin(9, [1, 2, 3], 4)).toBe(true);
  });
});
