import { describe, expect, it } from "vitest";
import { otherReasons } from "./reasons.ts";

describe("the reasons of a component", () => {
  it("beside the one told first are each told once", () => {
    const matches = ["清掃はAです。", "解体はBです。", "", "解体はBです。"].map((sentence) => ({ sentence }));
    expect(otherReasons({ sentence: "清掃はAです。", matches })).toEqual(["解体はBです。"]);
  });

  it("are none where only the first is asked for", () => {
    expect(otherReasons({ sentence: "清掃はAです。" })).toEqual([]);
  });
});
