import { isJsonObject, type Json } from "#domain/canonical-json.ts";
import type { ExpectedValue, ValueFault } from "./snapshot.ts";

/** Answers what is wrong with a value, or undefined where nothing is. */
export type ValueCheck = (value: Json) => ValueFault | undefined;

const wrong = (expected: ExpectedValue): ValueFault => ({ code: "WRONG_TYPE", expected });

const firstFault = (values: readonly Json[], check: ValueCheck): ValueFault | undefined => {
  for (const value of values) {
    const fault = check(value);
    if (fault !== undefined) return fault;
  }
  return undefined;
};

/** Any text. */
export const textFault: ValueCheck = (value) => (typeof value === "string" ? undefined : wrong("text"));

/** A non-negative whole number that stays exact. */
export const wholeNumberFault: ValueCheck = (value) => {
  if (typeof value !== "number" || !Number.isSafeInteger(value)) return wrong("wholeNumber");
  return value < 0 ? { code: "NEGATIVE" } : undefined;
};

const degreesFault =
  (expected: "latitude" | "longitude", max: number): ValueCheck =>
  (value) => {
    if (typeof value !== "number") return wrong(expected);
    if (value < 0) return { code: "NEGATIVE" };
    return value > max ? wrong(expected) : undefined;
  };

/** Degrees north, 0 to 90. */
export const latitudeFault = degreesFault("latitude", 90);

/** Degrees east, 0 to 180. */
export const longitudeFault = degreesFault("longitude", 180);

const levelFault =
  (min: number, max: number, expected: ExpectedValue): ValueCheck =>
  (value) => {
    if (typeof value !== "number" || !Number.isSafeInteger(value)) return wrong(expected);
    if (value < 0) return { code: "NEGATIVE" };
    return value < min || value > max ? { code: "LEVEL_OUT_OF_RANGE", min, max } : undefined;
  };

/** The adviser's judgement, 0 to 3. */
export const leaderFault = levelFault(0, 3, "wholeNumber");

const tagLevelFault = levelFault(1, 3, "levelledTags");

/** A list whose entries all pass. */
const listFault =
  (expected: ExpectedValue, entry: ValueCheck): ValueCheck =>
  (value) =>
    Array.isArray(value) ? firstFault(value, entry) : wrong(expected);

/** A list of texts. */
export const textsFault = listFault("texts", (entry) => (typeof entry === "string" ? undefined : wrong("texts")));

/** A list of [tag, level 1–3]. */
export const levelledTagsFault = listFault("levelledTags", (entry) => {
  if (!Array.isArray(entry) || entry.length !== 2 || typeof entry[0] !== "string") return wrong("levelledTags");
  return tagLevelFault(entry[1] as Json);
});

/** A list of [kind] or [kind, area]. */
export const licencesFault = listFault("licences", (entry) => {
  const fits = Array.isArray(entry) && (entry.length === 1 || entry.length === 2);
  return fits && entry.every((part) => typeof part === "string") ? undefined : wrong("licences");
});

/** A list of [item] or [item, yen a month]. */
export const purchasesFault = listFault("purchases", (entry) => {
  const fits = Array.isArray(entry) && (entry.length === 1 || entry.length === 2) && typeof entry[0] === "string";
  if (!fits) return wrong("purchases");
  if (entry.length === 1) return undefined;
  const yen = wholeNumberFault(entry[1] as Json);
  return yen?.code === "WRONG_TYPE" ? wrong("purchases") : yen;
});

/**
 * The most a month may hold. A year of the largest group stays far below 2^53 with it, so that sums stay exact in
 * whatever order members come and go; no business has a trillion of anything.
 */
const MONTH_MAX = 1_000_000_000_000;

const monthFault: ValueCheck = (value) => {
  const fault = wholeNumberFault(value);
  return fault === undefined && (value as number) > MONTH_MAX ? { code: "TOO_LARGE", max: MONTH_MAX } : fault;
};

/** Twelve non-negative whole numbers, none beyond {@link MONTH_MAX}. */
export const monthsFault: ValueCheck = (value) => {
  if (!Array.isArray(value)) return wrong("months");
  const month = firstFault(value, monthFault);
  if (month !== undefined) return month.code === "WRONG_TYPE" ? wrong("months") : month;
  return value.length === 12 ? undefined : { code: "NOT_TWELVE_MONTHS", count: value.length };
};

const AREA_CHECKS: Readonly<Record<string, ValueCheck>> = {
  municipality: textFault,
  lat: latitudeFault,
  lon: longitudeFault,
};

/** A list of {municipality, lat?, lon?}. Another key is a fault, for a misspelt one would leave the place unknown. */
export const areasFault = listFault("areas", (entry) => {
  if (!isJsonObject(entry) || entry["municipality"] === undefined) return wrong("areas");
  const isSound = Object.entries(entry).every(([key, value]) => {
    const check = Object.hasOwn(AREA_CHECKS, key) ? AREA_CHECKS[key] : undefined;
    return check !== undefined && check(value) === undefined;
  });
  return isSound ? undefined : wrong("areas");
});
