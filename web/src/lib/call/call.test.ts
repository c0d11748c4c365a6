import { describe, expect, it } from "vitest";
import {
  amountsEntry,
  byMunicipality,
  isClosedChoice,
  isShort,
  type CallEntry,
  type ShownCallQuestion,
} from "./call.ts";

const entry = (name: string, municipalityName: string | null): CallEntry => ({
  call: { business: { id: name, name, version: 1, municipalityName, viewerCanWrite: true }, questions: [] },
  about: [],
});

describe("a round of visits", () => {
  it("goes by municipality, the one with most to visit first and the unknown place last", () => {
    const entries = [
      entry("甲", null),
      entry("乙", null),
      entry("丙", "丸亀市"),
      entry("丁", "高松市"),
      entry("戊", "高松市"),
    ];
    const names = (own: readonly CallEntry[]) => own.map(({ call }) => call.business.name);
    expect(byMunicipality(entries).map(({ place, entries: own }) => [place, names(own)])).toEqual([
      ["高松市", ["丁", "戊"]],
      ["丸亀市", ["丙"]],
      [null, ["甲", "乙"]],
    ]);
  });
});

describe("an answer on the telephone", () => {
  const question = (fact: string, more: Partial<ShownCallQuestion>): ShownCallQuestion => ({
    ...{ fact, name: fact, text: "", reason: "", isSurveyed: true, answerKind: "WRITTEN", answers: [] },
    written: {
      key: fact,
      name: fact,
      status: "UNKNOWN",
      none: false,
      about: false,
      entry: "",
      canBeNone: false,
      choices: [],
    },
    ...more,
  });

  it("is one line for a number, and more for twelve of them", () => {
    expect(isShort(question("employees", {}))).toBe(true);
    expect(isShort(question("monthlyLoad", {}))).toBe(false);
    expect(isShort(question("employees", { answerKind: "TAP" }))).toBe(false);
  });

  it("needs nothing written where all there is to choose is offered", () => {
    const answers = [{ name: "難しい", text: "0" }];
    expect(isClosedChoice(question("leader", { answers }))).toBe(true);
    expect(isClosedChoice(question("leader", {}))).toBe(false);
    expect(isClosedChoice(question("needs", { answers }))).toBe(false);
  });

  it("takes the items with an amount, and no others", () => {
    expect(amountsEntry(["段ボール箱", "軽油", "小麦粉"], ["30000", " ", "1万円"])).toBe(
      "段ボール箱:30000\n小麦粉:1万円",
    );
    expect(amountsEntry(["段ボール箱"], [])).toBe("");
  });
});
