import { describe, expect, it } from "vitest";
import type { PlainDate } from "../calendar.ts";
import { readAgeBand, readDate, readPartialDate } from "./read-dates.ts";

describe("a date", () => {
  it.each([
    ["R7.4.1", "2025-04-01"],
    ["r7/4/1", "2025-04-01"],
    ["H14.08.21", "2002-08-21"],
    ["令和元年5月1日", "2019-05-01"],
    ["２０２６／１１／２１", "2026-11-21"],
    ["2026-11-21", "2026-11-21"],
    ["2026年11月21日（土）", "2026-11-21"],
    ["20261121", "2026-11-21"],
    ["46347", "2026-11-21"],
    ["2026/11/21 0:00:00", "2026-11-21"],
  ])("%s is %s", (text, date) => {
    expect(readDate(text)).toEqual({ value: date });
  });

  it("needs its day", () => {
    expect(readDate("2026年11月")).toEqual({ problem: { code: "DATE_NOT_READ" } });
    expect(readDate("来月")).toEqual({ problem: { code: "DATE_NOT_READ" } });
  });

  it("that the calendar does not have is told", () => {
    expect(readDate("R7.2.29")).toEqual({ problem: { code: "DATE_NOT_A_DAY" } });
    expect(readDate("R6.2.29")).toEqual({ value: "2024-02-29" });
    expect(readDate("2026/13/1")).toEqual({ problem: { code: "DATE_NOT_A_DAY" } });
  });
});

describe("a date as far as it is told", () => {
  it.each([
    ["1988", "1988"],
    ["令和元年", "2019"],
    ["昭和63年4月", "1988-04"],
    ["S63.4", "1988-04"],
    ["1988/4/1", "1988-04-01"],
    ["2015年度", "2015"],
  ])("%s is %s", (text, date) => {
    expect(readPartialDate(text)).toEqual({ value: date });
  });

  it("is marked where it is rough", () => {
    expect(readPartialDate("昭和63年頃")).toEqual({ value: "1988", about: true });
    expect(readPartialDate("約1988年")).toEqual({ value: "1988", about: true });
  });

  it.each(["江戸時代", "88", "3代目"])("%s is none", (text) => {
    expect(readPartialDate(text)).toEqual({ problem: { code: "DATE_NOT_READ" } });
  });
});

describe("an owner's age band", () => {
  const today = "2026-11-21" as PlainDate;

  it.each([
    ["60代", "60s"],
    ["６０歳代", "60s"],
    ["60s", "60s"],
    ["69", "60s"],
    ["70歳", "70s"],
    ["20代", "30s"],
    ["39", "30s"],
    ["40", "40s"],
    ["90代", "80s"],
    ["80代以上", "80s"],
    ["昭和31年11月21日", "70s"],
    ["S31.11.22", "60s"],
    ["1956/11/22", "60s"],
  ])("%s is %s", (text, band) => {
    expect(readAgeBand(text, today)).toEqual({ value: band });
  });

  it.each(["若い", "5", "200", "65代", "2030/1/1"])("%s is none", (text) => {
    expect(readAgeBand(text, today)).toEqual({ problem: { code: "AGE_BAND_NOT_READ" } });
  });
});
