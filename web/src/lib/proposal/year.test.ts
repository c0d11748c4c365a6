import { describe, expect, it } from "vitest";
import { drawYear, monthText } from "./year.ts";

const flat = (value: number) => Array<number>(12).fill(value);

describe("the months of a candidate", () => {
  it("stack what each member brings, and mark the months nobody wants anyone in", () => {
    const { months, tallest } = drawYear({
      ...{ unit: "WORKERS", unknownIds: [], demand: null },
      members: [
        { id: "a", months: [0, ...flat(10).slice(1)] },
        { id: "b", months: [0, ...flat(5).slice(1)] },
      ],
    });
    expect(months[0]).toMatchObject({ month: 1, total: 0, isShort: true });
    expect(months[1]?.parts).toEqual([
      { id: "a", from: 0, to: 10 },
      { id: "b", from: 10, to: 15 },
    ]);
    expect(months[1]?.isShort).toBe(false);
    expect(tallest).toBe(15);
  });

  it("are short where less is free than an order asks, and not where just enough is", () => {
    const year = { unit: "UNITS" as const, unknownIds: [], members: [{ id: "a", months: flat(40) }] };
    const { months, tallest } = drawYear({ ...year, demand: [41, ...flat(40).slice(1)] });
    expect(months.map(({ isShort }) => isShort)).toEqual([true, ...Array<boolean>(11).fill(false)]);
    expect(tallest).toBe(41);
  });

  it("say workers with a digit where one is needed", () => {
    expect([monthText(10, "WORKERS"), monthText(15, "WORKERS"), monthText(15, "UNITS")]).toEqual(["1", "1.5", "15"]);
  });
});
