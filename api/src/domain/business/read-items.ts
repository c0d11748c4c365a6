import { isNone, type CellReading } from "./cell.ts";
import { evenWidth } from "../text.ts";
import type { Term, TermFinder } from "../vocabulary.ts";
import type { Levelled, Purchase } from "./facts.ts";
import { yenOf } from "./read-numbers.ts";

/** Longest piece between 、 that still looks like a word in a list, in characters; longer ones are prose. */
const SHORT_WORD_CHARACTERS = 10;
const PROSE = /[。をがは]|(?:いる|ます|です|たい|ない|ず|て|た|し)$/;

/** A comma between Latin words may be part of a name: Foo Co., Ltd. */
const JAPANESE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** Whether 、 or a comma separates short words here and is not the comma of a sentence. */
function isWordList(pieces: readonly string[]): boolean {
  return pieces.every((piece) => [...piece].length <= SHORT_WORD_CHARACTERS && !PROSE.test(piece));
}

/**
 * The several values of one cell: separated by a line break, ; ； ・ or ／, and by 、 or a comma (as forms export several
 * answers) between short words only. A value
 * that `isOne` knows as a whole (塗料・染料) is not taken apart.
 */
export function splitItems(text: string, isOne: (item: string) => boolean = () => false): string[] {
  return splitOn([text], /[\r\n;；]/)
    .flatMap((item) => (isOne(nameOf(item)) ? [item] : splitOn([item], /[・／]/)))
    .flatMap((item) => (isOne(nameOf(item)) ? [item] : splitWords(item)));
}

function splitWords(item: string): string[] {
  const pieces = splitOn([item], /、/);
  const words = pieces.length > 1 && isWordList(pieces) ? pieces : [item];
  return words.flatMap((word) => {
    const parts = splitOn([word], /[,，](?!\d)/);
    return isWordList(parts) && parts.every((part) => JAPANESE.test(part)) ? parts : [word];
  });
}

function splitOn(texts: readonly string[], separator: RegExp): string[] {
  return texts
    .flatMap((text) => text.split(separator))
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** What stands before the first colon: the name or code of an item. */
function nameOf(item: string): string {
  return item.split(/[:：]/)[0]?.trim() ?? "";
}

/** Reads names or keys, each once. */
export function readNames(text: string): CellReading<readonly string[]> {
  if (isNone(text)) return { value: [] };
  return { value: [...new Set(splitItems(text).map(evenWidth))] };
}

/**
 * Reads tags with levels, `tag` or `tag:level` with level 1–3 (1 where none is told). A known name or synonym becomes
 * its code; free text stays as it is. A tag given twice keeps its higher level.
 */
export function readLevelled(text: string, find: TermFinder<Term>): CellReading<readonly Levelled[]> {
  if (isNone(text)) return { value: [] };
  const levels = new Map<string, 1 | 2 | 3>();
  for (const item of splitItems(text, (name) => find(name) !== undefined)) {
    const [named, digits] = atLastColon(item);
    const level = digits === undefined ? 1 : levelOf(digits);
    if (level === undefined && /^[-+]?[\d.]+$/.test(evenWidth(digits!))) {
      return { problem: { code: "LEVEL_OUT_OF_RANGE", item } };
    }
    const name = evenWidth(level === undefined || named === undefined ? item : named);
    const tag = find(name)?.code ?? name;
    levels.set(tag, higher(levels.get(tag), level ?? 1));
  }
  return { value: [...levels] };
}

/** What stands before and after the last colon; without one, or with nothing after it, the item alone. */
function atLastColon(item: string): readonly [string, string?] {
  const at = Math.max(item.lastIndexOf(":"), item.lastIndexOf("："));
  const after = item.slice(at + 1).trim();
  return at < 0 || after === "" ? [item] : [item.slice(0, at).trim(), after];
}

function levelOf(text: string): 1 | 2 | 3 | undefined {
  const level = Number(evenWidth(text));
  return level === 1 || level === 2 || level === 3 ? level : undefined;
}

function higher(one: 1 | 2 | 3 | undefined, other: 1 | 2 | 3): 1 | 2 | 3 {
  return one !== undefined && one > other ? one : other;
}

/** Reads what is bought: `item`, or `item:yen a month`. An item given twice adds up; its sum is unknown where one is. */
export function readPurchases(text: string): CellReading<readonly Purchase[]> {
  if (isNone(text)) return { value: [] };
  const yenByItem = new Map<string, number | undefined>();
  for (const item of splitItems(text)) {
    const [name, amount] = atLastColon(item);
    const yen = amount === undefined ? undefined : yenOf(amount);
    if (amount !== undefined && typeof yen !== "number") return { problem: { code: "PURCHASE_YEN_NOT_READ", item } };
    const key = evenWidth(name);
    const before = yenByItem.has(key) ? yenByItem.get(key) : 0;
    yenByItem.set(key, typeof yen !== "number" || before === undefined ? undefined : before + yen);
  }
  return { value: [...yenByItem].map(([item, yen]): Purchase => (yen === undefined ? [item] : [item, yen])) };
}
