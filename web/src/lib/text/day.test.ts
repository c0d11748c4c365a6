import { describe, expect, it } from "vitest";
import { dayText, instantText, shortDayText, todayInJapan, monthName } from "./day.ts";

describe("a day in words", () => {
  it("names year, month, date and weekday in Japanese", () => {
    expect(dayText("2026-09-16", "ja")).toBe("2026年9月16日（水）");
  });

  it("says the same day in English", () => {
    expect(dayText("2026-09-16", "en")).toBe("Wed 16 Sep 2026");
  });
});

describe("a day beside other words", () => {
  it("is short, without leading noughts", () => {
    expect([shortDayText("2026-09-06", "ja"), shortDayText("2026-09-06", "en")]).toEqual(["2026/9/6", "6 Sep 2026"]);
  });
});

describe("an instant in words", () => {
  it("belongs to the next day in Japan from three in the afternoon UTC", () => {
    expect(instantText("2026-09-16T15:00:00Z", "ja")).toBe("2026年9月17日（木） 0:00");
    expect(instantText("2026-09-16T14:59:00Z", "ja")).toBe("2026年9月16日（水） 23:59");
  });

  it("turns the calendar of a form at midnight in Japan", () => {
    expect(todayInJapan(new Date("2026-09-16T14:59:59Z"))).toBe("2026-09-16");
    expect(todayInJapan(new Date("2026-09-16T15:00:00Z"))).toBe("2026-09-17");
  });

  it("names a month short", () => {
    expect([monthName(1, "ja"), monthName(12, "ja"), monthName(3, "en")]).toEqual(["1月", "12月", "Mar"]);
  });
});
