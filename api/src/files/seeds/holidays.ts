import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { readPlainDate, type PlainDate } from "#domain/calendar.ts";
import { textsAt, type SeedObject } from "./seed-value.ts";

const HOLIDAYS_FILE = new URL("../../../../seeds/reference/law/holidays.yaml", import.meta.url);

/** The public holidays of the years that are shipped. A day that does not exist is a defect of the seeds and throws. */
export function loadHolidays(): ReadonlySet<PlainDate> {
  const days = textsAt(parse(readFileSync(HOLIDAYS_FILE, "utf8")) as SeedObject, "days");
  return new Set(
    days.map((text) => {
      const day = readPlainDate(text);
      if (day === undefined) throw new Error(`holidays.yaml names a day that does not exist: ${text}`);
      return day;
    }),
  );
}
