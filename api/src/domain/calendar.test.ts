import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  dateOf,
  dateOfExcelSerial,
  daysBetween,
  eraText,
  japaneseDayOf,
  monthsBefore,
  readPlainDate,
  weekdayOf,
  yearOfEra,
} from "./calendar.ts";
import type { PlainDate } from "./calendar.ts";

const day = (text: string) => text as PlainDate;

describe("a civil date", () => {
  it("exists on 29 February of a leap year and not of another", () => {
    expect(dateOf(2028, 2, 29)).toBe("2028-02-29");
    expect(dateOf(2027, 2, 29)).toBeUndefined();
  });

  it("is read for the years 1868 to 2100 and no others", () => {
    expect(readPlainDate("1868-01-01")).toBe("1868-01-01");
    expect(readPlainDate("1867-12-31")).toBeUndefined();
    expect(readPlainDate("2100-12-31")).toBe("2100-12-31");
    expect(readPlainDate("2101-01-01")).toBeUndefined();
  });

  it("of a moment is that in Japan, from three in the afternoon of Greenwich on the next", () => {
    expect(japaneseDayOf(new Date("2026-11-20T14:59:59Z"))).toBe("2026-11-20");
    expect(japaneseDayOf(new Date("2026-11-20T15:00:00Z"))).toBe("2026-11-21");
  });

  it("is read in one form only", () => {
    expect(readPlainDate("2026-1-5")).toBeUndefined();
    expect(readPlainDate("2026-13-05")).toBeUndefined();
    expect(readPlainDate("2026-00-05")).toBeUndefined();
    expect(readPlainDate("2026-01-00")).toBeUndefined();
  });

  it("counts days over the end of a year, forwards and backwards", () => {
    expect(addDays(day("2026-12-31"), 1)).toBe("2027-01-01");
    expect(addDays(day("2027-01-01"), -1)).toBe("2026-12-31");
    expect(daysBetween(day("2026-12-31"), day("2027-01-02"))).toBe(2);
  });

  it("knows its day of the week", () => {
    expect(weekdayOf(day("2026-09-16"))).toBe(3);
  });
});

describe("an Excel serial number", () => {
  it("is a date from 1 March 1900 on", () => {
    expect(dateOfExcelSerial(61)).toBe("1900-03-01");
    expect(dateOfExcelSerial(60)).toBeUndefined();
    expect(dateOfExcelSerial(46347)).toBe("2026-11-21");
    expect(dateOfExcelSerial(46347.75)).toBe("2026-11-21");
    expect(dateOfExcelSerial(73_051)).toBeUndefined();
  });
});

describe("an era", () => {
  it.each([
    ["2019-05-01", "令和元年5月1日"],
    ["2019-04-30", "平成31年4月30日"],
    ["1989-01-08", "平成元年1月8日"],
    ["1989-01-07", "昭和64年1月7日"],
    ["1926-12-25", "昭和元年12月25日"],
    ["1926-12-24", "大正15年12月24日"],
    ["1912-07-30", "大正元年7月30日"],
    ["1912-07-29", "明治45年7月29日"],
    ["1868-01-25", "明治元年1月25日"],
  ])("writes %s as %s", (date, text) => {
    expect(eraText(day(date))).toBe(text);
  });

  it("has no name before Meiji", () => {
    expect(eraText(day("1868-01-24"))).toBeUndefined();
  });

  it("gives the year by name, first character or letter", () => {
    expect(yearOfEra("令和", 7)).toBe(2025);
    expect(yearOfEra("平", 14)).toBe(2002);
    expect(yearOfEra("s", 63)).toBe(1988);
    expect(yearOfEra("慶応", 3)).toBeUndefined();
    expect(yearOfEra("令和", 0)).toBeUndefined();
  });

  it("brings back every day from 1868 to 2100", () => {
    const days = fc.integer({ min: 0, max: daysBetween(day("1868-01-25"), day("2100-12-31")) });
    fc.assert(
      fc.property(days, (offset) => {
        const date = addDays(day("1868-01-25"), offset);
        const [, era, year, month, dayOfMonth] = /^(..)(元|\d+)年(\d+)月(\d+)日$/.exec(eraText(date) ?? "") ?? [];
        const westernYear = yearOfEra(era ?? "", year === "元" ? 1 : Number(year));
        expect(dateOf(westernYear ?? 0, Number(month), Number(dayOfMonth))).toBe(date);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the same day some months before", () => {
  it.each([
    ["2026-11-21", 6, "2026-05-21"],
    ["2026-03-31", 1, "2026-02-28"],
    ["2026-01-15", 1, "2025-12-15"],
    ["2024-02-29", 12, "2023-02-28"],
  ])("of %s, %i months, is %s", (date, months, expected) => {
    expect(monthsBefore(date as PlainDate, months)).toBe(expected);
  });
});
