import { describe, expect, it } from "vitest";
import type { PlainDate } from "#domain/calendar.ts";
import { factText, type Wording } from "./fact.ts";

const ja: Wording = { language: "ja", labelOf: (_kind, code) => code };
const en: Wording = { ...ja, language: "en" };

describe("a date among the facts", () => {
  it("is told in Japanese as far as it is known", () => {
    const told = ["1988", "1988-04", "1988-04-01"].map((date) => factText("established", date, ja));
    expect(told).toEqual(["1988年", "1988年4月", "1988年4月1日"]);
  });

  it("says until when a licence holds", () => {
    const licences = [{ kind: "sanpai-collect", area: "37", until: "2028-03-31" as PlainDate }];
    expect(factText("licences", licences, ja)).toBe("sanpai-collect（37・2028年3月31日まで）");
    expect(factText("licences", licences, en)).toContain("(37, until 31 Mar 2028)");
  });

  it("tells the day of the last visit", () => {
    expect(factText("lastContact", "2026-11-01" as PlainDate, ja)).toBe("2026年11月1日");
  });
});
