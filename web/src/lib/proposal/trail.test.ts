import { describe, expect, it } from "vitest";
import { stepped, trailFrom, walked } from "./trail.ts";

describe("the trail of changes", () => {
  const three = stepped(stepped(trailFrom("a"), "b"), "c");

  it("grows with each change, not with the same address again", () => {
    expect(three).toEqual({ addresses: ["a", "b", "c"], at: 2 });
    expect(stepped(three, "c")).toEqual(three);
  });

  it("is walked back and on", () => {
    const back = walked(three, "b", -1);
    expect(back.at).toBe(1);
    expect(walked(back, "c", 1).at).toBe(2);
    expect(walked(three, "a", -2).at).toBe(0);
  });

  it("forgets what was undone when something else is done", () => {
    expect(stepped(walked(three, "a", -2), "d")).toEqual({ addresses: ["a", "d"], at: 1 });
  });

  it("tells a way back to an address passed twice by the direction", () => {
    const round = stepped(three, "a");
    expect(walked(walked(round, "c", -1), "a", 1).at).toBe(3);
  });

  it("begins anew at an address that was never passed", () => {
    expect(walked(three, "x", -1)).toEqual(trailFrom("x"));
  });
});
