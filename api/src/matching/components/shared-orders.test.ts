import { describe, expect, it } from "vitest";
import { ask, members } from "../../../test/questions.ts";
import { analyse } from "../analysis.ts";
import type { DemandText } from "../demand.ts";
import type { SnapshotBusiness } from "../snapshot.ts";
import type { ComponentId } from "../terms.ts";

function partOf(id: ComponentId, demand: DemandText, businesses: readonly SnapshotBusiness[]) {
  const analysis = analyse(members(...businesses), ask("SHARED_ORDERS", demand));
  const part = analysis.components.find((component) => component.id === id);
  if (part === undefined) throw new Error(`${id} is not weighed`);
  return part;
}

const boundsOf = (id: ComponentId, demand: DemandText, ...businesses: readonly SnapshotBusiness[]) => {
  const { low, high, known } = partOf(id, demand, businesses);
  return [low, high, known];
};

describe("coverage", () => {
  const demand: DemandText = { capabilities: [["polishing", 2]], licences: [["sanpai", "37"], ["kobutsu"]] };

  it("gives equal shares that add up, for what some member can do at its level and for its area", () => {
    const low = (capabilities: SnapshotBusiness["capabilities"], licences: SnapshotBusiness["licences"]) =>
      boundsOf("coverage", demand, { id: "a", capabilities: capabilities ?? [], licences: licences ?? [] })[0];
    expect(low([["polishing", 1]], [])).toBe(0);
    expect(low([["polishing", 2]], [])).toBe(333);
    expect(low([], [["sanpai", "37"]])).toBe(333);
    expect(low([], [["sanpai"]])).toBe(333);
    expect(low([], [["sanpai", "37201"]])).toBe(0);
    expect(low([], [["kobutsu", "02"]])).toBe(334);
    expect(low([["polishing", 3]], [["sanpai"], ["kobutsu"]])).toBe(1000);
  });

  it("asks the same requirement once, a capability at its highest level", () => {
    const twice: DemandText = {
      capabilities: [
        ["polishing", 1],
        ["polishing", 3],
      ],
      licences: [["kobutsu"], ["kobutsu"]],
    };
    const able: SnapshotBusiness = { id: "a", capabilities: [["polishing", 2]], licences: [["kobutsu"]] };
    expect(boundsOf("coverage", twice, able)).toEqual([500, 500, 1000]);
  });

  it("leaves open what a member with unknown facts might do, and counts only what is asked", () => {
    expect(boundsOf("coverage", demand, { id: "a", capabilities: [] }, { id: "b", licences: [] })).toEqual([
      0, 1000, 500,
    ]);
    expect(boundsOf("coverage", { capabilities: [["polishing", 2]] }, { id: "a", capabilities: [] })).toEqual([
      0, 0, 1000,
    ]);
  });

  it("is open where the order names neither, and met where it asks for nothing", () => {
    expect(boundsOf("coverage", {}, { id: "a" })).toEqual([0, 1000, 0]);
    expect(boundsOf("coverage", { licences: [] }, { id: "a" })).toEqual([1000, 1000, 1000]);
  });
});

describe("redundancy", () => {
  it("has two places for each requirement", () => {
    const demand: DemandText = {
      capabilities: [
        ["a", 1],
        ["b", 1],
        ["c", 1],
      ],
    };
    const one: SnapshotBusiness = { id: "x", capabilities: [["a", 1]] };
    const low = (...businesses: readonly SnapshotBusiness[]) => boundsOf("redundancy", demand, ...businesses);
    expect(low(one)[0]).toBe(166);
    expect(low(one, { ...one, id: "y" })[0]).toBe(333);
    expect(low(one, { ...one, id: "y" }, { ...one, id: "z" })[0]).toBe(333);
    // y could fill the second place of a and one each of b and c: the shares 166 + 167, 167 and 167
    expect(low(one, { id: "y" })).toEqual([166, 667, 500]);
  });
});

