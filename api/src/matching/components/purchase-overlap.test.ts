import { describe, expect, it } from "vitest";
import { boundsFor, partFor } from "../../../test/parts.ts";
import type { PurchaseFact, SnapshotBusiness } from "../snapshot.ts";

const boundsOf = (...businesses: readonly SnapshotBusiness[]) =>
  boundsFor("JOINT_PURCHASING", "purchase-overlap", businesses);
const buys = (id: string, ...purchases: readonly PurchaseFact[]): SnapshotBusiness => ({ id, purchases });

describe("purchases in common", () => {
  it("count for what at least three buy, by each member's own spend", () => {
    // a 60 of 80: 1000 · 60 ÷ (3 · 80) = 250; b all: 333; c 1 of 3: 111
    expect(
      boundsOf(buys("a", ["box", 60], ["oil", 20]), buys("b", ["box", 5]), buys("c", ["box", 1], ["salt", 2])),
    ).toEqual([694, 694, 1000]);
  });

  it("do not count for what two buy", () => {
    expect(boundsOf(buys("a", ["box", 60]), buys("b", ["box", 60]), buys("c", ["oil", 1]))).toEqual([0, 0, 1000]);
  });

  it("bring nothing for one who buys nothing", () => {
    expect(boundsOf(buys("a", ["box", 1]), buys("b", ["box", 2]), buys("c", ["box", 3]), buys("d"))).toEqual([
      750, 750, 1000,
    ]);
  });

  it("add up an item told twice", () => {
    const twice = partFor("JOINT_PURCHASING", "purchase-overlap", [
      buys("a", ["box", 30], ["box", 30], ["oil", 20]),
      buys("b", ["box", 5]),
      buys("c", ["box", 5]),
    ]);
    expect(twice.matches[0]).toEqual({
      members: ["a"],
      points: 250,
      evidence: { items: ["box"], sharedYen: 60, spendYen: 80 },
    });
  });

  it("are unknown for a member as soon as one price is, who may then buy everything", () => {
    // a and b with the unknown c make three buyers of boxes: 333 each, and c at most 333
    const unpriced = buys("c", ["box", 5], ["oil"]);
    expect(boundsOf(buys("a", ["box", 60]), buys("b", ["box", 60]), unpriced)).toEqual([0, 999, 666]);
    expect(boundsOf(buys("a", ["box", 60]), buys("b", ["salt", 60]), { id: "c" })).toEqual([0, 333, 666]);
  });

  it("name the items most is spent on, with their buyers and no points", () => {
    const { matches } = partFor("JOINT_PURCHASING", "purchase-overlap", [
      buys("a", ["oil", 1], ["box", 60]),
      buys("b", ["oil", 1], ["box", 5]),
      buys("c", ["oil", 1], ["box", 5]),
    ]);
    expect(matches.slice(3)).toEqual([
      { members: ["a", "b", "c"], points: 0, evidence: { item: "box", yen: 70 } },
      { members: ["a", "b", "c"], points: 0, evidence: { item: "oil", yen: 3 } },
    ]);
  });
});
