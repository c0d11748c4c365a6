import { describe, expect, it } from "vitest";
import { loadReference } from "#files/seeds/reference.ts";
import { inputText, otherName } from "./score-input.ts";

const labelOf = loadReference().labelOf("ja");
const names = new Map([["D042", "みどり製作所"]]);
const wording = { language: "ja", labelOf, nameOf: (key: string) => names.get(key) } as const;
const told = (value: unknown, source = "list") => ({ value, source, on: "2026-01-01" });
const text = (key: Parameters<typeof inputText>[0], facts: object) => inputText(key, facts as never, wording);

describe("a fact under a score", () => {
  it("tells a place by its address, else by its municipality, with how far an estimate goes", () => {
    const place = told({ lat: 34.34, lon: 134.05, exactness: "town" }, "estimate");
    const address = told("高松市番町一丁目");
    expect(text("place", { place, address })).toBe("高松市番町一丁目（所在地の町のあたり）");
    expect(text("place", { place: told({ lat: 34.34, lon: 134.05 }), municipality: told("37201") })).toBe("高松市");
    expect(text("place", { place: told({ lat: 34.34, lon: 134.05 }) })).toBe("34.34000, 134.05000");
  });

  it("names whom a list knows by a key, and says of a bare number what it is", () => {
    expect(text("ties", { ties: told(["D042", "ふじ工業", "D042"]) })).toBe("みどり製作所、ふじ工業");
    expect(otherName("8700110005901", wording)).toBe("名前の分からない法人（法人番号8700110005901）");
    expect(otherName("D099", wording)).toBe("名簿にない事業者（D099）");
    expect(text("ties", { ties: told([]) })).toBe("なし");
  });

  it("gives each month its name, and says once what is the same in all", () => {
    const months = [7, ...Array<number>(11).fill(6)];
    expect(text("monthlyCapacity", { monthlyCapacity: told(months) })).toMatch(/^1月 7、2月 6、.*12月 6$/);
    expect(text("monthlyCapacity", { monthlyCapacity: told(Array(12).fill(6)) })).toBe("毎月6");
    expect(text("monthlyLoad", { monthlyLoad: told([25, ...Array<number>(11).fill(30)]) })).toContain("1月 2.5、2月 3");
  });

  it("is nothing where nothing is known", () => {
    expect(text("leader", {})).toBeNull();
  });
});
