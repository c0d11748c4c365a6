import { describe, expect, it } from "vitest";
import {
  copied,
  dropped,
  picksOf,
  pinTurned,
  putIn,
  swapped,
  takenOut,
  variantLetter,
  workbenchAddress,
  workbenchOf,
} from "./workbench.ts";

const benchOf = (text: string) => workbenchOf(new URLSearchParams(text));
const addressOf = (bench: ReturnType<typeof benchOf>, params = "") =>
  decodeURIComponent(workbenchAddress(new URLSearchParams(params), bench));

describe("a swap on the workbench", () => {
  it("puts the newcomer where the member was taken out, in that group alone", () => {
    const bench = workbenchOf(new URLSearchParams("g=a,b,c&g=a,b"));
    const after = swapped(bench, 0, { leaves: "b", comes: "d" });
    expect(after.groups).toEqual([
      ["a", "c", "d"],
      ["a", "b"],
    ]);
  });
});

describe("groups side by side", () => {
  it("are read from the address, each business once", () => {
    expect(benchOf("g=a,b,a,&g=&pin=b")).toEqual({ groups: [["a", "b"], []], pinned: new Set(["b"]) });
    expect(benchOf("")).toEqual({ groups: [], pinned: new Set() });
  });

  it("are written back with what else stands there, without a search that has ended", () => {
    expect(addressOf(benchOf("g=a,b&g=c&pin=b"), "w.leader=20&g=x&q=さぬき&to=1&pick=2")).toBe(
      "?w.leader=20&g=a,b&g=c&pin=b",
    );
  });

  it("change one by one", () => {
    const bench = benchOf("g=a,b&g=c");
    expect(addressOf(takenOut(bench, 0, "a"))).toBe("?g=b&g=c");
    expect(addressOf(putIn(bench, 1, "d"))).toBe("?g=a,b&g=c,d");
    expect(addressOf(putIn(bench, 0, "a"))).toBe("?g=a,b&g=c");
    expect(addressOf(copied(bench, 0))).toBe("?g=a,b&g=a,b&g=c");
    expect(addressOf(dropped(bench, 0))).toBe("?g=c");
  });

  it("keep a pin only while its business is in one of them", () => {
    const pinned = pinTurned(benchOf("g=a,b"), "a");
    expect(addressOf(pinned)).toBe("?g=a,b&pin=a");
    expect(addressOf(pinTurned(pinned, "a"))).toBe("?g=a,b");
    expect(addressOf(takenOut(pinned, 0, "a"))).toBe("?g=b");
  });

  it("begin from candidates, each once", () => {
    expect(picksOf(new URLSearchParams("pick=3&pick=x&pick=1&pick=3&pick=0"))).toEqual([3, 1]);
  });

  it("are called A to D", () => {
    expect([0, 1, 2, 3].map(variantLetter)).toEqual(["A", "B", "C", "D"]);
  });
});
