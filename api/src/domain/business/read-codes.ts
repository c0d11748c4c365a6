import { sectionOf } from "../industry.ts";
import { municipalityCheckDigit } from "../municipality-code.ts";
import { evenWidth } from "../text.ts";
import { isRounded, type CellReading } from "./cell.ts";
import type { MunicipalityLookup } from "./municipality.ts";
import { corporateNumberCheckDigit, isCorporateNumber } from "./corporate-number.ts";

/** The digits of a code cell, without hyphens, spaces, and the commas and the ".0" a spreadsheet may add. */
function digitsOf(text: string): string {
  return evenWidth(text)
    .replace(/\.0$/, "")
    .replace(/(?<=\d),(?=\d{3})/g, "")
    .replace(/[\s\-‐‑‒–—―−ー]/g, "");
}

/** Reads a corporate number: 13 digits with a valid check digit, full width accepted. */
export function readCorporateNumber(text: string): CellReading<string> {
  if (isRounded(text)) return { problem: { code: "CORPORATE_NUMBER_ROUNDED" } };
  const digits = digitsOf(text);
  if (/^\d{12}$/.test(digits)) {
    const full = `${corporateNumberCheckDigit(digits)}${digits}`;
    return { problem: { code: "CORPORATE_NUMBER_TWELVE_DIGITS", full } };
  }
  if (!/^\d{13}$/.test(digits)) return { problem: { code: "CORPORATE_NUMBER_LENGTH", digits: digits.length } };
  return isCorporateNumber(digits) ? { value: digits } : { problem: { code: "CORPORATE_NUMBER_CHECK_DIGIT" } };
}

/** Reads the 12 digits of a company registry number (会社法人等番号), which with a check digit are the corporate number. */
export function readRegistryNumber(text: string): CellReading<string> {
  const digits = digitsOf(text);
  return /^\d{12}$/.test(digits)
    ? { value: `${corporateNumberCheckDigit(digits)}${digits}` }
    : readCorporateNumber(text);
}

/** Reads a municipality code of 5 digits, or 6 whose last is the check digit. */
export function readMunicipalityCode(text: string): CellReading<string> {
  const digits = digitsOf(text);
  if (!/^\d{5,6}$/.test(digits)) return { problem: { code: "MUNICIPALITY_CODE_LENGTH", digits: digits.length } };
  const five = digits.slice(0, 5);
  const expected = municipalityCheckDigit(five);
  if (digits.length === 6 && Number(digits[5]) !== expected) {
    return { problem: { code: "MUNICIPALITY_CODE_CHECK_DIGIT", expected } };
  }
  return { value: five };
}

/**
 * Reads a municipality code as it was meant: a spreadsheet takes the first 0 of 01202 and 012025 away. What is left is
 * refused where there is no such municipality, and there is one with the 0.
 */
export function readMunicipality(text: string, { exists }: Pick<MunicipalityLookup, "exists">): CellReading<string> {
  const reading = readMunicipalityCode(text);
  if ("value" in reading && exists(reading.value)) return reading;
  const full = `0${digitsOf(text)}`;
  const meant = /^0\d{4,5}$/.test(full) ? readMunicipalityCode(full) : reading;
  return "value" in meant && exists(meant.value) ? { problem: { code: "ZERO_LOST", full } } : reading;
}

/** Reads a postal code, with or without hyphen and 〒, as seven digits. */
export function readPostalCode(text: string): CellReading<string> {
  const digits = digitsOf(text).replace(/^〒/, "");
  if (/^[1-9]\d{4,5}$/.test(digits)) {
    const full = digits.padStart(7, "0");
    return { problem: { code: "ZERO_LOST", full: `${full.slice(0, 3)}-${full.slice(3)}` } };
  }
  return /^\d{7}$/.test(digits)
    ? { value: digits }
    : { problem: { code: "POSTAL_CODE_LENGTH", digits: digits.length } };
}

/** Reads a JSIC code: a section letter A–T, or 2 to 4 digits whose first two are a division. */
export function readIndustryCode(text: string): CellReading<string> {
  const code = evenWidth(text)
    .toUpperCase()
    .replace(/^([A-T])[\s-]?(?=\d{2})/, "");
  return /^(?!00)/.test(code) && sectionOf(code) !== undefined
    ? { value: code }
    : { problem: { code: "INDUSTRY_CODE_NOT_READ" } };
}
