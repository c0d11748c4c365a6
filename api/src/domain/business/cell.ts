import { evenWidth } from "../text.ts";
import type { CellProblem } from "./import-problem.ts";

/** What a cell says: a value (perhaps a rough one, perhaps with notices), or why it cannot be taken. Empty and "unknown" cells never reach a reader. */
export type CellReading<T> =
  | { readonly value: T; readonly about?: true; readonly notices?: readonly CellProblem[] }
  | { readonly problem: CellProblem };

/** Cells that say "not known" or "not told": they are as good as empty. */
const UNKNOWN_WORDS = /^(?:[-‐―–—－ー~〜?？*＊.…]+|不明|未確認|未記入|未回答|非公開|非公表|不詳|n\/a|na|unknown)$/i;
/** Cells that say "there are none". */
const NONE_WORDS = /^(?:なし|無し|無|ナシ|特になし|該当なし|特に無し|ありません|ない|none)[。.]?$/i;
/** Cells that mean "as above". */
const DITTO_WORDS = /^(?:〃|″|"|''|々|同上|同)$/;

/** Whether the cell tells nothing: empty, a dash, 不明, 非公開. */
export function isUnknown(text: string): boolean {
  const even = evenWidth(text);
  return even === "" || UNKNOWN_WORDS.test(even) || UNKNOWN_WORDS.test(text.trim());
}

/** Whether the cell says that there are none: なし, 無し. */
export function isNone(text: string): boolean {
  return NONE_WORDS.test(evenWidth(text));
}

/** Whether the cell repeats the one above: 〃, 同上. */
export function isDitto(text: string): boolean {
  return DITTO_WORDS.test(text.trim());
}

/** Reads a cell of plain text: spaces at the ends go, everything else is kept as written. */
export function readText(text: string): CellReading<string> {
  return { value: text.trim() };
}

/** A whole number written with thousands separators and full width; undefined for anything else. */
export function wholeNumber(text: string): number | undefined {
  const digits = evenWidth(text).replace(/(?<=\d),(?=\d{3})/g, "");
  if (!/^\d+(?:\.0+)?$/.test(digits)) return undefined;
  const number = Number(digits);
  return Number.isSafeInteger(number) ? number : undefined;
}
