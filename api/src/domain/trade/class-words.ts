import { foldForSearch } from "../text.ts";

/** A class of the industrial classification as words are compared with it. */
export interface TradeClass {
  readonly code: string;
  readonly name: string;
  /** What the publisher names as belonging to it. */
  readonly examples: readonly string[];
  /** Parts of its description. */
  readonly phrases: readonly string[];
}

/** How much a text is like each class, 0 to 1, by code; classes unlike it are left out. */
export type ClassLikeness = (text: string) => ReadonlyMap<string, number>;

/** One wording of a class: its kanji and pairs of neighbouring characters, and how telling they are together. */
interface Wording {
  readonly code: string;
  readonly pairs: ReadonlySet<string>;
  readonly weight: number;
}

/**
 * Compares texts with the wordings of classes by their kanji and pairs of neighbouring characters; what many wordings
 * share (製造, 小売) tells little.
 */
export function classLikeness(classes: readonly TradeClass[]): ClassLikeness {
  const raw = classes.flatMap(({ code, name, examples, phrases }) =>
    [name, ...examples, ...phrases].map((wording) => ({ code, pairs: pairsOf(plainWords(wording)) })),
  );
  const weightOf = rarity(raw.map(({ pairs }) => pairs));
  const byPair = new Map<string, Wording[]>();
  for (const { code, pairs } of raw) {
    const wording = { code, pairs, weight: sumOf(pairs, weightOf) };
    for (const pair of pairs) byPair.set(pair, [...(byPair.get(pair) ?? []), wording]);
  }
  return (text) => {
    const pairs = pairsOf(plainWords(text));
    const whole = sumOf(pairs, weightOf);
    const likeness = new Map<string, number>();
    for (const wording of new Set([...pairs].flatMap((pair) => byPair.get(pair) ?? []))) {
      const shared = sumOf(
        [...wording.pairs].filter((pair) => pairs.has(pair)),
        weightOf,
      );
      const like = (2 * shared) / (whole + wording.weight);
      if (like > (likeness.get(wording.code) ?? 0)) likeness.set(wording.code, like);
    }
    return likeness;
  };
}

/** What is done (製造, 小売) is judged apart: here the words for the thing count. */
const ACTIVITY_WORDS =
  /製造|販売|卸売|小売|卸|修理|加工|経営|運営|営業|専門店|専門|生産|制作|製作|出荷|の店|お店|店$|屋$|業$|その他の|他に分類されない/g;

/** Without what stands in brackets (別掲を除く), what is done, and the 業 nearly every name ends in. */
function plainWords(text: string): string {
  return foldForSearch(text)
    .replace(/[（(][^）)]*[）)]/g, "")
    .replace(ACTIVITY_WORDS, "");
}

function pairsOf(text: string): ReadonlySet<string> {
  const characters = [...text];
  const pairs = characters.slice(1).map((character, index) => `${characters[index]}${character}`);
  return new Set([...pairs, ...characters.filter((character) => /\p{Script=Han}/u.test(character))]);
}

/** The fewer wordings hold a pair, the more it tells: the logarithm of how many there are for each that holds it. */
function rarity(wordings: readonly ReadonlySet<string>[]): (pair: string) => number {
  const holders = new Map<string, number>();
  for (const pairs of wordings) for (const pair of pairs) holders.set(pair, (holders.get(pair) ?? 0) + 1);
  return (pair) => Math.log((wordings.length + 1) / ((holders.get(pair) ?? 0) + 1));
}

function sumOf(pairs: Iterable<string>, weightOf: (pair: string) => number): number {
  let sum = 0;
  for (const pair of pairs) sum += weightOf(pair);
  return sum;
}
