import { describe, expect, it } from "vitest";
import { questionOf } from "./question.ts";
import { valuesAsked, type AskedDiscovery } from "./question-again.ts";

const USUAL = [{ code: "SHARED_ORDERS", sizeMin: 2, sizeMax: 15, withinKm: 30 }];

const ASKED: AskedDiscovery = {
  id: "d1",
  purpose: "SHARED_ORDERS",
  districts: [{ code: "02201" }],
  sizeMin: 2,
  sizeMax: 7,
  withinKm: 30,
  asked: {
    around: { municipality: "02201", km: 12.5 },
    with: [{ id: "b1", name: "みどり製作所", municipalityName: "青森市" }],
    without: [{ id: "b2", name: "ふじ工業", municipalityName: null }],
    capabilities: [{ tag: "cleaning", level: 2 }],
    licences: [
      { kind: "sanpai-collect", area: "02201" },
      { kind: "kobutsu", area: null },
    ],
    areas: ["02201", "02202"],
    unitsPerMonth: [5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9],
    ownWeights: false,
  },
};

describe("a question filled in again", () => {
  it("asks the same when nothing is changed", () => {
    expect(questionOf(valuesAsked(ASKED, USUAL, ({ name }) => name))).toEqual({
      purpose: "SHARED_ORDERS",
      districts: ["02201"],
      around: { municipality: "02201", km: 12.5 },
      sizeMax: 7,
      withIds: ["b1"],
      withoutIds: ["b2"],
      demand: {
        capabilities: [{ tag: "cleaning", level: 2 }],
        licences: [{ kind: "sanpai-collect", area: "02201" }, { kind: "kobutsu" }],
        areas: ["02201", "02202"],
        unitsPerMonth: [5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9],
      },
      top: 20,
    });
  });

  it("leaves months empty of which nothing is asked, but for an order that asks nothing of any", () => {
    const months = (unitsPerMonth: number[]) =>
      valuesAsked({ ...ASKED, asked: { ...ASKED.asked, unitsPerMonth } }, USUAL, ({ name }) => name).unitsPerMonth;
    expect(months([5, 0, 9])).toEqual(["5", "", "9"]);
    expect(months([0, 0, 0])).toEqual(["0", "0", "0"]);
  });

  it("leaves empty what is usual for its purpose, so that another purpose has its own", () => {
    expect(valuesAsked(ASKED, USUAL, ({ name }) => name)).toMatchObject({ sizeMin: "", sizeMax: "7", withinKm: "" });
  });
});
