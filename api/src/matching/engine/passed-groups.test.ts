import { describe, expect, it } from "vitest";
import { POOL_MAX } from "./part.ts";
import { PassedGroups } from "./passed-groups.ts";

const groupOf = (...slots: readonly number[]) => {
  const all = new Int32Array(POOL_MAX);
  all.set(slots);
  return { size: slots.length, slots: all };
};

describe("groups that climbs came through", () => {
  it("knows a group again, in whatever order its members stand", () => {
    const passed = new PassedGroups();
    passed.clear();
    expect(passed.pass(groupOf(0, 31, 32, 63))).toBe(false);
    expect(passed.pass(groupOf(63, 0, 32, 31))).toBe(true);
  });

  it("holds none before anything was forgotten", () => {
    expect(new PassedGroups().pass(groupOf(0, 31))).toBe(false);
  });

  it("tells every group of up to two from every other", () => {
    const passed = new PassedGroups();
    passed.clear();
    for (let one = 0; one < POOL_MAX; one += 1) {
      expect(passed.pass(groupOf(one))).toBe(false);
      for (let other = 0; other < one; other += 1)
        if ((one + other) % 2 === 0) expect(passed.pass(groupOf(one, other))).toBe(false);
    }
  });

  it("forgets all of them", () => {
    const passed = new PassedGroups();
    passed.clear();
    passed.pass(groupOf(1, 2));
    passed.clear();
    expect(passed.pass(groupOf(1, 2))).toBe(false);
  });

  it("stays of use, and ends, when more come than it has room for", () => {
    const passed = new PassedGroups();
    passed.clear();
    for (let one = 0; one < POOL_MAX; one += 1)
      for (let two = 0; two < POOL_MAX; two += 1)
        for (let three = 0; three < 4; three += 1) passed.pass(groupOf(one, two, three));
    expect(passed.pass(groupOf(0, 0, 0))).toBe(true);
  });
});
