import { describe, expect, it } from "vitest";
import { Closest } from "./closest.ts";

describe("those closest to bettering a group", () => {
  it("are each there once, by the most a group would be worth with them, and no more than asked for", () => {
    const closest = new Closest(2, 10);
    for (const [one, worth] of [
      [1, 20],
      [2, 30],
      [1, 25],
      [2, 15],
      [3, 28],
    ] as const)
      closest.offer(one, worth);
    expect(closest.ones).toEqual([2, 3]);
  });

  it("set the bar once there are enough of them, and not before", () => {
    const closest = new Closest(2, 10);
    expect([closest.bar, closest.offer(1, 20), closest.offer(2, 30), closest.offer(3, 25)]).toEqual([10, 10, 20, 25]);
  });
});
