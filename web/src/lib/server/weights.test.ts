import { describe, expect, it } from "vitest";
import { weightsSent } from "./weights.ts";

const sent = (text: string) => weightsSent(new URLSearchParams(text));

describe("weights that are sent", () => {
  it("sum to 100, whatever was typed", () => {
    expect(sent("w.leader=60&w.ties=20&sort=near")).toEqual([
      { component: "leader", weight: 75 },
      { component: "ties", weight: 25 },
    ]);
    expect(sent("w.leader=many&w.ties=-3&w.nearness=１０")?.map(({ weight }) => weight)).toEqual([0, 0, 100]);
  });

  it("are none where none is named, or all are nothing", () => {
    expect([sent("sort=near"), sent("w.leader=0"), sent("w.leader=x")]).toEqual([undefined, undefined, undefined]);
  });
});
