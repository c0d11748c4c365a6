import { describe, expect, it } from "vitest";
import {
  circleTyped,
  crossedSizes,
  EMPTY_QUESTION,
  fieldsWithoutNumber,
  isOpenOrder,
  lacksMiddle,
  NUMBER_MAX,
  numberProblems,
  questionOf,
  readQuestion,
  withFound,
} from "./question.ts";

function formWith(entries: readonly (readonly [string, string])[]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

describe("a question typed into the form", () => {
  it("keeps districts, sizes in any width and the businesses chosen", () => {
    const values = readQuestion(
      formWith([
        ["purpose", "COOPERATIVE"],
        ["district", "37201"],
        ["district", "37202"],
        ["sizeMin", "４"],
        ["withinKm", "2.5"],
        ["pick", "b1"],
        ["name-b1", "みどり製作所"],
        ["choice-b1", "with"],
        ["pick", "b2"],
        ["choice-b2", "without"],
        ["pick", "b3"],
        ["choice-b3", ""],
      ]),
    );
    expect(questionOf(values)).toEqual({
      purpose: "COOPERATIVE",
      districts: ["37201", "37202"],
      sizeMin: 4,
      withinKm: 2.5,
      withIds: ["b1"],
      withoutIds: ["b2"],
      top: 20,
    });
  });

  it("asks for the order only when the purpose is shared orders", () => {
    const order = [
      ["capability-0", "polishing"],
      ["level-0", "2"],
      ["licence-1", "sanpai-collect"],
      ["licence-area-1", "37201"],
      ["area", "37201"],
      ["units-3", "１００"],
    ] as const;
    expect(questionOf(readQuestion(formWith([["purpose", "COOPERATIVE"], ...order]))).demand).toBeUndefined();
    expect(questionOf(readQuestion(formWith([["purpose", "SHARED_ORDERS"], ...order]))).demand).toEqual({
      capabilities: [{ tag: "polishing", level: 2 }],
      licences: [{ kind: "sanpai-collect", area: "37201" }],
      areas: ["37201"],
      unitsPerMonth: [0, 0, 100, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    });
  });

  it("does not ask what an order leaves open", () => {
    expect(questionOf(readQuestion(formWith([["purpose", "SHARED_ORDERS"]]))).demand).toEqual({});
  });
});

describe("fields of a question", () => {
  it("name those that hold no number, and take half kilometres but no half businesses", () => {
    expect(fieldsWithoutNumber({ ...EMPTY_QUESTION, sizeMin: "三", sizeMax: "4.5", withinKm: "2.5" })).toEqual([
      "sizeMin",
      "sizeMax",
    ]);
  });

  it("take no group of nobody and no distance of nothing, but a month without orders", () => {
    const units = ["0", ...Array<string>(11).fill("")];
    const values = { ...EMPTY_QUESTION, purpose: "SHARED_ORDERS", sizeMin: "0", withinKm: "0", unitsPerMonth: units };
    expect(fieldsWithoutNumber(values)).toEqual(["sizeMin", "withinKm"]);
  });

  it("take no number that is too large to count with, and say that it is only too large", () => {
    const months = [String(NUMBER_MAX), String(NUMBER_MAX + 1), ...Array<string>(10).fill("")];
    const values = { ...EMPTY_QUESTION, purpose: "SHARED_ORDERS", sizeMin: "9".repeat(400), unitsPerMonth: months };
    const told = numberProblems(values, (field, isTooLarge) => `${field} ${isTooLarge}`);
    expect(told.map(({ message }) => message)).toEqual(["sizeMin true", "units-2 true"]);
  });

  it("take no least size above the largest, and say nothing of it where either is none", () => {
    const sizes = (sizeMin: string, sizeMax: string) => crossedSizes({ ...EMPTY_QUESTION, sizeMin, sizeMax });
    expect(sizes("９", "4")).toEqual({ min: 9, max: 4 });
    expect([sizes("4", "4"), sizes("4", ""), sizes("", "4"), sizes("x", "4"), sizes("9", "0")]).toEqual(Array(5));
  });

  it("need a middle where a radius is typed", () => {
    expect(lacksMiddle({ ...EMPTY_QUESTION, aroundKm: "5" })).toBe(true);
    expect(lacksMiddle({ ...EMPTY_QUESTION, aroundKm: "5", around: "02201" })).toBe(false);
    expect(lacksMiddle(EMPTY_QUESTION)).toBe(false);
  });

  it("may be left empty", () => {
    expect(fieldsWithoutNumber(EMPTY_QUESTION)).toEqual([]);
  });
});

describe("businesses found by name", () => {
  it("come below those already chosen, which keep their choice", () => {
    const chosen = { id: "b1", name: "みどり製作所", choice: "with" } as const;
    const passedOver = { id: "b2", name: "ふじ工業", choice: "" } as const;
    expect(
      withFound(
        [chosen, passedOver],
        [
          { id: "b1", name: "みどり製作所" },
          { id: "b3", name: "さくら塗装" },
        ],
      ),
    ).toEqual([chosen, { id: "b3", name: "さくら塗装", choice: "" }]);
  });

  it("draws a circle once its middle is chosen, of ten kilometres unless told otherwise", () => {
    const typed = (entries: readonly (readonly [string, string])[]) => questionOf(readQuestion(formWith(entries)));
    expect(typed([["aroundKm", "5"]])).not.toHaveProperty("around");
    expect(typed([["around", "37201"]]).around).toEqual({ municipality: "37201", km: 10 });
    const both = formWith([
      ["around", "37201"],
      ["aroundKm", "２.５"],
    ]);
    expect(questionOf(readQuestion(both)).around).toEqual({ municipality: "37201", km: 2.5 });
    expect(circleTyped(readQuestion(both))).toEqual({ code: "37201", km: 2.5 });
  });

  it("refuses a radius of nothing", () => {
    expect(fieldsWithoutNumber(readQuestion(formWith([["aroundKm", "0"]])))).toEqual(["aroundKm"]);
  });
});

describe("an order that says nothing of what it needs", () => {
  const nothing = { capabilities: [], licences: [], areas: [], unitsPerMonth: null };

  it("is open with months of nothing, too", () => {
    expect(isOpenOrder("SHARED_ORDERS", null)).toBe(true);
    expect(isOpenOrder("SHARED_ORDERS", { ...nothing, unitsPerMonth: Array<number>(12).fill(0) })).toBe(true);
  });

  it("is not open once one thing is said, and other purposes have none", () => {
    expect(isOpenOrder("SHARED_ORDERS", { ...nothing, areas: ["02201"] })).toBe(false);
    expect(isOpenOrder("SHARED_ORDERS", { ...nothing, unitsPerMonth: [1, ...Array<number>(11).fill(0)] })).toBe(false);
    expect(isOpenOrder("COOPERATIVE", nothing)).toBe(false);
  });
});