describe("area-coverage", () => {
  const aomori = { municipality: "02201", lat: 40.8, lon: 140.7 };
  const near: SnapshotBusiness = {
    id: "a",
    lat: 40.8,
    lon: 140.7,
    capabilities: [["cleaning", 1]],
    licences: [["ippan", "02201"]],
  };
  const demand: DemandText = { capabilities: [["cleaning", 1]], licences: [["ippan", "02201"]], areas: [aomori] };

  it("needs someone within 30 km, able and licensed there", () => {
    expect(boundsOf("area-coverage", demand, near)).toEqual([1000, 1000, 1000]);
    // 0.27027° · 11,100 = 2,999 decametres; 0.270361° = 3,001
    expect(boundsOf("area-coverage", demand, { ...near, lat: 41.07027 })[0]).toBe(1000);
    expect(boundsOf("area-coverage", demand, { ...near, lat: 41.070361 })[0]).toBe(0);
    expect(boundsOf("area-coverage", demand, { ...near, capabilities: [] })[0]).toBe(0);
    expect(boundsOf("area-coverage", demand, { ...near, licences: [["ippan", "02202"]] })[0]).toBe(0);
  });

  it("does not ask there for a licence demanded elsewhere, and asks everywhere for one without an area", () => {
    const elsewhere: DemandText = { licences: [["ippan", "02202"]], areas: [aomori] };
    const everywhere: DemandText = { licences: [["ippan"]], areas: [aomori] };
    const hirosaki: SnapshotBusiness = { ...near, licences: [["ippan", "02202"]] };
    expect(boundsOf("area-coverage", elsewhere, { ...near, licences: [] })[0]).toBe(1000);
    expect(boundsOf("area-coverage", everywhere, hirosaki)[0]).toBe(0);
    expect(boundsOf("area-coverage", everywhere, { ...near, licences: [["ippan", "02"]] })[0]).toBe(1000);
  });

  it("leaves open what is unknown, and knows nothing of an area without coordinates", () => {
    expect(
      boundsOf("area-coverage", demand, { id: "a", lat: 40.8, lon: 140.7, capabilities: [["cleaning", 1]] }),
    ).toEqual([0, 1000, 666]);
    expect(boundsOf("area-coverage", { areas: [{ municipality: "02201" }] }, near)).toEqual([0, 1000, 0]);
    expect(boundsOf("area-coverage", { ...demand, areas: [] }, near)).toEqual([1000, 1000, 1000]);
    expect(boundsOf("area-coverage", { licences: [["ippan"]] }, near)).toEqual([0, 1000, 0]);
  });
});

describe("capacity-fit", () => {
  const year = (units: number) => Array.from({ length: 12 }, () => units);
  const able: SnapshotBusiness = { id: "a", capabilities: [["cleaning", 1]], monthlyCapacity: year(50) };
  const demand: DemandText = { capabilities: [["cleaning", 1]], unitsPerMonth: year(100) };

  it("takes each month's share times the part of demand met by those able", () => {
    // shares of 1000 in twelve are 83 and 84: eight times ⌊83 ÷ 2⌋ and four times 42
    expect(boundsOf("capacity-fit", demand, able)).toEqual([496, 496, 1000]);
    expect(boundsOf("capacity-fit", demand, able, { ...able, id: "b" })[0]).toBe(1000);
    expect(boundsOf("capacity-fit", demand, able, { ...able, id: "b", capabilities: [] })[0]).toBe(496);
  });

  it("counts everyone where nothing is required, and a month of no units as met", () => {
    expect(boundsOf("capacity-fit", { unitsPerMonth: year(50) }, { id: "a", monthlyCapacity: year(50) })[0]).toBe(1000);
    expect(boundsOf("capacity-fit", { ...demand, unitsPerMonth: year(0) }, { id: "a" })).toEqual([1000, 1000, 1000]);
  });

  it("is full in high while someone who may be able has unknown capacity, else what all who may be able have", () => {
    expect(boundsOf("capacity-fit", demand, { id: "a", capabilities: [["cleaning", 1]] })).toEqual([0, 1000, 500]);
    expect(boundsOf("capacity-fit", demand, { id: "a", monthlyCapacity: year(50) })).toEqual([0, 496, 500]);
    expect(boundsOf("capacity-fit", demand, { id: "a", capabilities: [] })).toEqual([0, 0, 500]);
  });
});

describe("load-smoothing", () => {
  const summer = [0, 0, 0, 0, 0, 10, 10, 10, 0, 0, 0, 0];
  const winter = [10, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10];

  it("measures how much less the year swings together than apart", () => {
    // each Σ(12x − Σx)² = 3·90² + 9·30² = 32,400; together 6·60² + 6·60² = 43,200: 1000·21,600 ÷ 64,800
    expect(boundsOf("load-smoothing", {}, { id: "a", monthlyLoad: summer }, { id: "b", monthlyLoad: winter })).toEqual([
      333, 333, 1000,
    ]);
    expect(boundsOf("load-smoothing", {}, { id: "a", monthlyLoad: summer }, { id: "b", monthlyLoad: summer })[0]).toBe(
      0,
    );
    expect(boundsOf("load-smoothing", {}, { id: "a", monthlyLoad: summer.map(() => 7) })[0]).toBe(0);
  });

  it("is the same in numbers too large for plain reckoning", () => {
    const times = (months: readonly number[]) => months.map((load) => load * 1_000_000_000);
    expect(
      boundsOf(
        "load-smoothing",
        {},
        { id: "a", monthlyLoad: times(summer) },
        { id: "b", monthlyLoad: times(winter) },
      )[0],
    ).toBe(333);
  });

  it("knows nothing while any load is unknown", () => {
    expect(boundsOf("load-smoothing", {}, { id: "a", monthlyLoad: summer }, { id: "b" })).toEqual([0, 1000, 500]);
  });
});
