import { dateOf, dateOfExcelSerial, partsOf, yearOfEra, type PlainDate } from "../calendar.ts";
import { evenWidth } from "../text.ts";
import type { CellReading } from "./cell.ts";
import type { OwnerAgeBand, PartialDate } from "./facts.ts";

/** A date as far as a cell tells it. */
interface DateParts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly about: boolean;
}

const ERA = "令和|平成|昭和|大正|明治|[RHSTMrhstm]|[令平昭大明]";
const DATE_TEXT = new RegExp(
  `^(${ERA})?(\\d{1,4}|元)(?:年度?|[./-]|$)(?:(\\d{1,2})(?:月|[./-]|$)(?:(\\d{1,2})日?)?)?$`,
);
/** Serial numbers Excel would show as a date of 1927 to 2099; fewer digits are years. */
const EXCEL_SERIAL = /^\d{5}(?:\.\d+)?$/;

/** Japan counts by the Gregorian calendar since 1 January 1873 (明治6年); an earlier era date is a lunar one, some weeks off. */
const GREGORIAN_FROM_YEAR = 1873;

/** Takes a date cell apart: 2026/11/21, 2026年11月, 1988, R7.4.1, 令和元年, 昭和63年頃, 20261121, an Excel serial. */
function datePartsOf(text: string): DateParts | undefined {
  const even = evenWidth(text)
    .replace(/[ T]\d{1,2}:\d{2}.*$/, "")
    .replace(/\s/g, "");
  const about = /(?:頃|ころ|ごろ|約)/.test(even);
  const plain = even.replace(/頃|ころ|ごろ|約|\([月火水木金土日]\)/g, "");
  if (EXCEL_SERIAL.test(plain)) return partsOfSerial(Number(plain));
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  const [, era, year, month, day] = compact ? [plain, undefined, ...compact.slice(1)] : (DATE_TEXT.exec(plain) ?? []);
  if (year === undefined) return undefined;
  const number = year === "元" ? 1 : Number(year);
  const western = era === undefined ? number : yearOfEra(era, number);
  if (western === undefined || (era === undefined && year.length !== 4)) return undefined;
  return {
    year: western,
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
    about: about || (era !== undefined && western < GREGORIAN_FROM_YEAR),
  };
}

function partsOfSerial(serial: number): DateParts | undefined {
  const date = dateOfExcelSerial(serial);
  return date === undefined ? undefined : { ...partsOf(date), about: false };
}

/** Reads a whole civil date. */
export function readDate(text: string): CellReading<PlainDate> {
  const parts = datePartsOf(text);
  if (parts?.day === undefined) return { problem: { code: "DATE_NOT_READ" } };
  const date = dateOf(parts.year, parts.month ?? 0, parts.day);
  if (date === undefined) return { problem: { code: "DATE_NOT_A_DAY" } };
  return parts.about ? { value: date, about: true } : { value: date };
}

/** Reads a date as far as it is told: a year, a month or a day. */
export function readPartialDate(text: string): CellReading<PartialDate> {
  const parts = datePartsOf(text);
  if (parts === undefined) return { problem: { code: "DATE_NOT_READ" } };
  const date = dateOf(parts.year, parts.month ?? 1, parts.day ?? 1);
  if (date === undefined) return { problem: { code: "DATE_NOT_A_DAY" } };
  const value = parts.month === undefined ? date.slice(0, 4) : parts.day === undefined ? date.slice(0, 7) : date;
  return parts.about ? { value, about: true } : { value };
}

/** A head of business is not younger nor older than this; other figures in an age column are a slip. */
const AGE_YEARS = { min: 15, max: 115 };

function bandOfAge(years: number): OwnerAgeBand {
  const tens = Math.min(80, Math.max(30, Math.floor(years / 10) * 10));
  return `${tens}s` as OwnerAgeBand;
}

function ageOn(day: PlainDate, born: PlainDate): number {
  const years = partsOf(day).year - partsOf(born).year;
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}

function isAge(years: number): boolean {
  return years >= AGE_YEARS.min && years <= AGE_YEARS.max;
}

/** Reads the owner's age as a band, from 60代, 60s, 67歳, or a birth date counted to `today`. */
export function readAgeBand(text: string, today: PlainDate): CellReading<OwnerAgeBand> {
  const even = evenWidth(text).replace(/\s/g, "");
  const [, band] = /^(\d{2})(?:代|歳代|才代|s)(?:以上|以下)?$/i.exec(even) ?? [];
  if (band !== undefined && Number(band) % 10 === 0) return { value: bandOfAge(Number(band)) };
  const [, age] = /^(?:満)?(\d{2,3})(?:歳|才)?$/.exec(even) ?? [];
  if (age !== undefined && isAge(Number(age))) return { value: bandOfAge(Number(age)) };
  const parts = datePartsOf(text);
  const born = parts && dateOf(parts.year, parts.month ?? 7, parts.day ?? 1);
  const years = born === undefined ? -1 : ageOn(today, born);
  return isAge(years) ? { value: bandOfAge(years) } : { problem: { code: "AGE_BAND_NOT_READ" } };
}
