import { describe, expect, it } from "vitest";
import { asidesOf, type Aside } from "./asides.ts";
import type { SnapshotBusiness } from "./snapshot.ts";

const of = (id: Aside["id"], ...group: readonly SnapshotBusiness[]) =>
  asidesOf(group, "SHARED_ORDERS").filter((aside) => aside.id === id);

describe("what stands beside a score", () => {
  it("tells owners from seventy on, among those whose age is known", () => {
    const group = [{ id: "a", ownerAgeBand: "70s" }, { id: "b", ownerAgeBand: "60s" }, { id: "c" }];
    expect(of("ages", ...group)).toEqual([{ id: "ages", old: ["a"], known: 2 }]);
    expect(of("ages", ...group.slice(1))).toEqual([]);
  });

  it("tells who has no successor or is about to close", () => {
    const group = [
      { id: "a", successor: "no" },
      { id: "b", successor: "closing" },
      { id: "c", successor: "undecided" },
    ];
    expect(of("successors", ...group)).toEqual([{ id: "successors", without: ["a", "b"], known: 3 }]);
    expect(of("successors", { id: "c", successor: "candidate" })).toEqual([]);
  });

  it("tells members of one trade only where orders are shared", () => {
    const group = [
      { id: "a", industry: "2469" },
      { id: "b", industry: "2469" },
      { id: "c", industry: "24" },
      { id: "d", industry: "24" },
    ];
    expect(of("same-trade", ...group)).toEqual([{ id: "same-trade", industry: "2469", members: ["a", "b"] }]);
    expect(asidesOf(group, "COOPERATIVE")).toEqual([]);
  });

  it("tells every organisation a member belongs to, and customers two share", () => {
    const group = [
      { id: "a", memberships: ["甲協同組合"], customers: ["乙商事", "丙商店"] },
      { id: "b", memberships: ["丁会", "甲協同組合", "甲協同組合"], customers: ["乙商事"] },
    ];
    expect(of("membership", ...group)).toEqual([
      { id: "membership", organisation: "甲協同組合", members: ["a", "b"] },
      { id: "membership", organisation: "丁会", members: ["b"] },
    ]);
    expect(of("common-customer", ...group)).toEqual([
      { id: "common-customer", customer: "乙商事", members: ["a", "b"] },
    ]);
  });

  it("tells a member of twenty employees that is five times the next, and neither 19 nor less than five times", () => {
    const with_ = (large: number, next: number) =>
      of("large-member", { id: "a", employees: next }, { id: "b", employees: large }, { id: "c" }).length;
    expect([with_(20, 4), with_(19, 3), with_(24, 5), with_(25, 5)]).toEqual([1, 0, 0, 1]);
    expect(of("large-member", { id: "b", employees: 200 })).toEqual([]);
  });

  it("tells the two farthest apart from 60 km on", () => {
    const at = (id: string, lat: number) => ({ id, lat, lon: 134 });
    // One degree of latitude is 111 km: 0.54 of it is just under 60 km, 0.55 just over.
    expect(of("far-apart", at("a", 34), at("b", 34.54))).toEqual([]);
    expect(of("far-apart", at("a", 34), at("b", 34.55), at("c", 34.6), { id: "d" })).toEqual([
      { id: "far-apart", members: ["a", "c"], distanceMetres: 66_600 },
    ]);
  });
});
