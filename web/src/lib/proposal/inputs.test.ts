import { describe, expect, it } from "vitest";
import { inputsOf, trustOf } from "./inputs.ts";
import type { ShownComponent, ShownInput } from "./proposal.ts";

type Status = ShownInput["fact"]["status"];

const input = (id: string, key: string, status: Status | "ESTIMATE"): ShownInput => ({
  ...{ business: { id, name: `${id}屋` }, isEstimate: status === "ESTIMATE", changedSince: false },
  fact: {
    key,
    name: `「${key}」`,
    status: status === "ESTIMATE" ? "KNOWN" : status,
    text: null,
    sourceName: null,
    on: null,
  },
});
const component = (id: string, inputs?: readonly ShownInput[]): ShownComponent => ({
  ...{ id, name: id, weight: 50, low: 0, high: 0, known: 0, sentence: "" },
  ...(inputs ? { inputs } : {}),
});

describe("the facts a score rests on", () => {
  it("are sure, estimated, stale or unknown; what is stale is not estimated beside", () => {
    expect([
      trustOf(input("a", "needs", "KNOWN")),
      trustOf(input("a", "needs", "KNOWN_NONE")),
      trustOf(input("a", "place", "ESTIMATE")),
      trustOf({ ...input("a", "needs", "STALE"), isEstimate: true }),
      trustOf(input("a", "needs", "UNKNOWN")),
    ]).toEqual(["SURE", "SURE", "ESTIMATE", "STALE", "UNKNOWN"]);
  });

  it("are named once, by what they are about, whichever components rest on them", () => {
    const parts = [
      component("nearness", [input("a", "place", "ESTIMATE"), input("b", "place", "ESTIMATE")]),
      component("area-coverage", [input("a", "place", "ESTIMATE"), input("a", "licences", "STALE")]),
      component("group-size"),
    ];
    expect(inputsOf(parts, "ESTIMATE")).toEqual([{ name: "「place」", businesses: ["a屋", "b屋"] }]);
    expect(inputsOf(parts, "STALE")).toEqual([{ name: "「licences」", businesses: ["a屋"] }]);
    expect(inputsOf(parts, "UNKNOWN")).toEqual([]);
  });
});
