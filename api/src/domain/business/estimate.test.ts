import { describe, expect, it } from "vitest";
import { readingDay } from "../../../test/list-reading.ts";
import { factsAfter } from "./compare.ts";
import type { BusinessEntry } from "./entry.ts";
import { entryToEstimate, estimateMissing, withEstimates } from "./estimate.ts";
import type { Facts } from "./facts.ts";

const place = { lat: 34.3, lon: 134.1, exactness: "town" } as const;

const sources = {
  placeOf: (municipality: string) => (municipality === "37201" ? place : undefined),
  tradeOf: (text: string) => (text === "うどん店" ? "7631" : undefined),
  placesLoaded: true,
  revisions: {
    thirteenth: new Map([
      ["0971", "パン製造業"],
      ["1022", "ビール類製造業"],
    ]),
    fourteenth: new Map([
      ["0971", "パン製造業"],
      ["1022", "発泡性酒類製造業"],
    ]),
  },
};

const entryOf = (facts: BusinessEntry["facts"]): BusinessEntry => ({
  ...{ name: "みどり", rows: [2], about: [], estimated: ["municipality"], facts },
});

const estimateOf = (facts: BusinessEntry["facts"]) => estimateMissing([entryOf(facts)], sources).entries[0];

describe("what a list does not give", () => {
  it("is worked out and marked: the place from the address, the trade code from clear words", () => {
    const entry = estimateOf({ municipality: "37201", address: "高松市朝日町1", industry: "うどん店" });
    expect(entry?.facts).toMatchObject({ place, industryCode: "7631" });
    expect(entry?.estimated).toEqual(["municipality", "place", "industryCode"]);
  });

  it("stays as given where the list gives it, and unknown where nothing tells", () => {
    const given = { municipality: "37201", place: { lat: 34, lon: 134 }, industryCode: "09", industry: "うどん店" };
    expect(estimateOf(given)).toEqual(entryOf(given));
    expect(estimateOf({ municipality: "37202", industry: "よろず" })?.estimated).toEqual(["municipality"]);
    expect(estimateOf({})?.facts).toEqual({});
  });

  it("is told once for the list, with how many", () => {
    const entries = [{ municipality: "37201", industry: "うどん店" }, { municipality: "37202" }, {}].map(entryOf);
    expect(estimateMissing(entries, sources).notices).toEqual([
      { code: "PLACES_ESTIMATED", towns: 1, offices: 0 },
      { code: "PLACES_UNKNOWN", businesses: 2, loaded: true },
      { code: "TRADES_ESTIMATED", businesses: 1 },
    ]);
  });

  it("is today's trade code for one of an earlier revision: as given where it is the same, else an estimate", () => {
    const old = (industryCode: string): BusinessEntry => ({ ...entryOf({ industryCode }), industryRevision: 13 });
    const { entries, notices } = estimateMissing(
      [old("0971"), old("1022"), entryOf({ industryCode: "1022" })],
      sources,
    );
    expect(entries.map(({ facts, estimated }) => [facts.industryCode, estimated.includes("industryCode")])).toEqual([
      ["0971", false],
      ["10", true],
      ["1022", false],
    ]);
    expect(entries.some((entry) => "industryRevision" in entry)).toBe(false);
    expect(notices).toContainEqual({ code: "TRADE_CODES_CARRIED", same: 1, wider: 1 });
  });

  it("does not touch what somebody said, and the same list again changes nothing", () => {
    const entry = estimateOf({ municipality: "37201" })!;
    const told = { source: "list", on: readingDay } as const;
    const first = factsAfter({}, entry, told);
    expect(first.place).toEqual({ value: place, source: "estimate", on: readingDay });
    expect(factsAfter(first, entry, { ...told, on: "2027-01-01" as typeof readingDay })).toEqual(first);
    const own = { place: { value: { lat: 34.2, lon: 134 }, source: "owner", on: readingDay } } as const;
    expect(factsAfter(own, entry, told).place).toEqual(own.place);
  });

  it("comes back from an exported list as the same place, which carries the coordinates alone", () => {
    const first = factsAfter({}, estimateOf({ municipality: "37201" })!, { source: "list", on: readingDay });
    const back = entryOf({ place: { lat: place.lat, lon: place.lon } });
    expect(factsAfter(first, back, { source: "list", on: readingDay }).place).toEqual(first.place);
  });
});

describe("what somebody types by hand", () => {
  const on = readingDay;
  const said = <T>(value: T) => ({ value, source: "owner" as const, on });
  const guessed = <T>(value: T) => ({ value, source: "estimate" as const, on });
  const stateOf = (facts: Facts) => ({ name: "みどり", facts });
  const anew = (before: Facts | undefined, after: Facts): Facts => {
    const state = stateOf(after);
    const entry = entryToEstimate(before && stateOf(before), state);
    if (entry === undefined) return after;
    return withEstimates(state, estimateMissing([entry], sources).entries[0] ?? entry, on).facts;
  };
  const here = { municipality: guessed("37201"), address: said("高松市朝日町1") };

  it("is placed by its address, and its trade given a code, as estimates", () => {
    const facts = anew(undefined, { ...here, industry: said("うどん店") });
    expect([facts.place, facts.industryCode]).toEqual([guessed(place), guessed("7631")]);
  });

  it("leaves alone what somebody said, and what was made unknown while nothing it comes from changed", () => {
    const known = { ...here, industry: said("うどん店"), place: said({ lat: 34, lon: 134 }), industryCode: said("76") };
    expect(anew({}, known)).toEqual(known);
    const { place: _, industryCode: __, ...without } = known;
    expect(anew(known, without)).toEqual(without);
  });

  it("drops a code that was worked out of other words", () => {
    const known = { industry: said("うどん店"), industryCode: guessed("7631") };
    expect(anew(known, { ...known, industry: said("よろず") })).toEqual({ industry: said("よろず") });
  });
});
