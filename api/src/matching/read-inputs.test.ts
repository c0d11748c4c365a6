import { describe, expect, it } from "vitest";
import { terms } from "../../test/questions.ts";
import { readDemand } from "./read-demand.ts";
import { readGroups } from "./read-groups.ts";
import { readTerms } from "./read-terms.ts";

const codesOf = (decision: { readonly accepted: boolean; readonly problems?: readonly { readonly code: string }[] }) =>
  decision.problems?.map(({ code }) => code) ?? [];

describe("an order", () => {
  it("is read with its requirements in order, twins once", () => {
    const read = readDemand('{"licences":[["b","37"],["b","37"],["b"]],"capabilities":[["a",1],["a",2]]}');
    expect(read.accepted && read.change.requirements).toEqual([
      { kind: "capability", tag: "a", level: 2 },
      { kind: "licence", licence: "b", area: "37" },
      { kind: "licence", licence: "b" },
    ]);
  });

  it("keeps apart what is not asked and what is asked and empty", () => {
    const [none, empty] = [readDemand("{}"), readDemand('{"capabilities":[],"areas":[]}')];
    expect(none.accepted && [none.change.requirements, none.change.areas]).toEqual([undefined, undefined]);
    expect(empty.accepted && [empty.change.requirements, empty.change.areas]).toEqual([[], []]);
  });

  it("is refused where it is no object, misspelt, or holds wrong values", () => {
    expect(codesOf(readDemand("[]"))).toEqual(["DEMAND_NOT_JSON"]);
    expect(codesOf(readDemand('{"capability":[]}'))).toEqual(["DEMAND_UNKNOWN_KEY"]);
    expect(codesOf(readDemand('{"areas":[{"lat":1}],"unitsPerMonth":[1]}'))).toEqual([
      "DEMAND_BAD_VALUE",
      "DEMAND_BAD_VALUE",
    ]);
  });

  it("takes an area without its place, and refuses one with a misspelt key or a place that is none", () => {
    const area = (more: string) => codesOf(readDemand(`{"areas":[{"municipality":"37201"${more}}]}`));
    expect([area(""), area(',"lat":34.3,"lon":134'), area(',"lat":0,"lon":180')]).toEqual([[], [], []]);
    for (const wrong of [',"lat":34.3,"longitude":134', ',"lat":-1', ',"lon":180.1', ',"lon":null', ',"lat":"34"'])
      expect(area(wrong)).toEqual(["DEMAND_BAD_VALUE"]);
  });
});

describe("a file of groups", () => {
  const known = new Set(["a", "b"]);
  const read = (text: string) => readGroups(text, (id) => known.has(id));

  it("keeps its order", () => {
    expect(read('["b","a"]\n["a"]\n')).toEqual({ accepted: true, change: [["b", "a"], ["a"]] });
  });

  it("is refused with the line of every unknown or repeated id and of what is no list", () => {
    expect(read('["a","x"]\n{}\n["b","b"]\n[]')).toEqual({
      accepted: false,
      problems: [
        { code: "GROUP_UNKNOWN_ID", line: 1, id: "x" },
        { code: "GROUP_NOT_A_LIST", line: 2 },
        { code: "GROUP_REPEATED_ID", line: 3, id: "b" },
        { code: "GROUP_EMPTY", line: 4 },
      ],
    });
  });
});

describe("own terms", () => {
  it("keep the shipped values where a key is absent", () => {
    const read = readTerms('{"weights":{"COOPERATIVE":{"leader":15,"nearness":17}}}', terms);
    expect(read.accepted && read.change.version).toBe(terms.version);
    expect(read.accepted && read.change.purposes.COOPERATIVE.weights).toEqual({
      ...terms.purposes.COOPERATIVE.weights,
      leader: 15,
      nearness: 17,
    });
    expect(read.accepted && read.change.purposes.SHARED_ORDERS).toEqual(terms.purposes.SHARED_ORDERS);
  });

  it("are refused where the weights of a purpose sum to 99, and taken where they sum to 100", () => {
    expect(readTerms('{"weights":{"COOPERATIVE":{"leader":19}}}', terms)).toEqual({
      accepted: false,
      problems: [{ code: "TERMS_SUM_NOT_100", purpose: "COOPERATIVE", sum: 99 }],
    });
    expect(readTerms('{"version":"own","weights":{"COOPERATIVE":{"leader":0,"ties":32}}}', terms).accepted).toBe(true);
  });

  it("are refused with every unknown word and value", () => {
    const text = '{"x":1,"weights":{"COOPERATIVE":{"luck":1,"ties":1.5},"PARTY":{}},"bands":{"strong":1}}';
    expect(codesOf(readTerms(text, terms))).toEqual([
      "TERMS_UNKNOWN_KEY",
      "TERMS_UNKNOWN_PURPOSE",
      "TERMS_UNKNOWN_COMPONENT",
      "TERMS_BAD_VALUE",
      "TERMS_BANDS_CROSSED",
    ]);
  });
});
