/**
 * How near two folded names are: the same but for a slip of kana or letters; for one other kanji; for kana where the
 * other has kanji, in a part or in the whole of the name.
 */
export type Likeness = "slip" | "oneKanji" | "partInKana" | "wholeInKana";

/** Shortest name in which a slip can be told from another name. */
const SLIP_LENGTH_MIN = 4;
/** Shortest name in which one other kanji may be a slip: 山田 and 山口 are two. */
const KANJI_LENGTH_MIN = 4;

/** Characters that tell businesses apart by themselves: numbers, directions, new and old, main and branch. */
const TELLING = /[0-9一二三四五六七八九十百千東西南北上下左右新旧本支元前後中内外大小甲乙丙abcdef]/;
const KANJI = /\p{Script=Han}/u;

const ALL_KANJI = /^[\p{Script=Han}々]+$/u;
const ALL_KANA = /^[ぁ-ん]+$/;
/** Most kana one kanji is read with. */
const KANA_OF_KANJI_MAX = 4;

/** Whether a name is another one's, written with a slip or otherwise; undefined where it is another name. */
export function likenessOf(one: string, other: string): Likeness | undefined {
  const [a, b] = [[...one], [...other]];
  const start = commonStart(a, b);
  const end = commonEnd(a, b, start);
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (isReadingOf(left.join(""), right.join(""))) return start + end >= 2 ? "partInKana" : "wholeInKana";
  if (Math.max(a.length, b.length) < SLIP_LENGTH_MIN) return undefined;
  if (left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]) return "slip";
  if (left.length > 1 || right.length > 1 || left.length + right.length === 0) return undefined;
  return [...left, ...right].some((character) => TELLING.test(character)) ? undefined : slipOf(left, right, a.length);
}

/** Whether one could be how the other is read: nobody reads names surely without being told, but length gives many away. */
function isReadingOf(one: string, other: string): boolean {
  const [kanji, kana] = ALL_KANJI.test(one) ? [one, other] : [other, one];
  if (!ALL_KANJI.test(kanji) || !ALL_KANA.test(kana)) return false;
  return kana.length >= kanji.length && kana.length <= kanji.length * KANA_OF_KANJI_MAX;
}

/** One character left out or written twice is a slip; one for another is where it is kana or a letter. */
function slipOf(left: readonly string[], right: readonly string[], length: number): Likeness | undefined {
  if (left.length !== right.length) return "slip";
  const kanji = [...left, ...right].filter((character) => KANJI.test(character)).length;
  if (kanji === 0) return "slip";
  return length >= KANJI_LENGTH_MIN ? "oneKanji" : undefined;
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
}

function commonEnd(a: readonly string[], b: readonly string[], start: number): number {
  let count = 0;
  while (count < a.length - start && count < b.length - start && a.at(-1 - count) === b.at(-1 - count)) count += 1;
  return count;
}

/** Words at the end of a name that one writer leaves off: 鉄工所 and 鉄工. */
const LEFT_OFF = /(?<=..)[所店社]$/;

/** How near two folded names are, also where one leaves off the last word of its trade. */
export function likenessWithin(one: string, other: string): Likeness | undefined {
  return likenessOf(one, other) ?? likenessOf(one.replace(LEFT_OFF, ""), other.replace(LEFT_OFF, ""));
}

/** Whether two folded names have a word in common: two kanji in a row, or three characters of any kind. */
export function haveWordInCommon(one: string, other: string): boolean {
  const letters = [...one];
  return letters.some((first, at) => {
    const [second = "", third = ""] = letters.slice(at + 1, at + 3);
    if (second !== "" && KANJI.test(first) && KANJI.test(second) && other.includes(first + second)) return true;
    return third !== "" && other.includes(first + second + third);
  });
}
