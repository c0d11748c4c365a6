import { evenWidth } from "../text.ts";
import { isNone, wholeNumber, type CellReading } from "./cell.ts";
import { MONTHS } from "./facts.ts";

/** Yen in each unit word of amounts, longest first where one begins another. */
const YEN_UNITS: readonly (readonly [string, number])[] = [
  ["億", 100_000_000],
  ["千万", 10_000_000],
  ["百万", 1_000_000],
  ["万", 10_000],
  ["千", 1_000],
  ["", 1],
];
/** A capital below this with no unit anywhere was meant in 千円 or 万円 more often than in yen: 10000 is ten million. */
export const CAPITAL_SURE_YEN = 100_000;

/** Yen in the unit a header or a cell names (千円, 万円, 百万円, 円), or undefined where it names none. */
export function yenOfUnit(text: string): number | undefined {
  const word = /(億|千万|百万|万|千)?円/.exec(evenWidth(text));
  if (word === null) return undefined;
  return YEN_UNITS.find(([unit]) => unit === (word[1] ?? ""))?.[1];
}

/** Reads a sum such as 1,000万円, 1億5,000万円, 3千万円; in hundredths below so that 1.5億 stays exact. */
export function yenOf(text: string, unitYen = 1): number | "not-whole" | undefined {
  const even = evenWidth(text)
    .replace(/[¥\s]|円$|也$/g, "")
    .replace(/(?<=\d),(?=\d)/g, "");
  const parts = [...even.matchAll(/(\d+(?:\.\d{1,4})?)(億|千万|百万|万|千)?/g)];
  if (parts.length === 0 || parts.map(([whole]) => whole).join("") !== even) return undefined;
  if (parts.slice(0, -1).some(([, , unit]) => unit === undefined)) return undefined;
  const named = parts.some(([, , unit]) => unit !== undefined);
  const tenThousandths = parts.reduce((sum, [, number, unit]) => {
    const yen = YEN_UNITS.find(([word]) => word === (unit ?? ""))?.[1] ?? 1;
    return sum + Math.round(Number(number) * 10_000) * yen;
  }, 0);
  const yen = (tenThousandths * (named || even.endsWith("円") ? 1 : unitYen)) / 10_000;
  if (!Number.isSafeInteger(yen)) return "not-whole";
  return yen;
}

/** Reads capital in yen. `unitYen` is the unit the header names; without one, a very small figure is asked about. */
export function readCapital(text: string, unitYen?: number): CellReading<number> {
  const ownUnit = /円|[億万千]/.test(evenWidth(text));
  const yen = yenOf(text, ownUnit ? 1 : (unitYen ?? 1));
  if (yen === undefined) return { problem: { code: "AMOUNT_NOT_READ" } };
  if (yen === "not-whole") return { problem: { code: "AMOUNT_NOT_WHOLE_YEN" } };
  const unsure = !ownUnit && unitYen === undefined && yen > 0 && yen < CAPITAL_SURE_YEN;
  if (unsure) return { problem: { code: "CAPITAL_UNIT_MISSING", limitYen: CAPITAL_SURE_YEN } };
  return { value: yen };
}

/**
 * Reads a head count. Rough answers are taken and marked: 約20名, 20人以上, 5(3) by their figure; 1～5人 by its upper
 * end, so that a limit on size is not passed by a guess; 20人未満 as 19.
 */
export function readEmployees(text: string): CellReading<number> {
  const even = evenWidth(text).replace(/\s/g, "");
  const exact = isNone(even) ? 0 : wholeNumber(even.replace(/[名人]$/, ""));
  if (exact !== undefined) return { value: exact };
  const range = /^約?(\d+)[名人]?[~〜～―ー–-](\d+)[名人]?(?:程度|くらい|位)?$/.exec(even);
  if (range?.[2] !== undefined) return { value: Number(range[2]), about: true };
  const rough =
    /^(?:約|およそ|凡そ)?(\d+)[名人]?(?:\(.*\))?(程度|前後|くらい|ぐらい|位|以上|以下|未満|超|強|弱)?$/.exec(even);
  if (rough?.[1] === undefined) return { problem: { code: "EMPLOYEES_NOT_READ" } };
  const figure = Number(rough[1]);
  return { value: rough[2] === "未満" ? Math.max(0, figure - 1) : figure, about: true };
}

/** Reads the adviser's judgement 0–3. */
export function readLeader(text: string): CellReading<number> {
  const level = wholeNumber(text);
  return level !== undefined && level <= 3 ? { value: level } : { problem: { code: "LEADER_NOT_READ" } };
}

function monthTexts(text: string): string[] {
  const separator = /[\n;；・／]/.test(text) ? /[\n;；・／]/ : /[,，、\s|]+/;
  return text.trim().split(separator).map(evenWidth);
}

/** Reads twelve numbers from January. `scale` turns the list's unit into the stored one: 10 for workers into tenths. */
export function readMonths(text: string, scale: 1 | 10): CellReading<readonly number[]> {
  const texts = monthTexts(text);
  if (texts.length !== MONTHS) return { problem: { code: "MONTHS_COUNT", found: texts.length } };
  const values: number[] = [];
  for (const [index, each] of texts.entries()) {
    const where = { month: index + 1, text: each };
    if (!/^\d{1,7}(?:\.\d+)?$/.test(each)) return { problem: { code: "MONTH_NOT_READ", ...where } };
    const scaled = Math.round(Number(each) * scale * 1000) / 1000;
    if (!Number.isInteger(scaled))
      return { problem: { code: scale === 10 ? "MONTH_NOT_TENTH" : "MONTH_NOT_READ", ...where } };
    values.push(scaled);
  }
  return { value: values };
}

/** Degrees that Japan's islands lie within. */
const JAPAN = { lat: [20, 46], lon: [122, 154] } as const;

function degreesOf(text: string): number | undefined {
  const even = evenWidth(text).replace(/[°度]$/, "");
  return /^\d{1,3}(?:\.\d+)?$/.test(even) ? Number(even) : undefined;
}

function within(degrees: number, [low, high]: readonly [number, number]): boolean {
  return degrees >= low && degrees <= high;
}

/** Reads latitude and longitude, WGS84 degrees, together: one without the other is no place. */
export function readPlace(
  latText: string,
  lonText: string,
): CellReading<{ readonly lat: number; readonly lon: number }> {
  const lat = degreesOf(latText);
  const lon = degreesOf(lonText);
  if (lat === undefined || lon === undefined) return { problem: { code: "COORDINATE_NOT_READ" } };
  if (within(lat, JAPAN.lat) && within(lon, JAPAN.lon)) return { value: { lat, lon } };
  const swapped = within(lon, JAPAN.lat) && within(lat, JAPAN.lon);
  return { problem: { code: swapped ? "COORDINATES_SWAPPED" : "COORDINATE_OUTSIDE_JAPAN" } };
}
