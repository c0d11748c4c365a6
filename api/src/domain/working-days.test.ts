import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type PlainDate } from "./calendar.ts";
import { isWorkingDay, workingDaysAfter } from "./working-days.ts";

const day = (text: string) => text as PlainDate;
const holidays = new Set([day("2026-11-23")]);

describe("working days", () => {
  it("are neither weekends nor public holidays", () => {
    const days = ["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24"].map(day);
    expect(days.map((one) => isWorkingDay(one, holidays))).toEqual([true, false, false, false, true]);
  });

  it("are counted after a day, not with it, and with the last", () => {
    expect(workingDaysAfter(day("2026-11-20"), day("2026-11-20"), holidays)).toBe(0);
    expect(workingDaysAfter(day("2026-11-20"), day("2026-11-23"), holidays)).toBe(0);
    expect(workingDaysAfter(day("2026-11-20"), day("2026-11-24"), holidays)).toBe(1);
    expect(workingDaysAfter(day("2026-11-24"), day("2026-11-20"), holidays)).toBe(0);
  });

  it("are five in any week without a holiday", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), (offset) => {
        const from = addDays(day("2020-01-01"), offset);
        expect(workingDaysAfter(from, addDays(from, 7), new Set())).toBe(5);
      }),
    );
  });
});
