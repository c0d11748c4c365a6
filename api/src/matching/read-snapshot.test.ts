import { describe, expect, it } from "vitest";
import { readSnapshot } from "./read-snapshot.ts";

const problemsOf = (...lines: readonly string[]) => {
  const decision = readSnapshot(lines.join("\n"));
  return decision.accepted ? [] : decision.problems;
};

describe("a snapshot without faults", () => {
  it("is read in the order of ids as UTF-8 bytes, whatever the order of its lines", () => {
    const lines = ['{"id":"b3"}', '{"id":"b17"}', '{"id":"\u{1F363}"}', '{"id":"\uFF21"}'];
    const read = readSnapshot(`${lines.join("\n")}\n`);
    expect(read.accepted && read.change.businesses.map(({ id }) => id)).toEqual(["b17", "b3", "\uFF21", "\u{1F363}"]);
    expect(readSnapshot(lines.toReversed().join("\r\n"))).toEqual(read);
  });

  it("has a canonical text: keys sorted, no spaces, numbers as they are written in ECMAScript, unknown keys kept", () => {
    const read = readSnapshot('{"lat": 34.50, "id":"a", "zeta":{"b":1e2,"a":[]}, "employees":6}');
    expect(read.accepted && read.change.canonicalText).toBe(
      '{"employees":6,"id":"a","lat":34.5,"zeta":{"a":[],"b":100}}\n',
    );
  });

  it("may leave everything but the id unknown, and end in blank lines", () => {
    expect(readSnapshot('{"id":"a"}\n\n').accepted).toBe(true);
    expect(readSnapshot("").accepted).toBe(true);
  });
});

describe("a snapshot with faults", () => {
  it("is refused with every problem and its line", () => {
    expect(problemsOf('{"id":"a"}', "{", "[1]", '{"id":7}', '{"id":""}', '{"id":"a"}')).toEqual([
      { code: "NOT_JSON", line: 2 },
      { code: "NOT_AN_OBJECT", line: 3 },
      { code: "NO_ID", line: 4 },
      { code: "NO_ID", line: 5 },
      { code: "REPEATED_ID", line: 6, id: "a", firstLine: 1 },
    ]);
  });

  it.each([
    ["lat", '"34"', "WRONG_TYPE"],
    ["lat", "90.1", "WRONG_TYPE"],
    ["lon", "-1", "NEGATIVE"],
    ["employees", "-1", "NEGATIVE"],
    ["employees", "1.5", "WRONG_TYPE"],
    ["capitalYen", "null", "WRONG_TYPE"],
    ["municipality", "37201", "WRONG_TYPE"],
    ["capabilities", '[["a",0]]', "LEVEL_OUT_OF_RANGE"],
    ["capabilities", '[["a",4]]', "LEVEL_OUT_OF_RANGE"],
    ["needs", '[["K02",-1]]', "NEGATIVE"],
    ["needs", '["K02"]', "WRONG_TYPE"],
    ["leader", "4", "LEVEL_OUT_OF_RANGE"],
    ["licences", '[["a",37]]', "WRONG_TYPE"],
    ["purchases", '[["a",-5]]', "NEGATIVE"],
    ["monthlyLoad", "[1,2,3]", "NOT_TWELVE_MONTHS"],
    ["monthlyCapacity", "[0,0,0,0,0,0,0,0,0,0,0,-1]", "NEGATIVE"],
    ["monthlyWorkers", "[0,0,0,0,0,0,0,0,0,0,0,0.5]", "WRONG_TYPE"],
    ["monthlyCapacity", "[0,0,0,0,0,0,0,0,0,0,0,1000000000001]", "TOO_LARGE"],
    ["ties", "[1]", "WRONG_TYPE"],
  ])("is refused where %s is %s", (key, value, code) => {
    expect(problemsOf(`{"id":"a","${key}":${value}}`)).toEqual([
      { code: "BAD_VALUE", line: 1, key, fault: expect.objectContaining({ code }) },
    ]);
  });

  it.each([
    ["capabilities", '[["a",1],["b",3]]'],
    ["leader", "0"],
    ["leader", "3"],
    ["licences", '[["a"],["a","37"]]'],
    ["purchases", '[["a"],["a",0]]'],
    ["monthlyLoad", "[0,0,0,0,0,0,0,0,0,0,0,0]"],
    ["monthlyCapacity", "[0,0,0,0,0,0,0,0,0,0,0,1000000000000]"],
    ["needs", "[]"],
  ])("is not refused where %s is %s", (key, value) => {
    expect(problemsOf(`{"id":"a","${key}":${value}}`)).toEqual([]);
  });

  it("is refused where a text holds half a character", () => {
    expect(problemsOf('{"id":"\\ud83c"}')).toEqual([{ code: "NOT_JSON", line: 1 }]);
    expect(problemsOf('{"id":"\\ud83c\\udf63"}')).toEqual([]);
  });
});
