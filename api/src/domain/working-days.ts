import { addDays, weekdayOf, type PlainDate } from "./calendar.ts";

const SUNDAY = 0;
const SATURDAY = 6;

/** Whether offices work on this day: neither a weekend nor a public holiday. */
export function isWorkingDay(day: PlainDate, holidays: ReadonlySet<PlainDate>): boolean {
  const weekday = weekdayOf(day);
  return weekday !== SUNDAY && weekday !== SATURDAY && !holidays.has(day);
}

/** Working days after `from` up to and with `to`: 0 on the same day, and where `to` is earlier. */
export function workingDaysAfter(from: PlainDate, to: PlainDate, holidays: ReadonlySet<PlainDate>): number {
  let days = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, holidays)) days += 1;
  return days;
}
