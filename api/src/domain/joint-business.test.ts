import { describe, expect, it } from "vitest";
import { loadVocabularies } from "#files/seeds/vocabularies.ts";
import { jointBusinessesOf, type JointBusinessCues } from "./joint-business.ts";

const vocabularies = loadVocabularies();

const proposed = (cues: Partial<JointBusinessCues>) =>
  jointBusinessesOf({ purpose: "COOPERATIVE", issues: [], trades: [], ...cues }, vocabularies).map(
    ({ kind, issue }) => [kind.code, issue],
  );

describe("the joint businesses a group points to", () => {
  it("answer its shared issues, the heavier one first, in turns", () => {
    expect(proposed({ issues: ["K02", "K05"] })).toEqual([
      ["B15", "K02"],
      ["B02", "K05"],
      ["B16", "K02"],
    ]);
  });

  it("begin with what the purpose asks for, named once", () => {
    expect(proposed({ purpose: "SHARED_ORDERS", issues: ["K23"] })).toEqual([
      ["B04", null],
      ["B15", "K23"],
    ]);
    expect(proposed({ purpose: "JOINT_PURCHASING" })).toEqual([["B02", null]]);
    expect(proposed({ purpose: "YEAR_ROUND_WORK" })).toEqual([["B15", null]]);
    expect(proposed({ purpose: "CROSS_INDUSTRY" })).toEqual([["B10", null]]);
  });

  it("suit most members' trades where several answer the same issue", () => {
    expect(proposed({ issues: ["K01"], trades: ["5711", "7611", "7811"] }).map(([kind]) => kind)).toEqual([
      ...["B08", "B21", "B03"],
    ]);
    expect(proposed({ issues: ["K01"], trades: ["2469", "2451", "2499"] }).map(([kind]) => kind)).toEqual([
      ...["B03", "B09"],
    ]);
  });

  it("leave out what is usual only in trades none of them is in, but nothing while no trade is known", () => {
    expect(proposed({ issues: ["K01"], trades: ["2469"] }).map(([kind]) => kind)).not.toContain("B21");
    expect(proposed({ issues: ["K01"], trades: [undefined] }).map(([kind]) => kind)).toEqual(["B03", "B08", "B09"]);
  });

  it("are none for an issue each business has to answer by itself", () => {
    expect(proposed({ issues: ["K28"] })).toEqual([]);
    expect(proposed({ issues: ["an own tag"] })).toEqual([]);
  });
});
