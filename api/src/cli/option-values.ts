import { readPlainDate, type PlainDate } from "#domain/calendar.ts";
import { UsageError } from "./refusal.ts";

/** The whole number of an option. @throws UsageError for anything else */
export function wholeNumber(option: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError(
    `${option} は0以上で9桁までの整数です（「${text}」）。 / ${option} takes a whole number of at most nine digits ("${text}").`,
  );
}

/** The number of an option, whole or not. @throws UsageError for anything else */
export function decimalNumber(option: string, text: string): number {
  if (/^\d{1,6}(\.\d+)?$/.test(text)) return Number(text);
  throw new UsageError(
    `${option} は0以上の数です（「${text}」）。 / ${option} takes a number of 0 or more ("${text}").`,
  );
}

/** The day of an option. @throws UsageError for anything else */
export function dayOf(option: string, text: string): PlainDate {
  const day = readPlainDate(text);
  if (day !== undefined) return day;
  throw new UsageError(
    `${option} は「2026-04-01」の形の日付です（「${text}」）。 / ${option} takes a day like 2026-04-01 ("${text}").`,
  );
}
