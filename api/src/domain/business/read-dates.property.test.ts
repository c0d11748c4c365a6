import { expect, it } from "vitest";
import { addDays, eraText, partsOf, type PlainDate } from "../calendar.ts";
import { readDate, readPartialDate } from "./read-dates.ts";

const FIRST = "1868-01-01" as PlainDate;
const FIRST_OF_MEIJI = "1868-01-25" as PlainDate;
const FIRST_GREGORIAN = "1873-01-01" as PlainDate;
const LAST = "2100-12-31" as PlainDate;

function* everyDay(from: PlainDate, to: PlainDate): Generator<PlainDate> {
  for (let day = from; day <= to; day = addDays(day, 1)) yield day;
}

const LETTERS: Readonly<Record<string, string>> = { 令和: "R", 平成: "H", 昭和: "S", 大正: "T", 明治: "M" };

/** The same day as lists abbreviate it: R7.4.1. */
function short(text: string): string {
  const [, era = "", year = "", month = "", day = ""] = /^(..)(.+)年(\d+)月(\d+)日$/.exec(text) ?? [];
  return `${LETTERS[era]}${year === "元" ? "1" : year}.${month}.${day}`;
}

it("every day from 1868 to 2100 is written in its era and read back as the same day", () => {
  const slips: string[] = [];
  let days = 0;
  for (const day of everyDay(FIRST, LAST)) {
    days += 1;
    const text = eraText(day);
    if (text === undefined) {
      if (day >= FIRST_OF_MEIJI) slips.push(`${day} has no era`);
      continue;
    }
    for (const written of [text, short(text), day, day.replaceAll("-", "/"), day.replaceAll("-", "")]) {
      const read = readDate(written);
      if (!("value" in read) || read.value !== day) slips.push(`${written} is not ${day}`);
      else if (eraText(read.value) !== text) slips.push(`${written} is not ${text}`);
    }
  }
  expect(slips).toEqual([]);
  expect(days).toBe(85_102);
});

it("an era date is rough before Japan counted by the Gregorian calendar, and exact from the first day on", () => {
  const isRough = (day: PlainDate) => "about" in readDate(eraText(day) ?? "");
  expect(isRough(addDays(FIRST_GREGORIAN, -1))).toBe(true);
  expect(isRough(FIRST_GREGORIAN)).toBe(false);
  expect([...everyDay(FIRST_OF_MEIJI, addDays(FIRST_GREGORIAN, -1))].every(isRough)).toBe(true);
  expect("about" in readDate("1872-12-31")).toBe(false);
});

it("every year of an era is its first day's year counted on, 元年 and 1 alike", () => {
  for (const [era, letter, first] of [
    ["令和", "R", 2019],
    ["平成", "H", 1989],
    ["昭和", "S", 1926],
  ] as const) {
    expect(readPartialDate(`${era}元年`)).toEqual({ value: String(first) });
    for (let year = 1; year <= 60; year += 1)
      expect(readPartialDate(`${letter}${year}`)).toEqual({ value: String(first + year - 1) });
  }
  expect(partsOf(FIRST_GREGORIAN).year).toBe(1868 + 6 - 1);
});
