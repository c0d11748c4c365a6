import { evenWidth } from "../text.ts";
import type { CellReading } from "./cell.ts";
import { isPossiblePhone, normalPhone } from "./telephone.ts";

/**
 * Reads a telephone or fax number in half width, on one line. Nine or ten digits that begin with none of 0 and + are one
 * whose first 0 a spreadsheet took away; one that nobody can be called by is taken as written, and told.
 */
export function readPhone(text: string): CellReading<string> {
  const value = normalPhone(text);
  const numbers = value.split("/").map((number) =>
    number
      .trim()
      .replace(/\.0$/, "")
      .replace(/[\s\-().]/g, ""),
  );
  const lost = numbers.find((digits) => /^[1-9]\d{8,9}$/.test(digits));
  if (lost !== undefined) return { problem: { code: "ZERO_LOST", full: `0${lost}` } };
  return isPossiblePhone(value) ? { value } : { value, notices: [{ code: "PHONE_NOT_POSSIBLE" }] };
}

/** What stands between several addresses of one cell, or around one. */
const BETWEEN = /[\s,、;；/／<>()（）「」]+/;
const EMAIL = /^[^@]+@[^@.]+(?:\.[^@.]+)+$/;

/** Reads e-mail addresses in half width, on one line; what no letter can be sent to is taken as written, and told. */
export function readEmail(text: string): CellReading<string> {
  const value = evenWidth(text);
  const pieces = value.split(BETWEEN).filter((piece) => piece.includes("@"));
  const isPossible = pieces.length > 0 && pieces.every((piece) => EMAIL.test(piece));
  return isPossible ? { value } : { value, notices: [{ code: "EMAIL_NOT_POSSIBLE" }] };
}
