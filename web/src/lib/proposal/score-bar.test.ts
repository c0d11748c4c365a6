import { describe, expect, it } from "vitest";
import { BAR_TOTAL, layScoreBar } from "./score-bar.ts";

const leader = { id: "leader", name: "まとめ役", weight: 20, low: 667, high: 1000 };
const ties = { id: "ties", name: "付き合い", weight: 30, low: 0, high: 500 };
const size = { id: "group-size", name: "事業者数", weight: 50, low: 1000, high: 1000 };

describe("the bar of a score", () => {
  it("puts the products end to end and leaves out what brought nothing", () => {
    expect(layScoreBar([leader, ties, size]).segments).toEqual([
      { id: "leader", name: "まとめ役", start: 0, length: 13340 },
      { id: "group-size", name: "事業者数", start: 13340, length: 50000 },
    ]);
  });

  it("adds what is not known after what is sure", () => {
    expect(layScoreBar([leader, ties, size]).unknown).toEqual({ start: 63340, length: 20 * 333 + 30 * 500 });
  });

  it("is full when everything is reached", () => {
    const full = layScoreBar([{ ...leader, weight: 50, low: 1000 }, size]);
    expect(full.unknown).toEqual({ start: BAR_TOTAL, length: 0 });
  });
});
