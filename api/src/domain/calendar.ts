/** A civil date, `YYYY-MM-DD`, without time or zone: what laws, lists and deadlines speak of. */
export type PlainDate = string & { readonly plainDate: true };

const MS_PER_DAY = 86_400_000;
/** First and last year dates are read and written for: the first of Meiji, and the last whose rules we can test. */
const YEAR_MIN = 1868;
const YEAR_MAX = 2100;

/** The date of three numbers, or undefined where there is no such day (30 February) or the year is outside 1868–2100. */
export function dateOf(year: number, month: number, day: number): PlainDate | undefined {
  if (!Number.isInteger(year) || year < YEAR_MIN || year > YEAR_MAX) return undefined;
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${year}-${twoDigits(month)}-${twoDigits(day)}` as PlainDate;
}

/** The civil date in Japan on which a moment falls: nine hours ahead of UTC, without summer time. */
export function japaneseDayOf(moment: Date): PlainDate {
  return new Date(moment.getTime() + 9 * 3_600_000).toISOString().slice(0, 10) as PlainDate;
}

/** Reads `YYYY-MM-DD` exactly; anything else, or a day that does not exist, is undefined. */
export function readPlainDate(text: string): PlainDate | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return dateOf(Number(year), Number(month), Number(day));
}

/** The date `days` calendar days later; negative days go back. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(millisecondsOf(date) + days * MS_PER_DAY).toISOString().slice(0, 10) as PlainDate;
}

/** The same day so many months before; the last day of a month that is too short for it. */
export function monthsBefore(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + month - 1 - months;
  const at = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  const found = dateOf(at.year, at.month, Math.min(day, daysInMonth(at.year, at.month)));
  if (found === undefined) throw new Error(`No day ${months} months before ${date}. Maybe before the calendar begins?`);
  return found;
}

/** Calendar days from `from` to `to`: 0 on the same day, negative where `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return (millisecondsOf(to) - millisecondsOf(from)) / MS_PER_DAY;
}

/** Day of the week, 0 Sunday to 6 Saturday. */
export function weekdayOf(date: PlainDate): number {
  return new Date(millisecondsOf(date)).getUTCDay();
}

/** Year, month and day of a date as numbers. */
export function partsOf(date: PlainDate): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** How many days the month (1–12) has in the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * The date of an Excel serial number (whole days, 1900 system), or undefined before 1 March 1900: below that Excel
 * counts a 29 February 1900 that never was.
 */
export function dateOfExcelSerial(serial: number): PlainDate | undefined {
  if (!Number.isFinite(serial) || serial < 61 || serial > 73_050) return undefined;
  return addDays("1899-12-30" as PlainDate, Math.floor(serial));
}

function millisecondsOf(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

/** An era of the Japanese calendar: its names, and the first day that is written in it. */
interface Era {
  readonly name: string;
  readonly letter: string;
  readonly from: PlainDate;
}

/**
 * Newest first. Source: the era ordinances (元号を改める政令; Showa and Taisho by imperial edict). Meiji reaches back to
 * the first day of the lunar year in which it was proclaimed, 25 January 1868. Days before 1873 are Gregorian here,
 * though people then wrote lunar ones.
 */
const ERAS: readonly Era[] = [
  { name: "令和", letter: "R", from: "2019-05-01" as PlainDate },
  { name: "平成", letter: "H", from: "1989-01-08" as PlainDate },
  { name: "昭和", letter: "S", from: "1926-12-25" as PlainDate },
  { name: "大正", letter: "T", from: "1912-07-30" as PlainDate },
  { name: "明治", letter: "M", from: "1868-01-25" as PlainDate },
];

/** The Gregorian year of an era year, by the era's name, first character or letter; undefined for an unknown era. */
export function yearOfEra(era: string, eraYear: number): number | undefined {
  const found = ERAS.find(({ name, letter }) => name === era || name[0] === era || letter === era.toUpperCase());
  if (found === undefined || !Number.isInteger(eraYear) || eraYear < 1) return undefined;
  return partsOf(found.from).year + eraYear - 1;
}

/** A date as Japanese papers write it, 令和7年4月1日; the first year of an era is 元年. Undefined before Meiji. */
export function eraText(date: PlainDate): string | undefined {
  const era = ERAS.find(({ from }) => from <= date);
  if (era === undefined) return undefined;
  const { year, month, day } = partsOf(date);
  const eraYear = year - partsOf(era.from).year + 1;
  return `${era.name}${eraYear === 1 ? "元" : eraYear}年${month}月${day}日`;
}
