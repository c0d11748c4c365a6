import { evenWidth } from "../text.ts";
import type { CellProblem } from "./import-problem.ts";

/** What a cell says: a value (perhaps a rough one, perhaps with notices), or why it cannot be taken. Empty and "unknown" cells never reach a reader. */
export type CellReading<T> =
  | { readonly value: T; readonly about?: true; readonly notices?: readonly CellProblem[] }
  | { readonly problem: CellProblem };

/** Cells that say "not known" or "not told": they are as good as empty. */
const UNKNOWN_WORDS =
  /^(?:[-‐―–—－ー~〜?？*＊.…]+|不明|未確認|未記入|未回答|無回答|回答なし|未把握|未入力|調査中|確認中|非公開|非公表|非開示|不詳|n\/a|na|unknown)$/i;
/** The longest of these words; only marks go on for longer. Most cells are told by this alone. */
const UNKNOWN_CHARACTERS_MAX = 10;
const MARK_FIRST = /^[\s\p{P}\p{S}ー]/u;
/** Cells that say "there are none". */
const NONE_WORDS = /^(?:なし|無し|無|ナシ|特になし|該当なし|特に無し|ありません|ない|none)[。.]?$/i;
/** Cells that mean "as above". */
const DITTO_WORDS = /^(?:〃|″|"|''|々|同上|同)$/;

/** Whether the cell tells nothing: empty, a dash, 不明, 非公開. */
export function isUnknown(text: string): boolean {
  if (text.length > UNKNOWN_CHARACTERS_MAX && !MARK_FIRST.test(text)) return false;
  const even = evenWidth(text);
  return even === "" || UNKNOWN_WORDS.test(even) || UNKNOWN_WORDS.test(text.trim());
}

/** Whether the cell says that there are none: なし, 無し. */
export function isNone(text: string): boolean {
  return NONE_WORDS.test(evenWidth(text));
}

/** Whether the cell repeats the one above: 〃, 同上. */
export function isDitto(text: string): boolean {
  return text.length < 10 && DITTO_WORDS.test(text.trim());
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

/** Errors a spreadsheet shows in place of a value. */
const ERROR_VALUE =
  /^#(?:REF!|DIV\/0!|VALUE!|NAME\?|N\/A|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|GETTING_DATA|UNKNOWN!|BUSY!|PYTHON!|#+)$/i;

/** Whether the cell shows an error of its formula, or only ####. */
export function isErrorValue(text: string): boolean {
  return text.includes("#") && ERROR_VALUE.test(text.trim());
}

/** Whether a number was rounded to a power of ten, as spreadsheets show long ones: 1.23E+12. */
export function isRounded(text: string): boolean {
  return /^\d(?:\.\d+)?E\+?\d+$/i.test(evenWidth(text));
}

const UNPRINTABLE =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const EVERY_UNPRINTABLE = new RegExp(UNPRINTABLE.source, "g");

/** Whether the text holds a control character or half a character: no store takes it, and nobody typed it. */
export function isUnprintable(text: string): boolean {
  return UNPRINTABLE.test(text);
}

/** The text with a mark in place of what cannot be printed, to be shown and kept. */
export function printable(text: string): string {
  return text.replace(EVERY_UNPRINTABLE, "\u{fffd}");
}

/** Characters of a cell that are shown back in a problem. */
const SHOWN_CHARACTERS = 200;

/** The beginning of a cell as it is shown back. */
export function shownText(text: string): string {
  return printable(text.slice(0, SHOWN_CHARACTERS));
}

const CHOSEN = /^(?:[○〇◯●◎✓✔☑✅レﾚ]|1|true|yes|y|はい|該当|選択|あり|有)$/iu;
const NOT_CHOSEN = /^(?:[×✕✗✖☐□xX]|0|false|no|n|いいえ|非該当|未選択|なし|無)$/iu;

/** What a cell under one answer of a question says: chosen by ○, 1 or the answer itself, not chosen, or neither. */
export function markOf(text: string, option: string): "chosen" | "not chosen" | undefined {
  const even = evenWidth(text);
  if (CHOSEN.test(even) || CHOSEN.test(text.trim()) || even === evenWidth(option)) return "chosen";
  return isUnknown(text) || NOT_CHOSEN.test(even) ? "not chosen" : undefined;
}
