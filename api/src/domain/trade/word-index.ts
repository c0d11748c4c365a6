import { foldForSearch } from "../text.ts";
import { ACTIVITIES, type Activity } from "./activity.ts";

/** Everyday words for trades, with the class each is usually of. */
export interface TradeWord {
  readonly code: string;
  readonly words: readonly string[];
}

/** A thing, with the class of whoever grows, makes, sells or mends it. */
export type TradeThing = { readonly words: readonly string[] } & { readonly [A in Activity]?: string };

/** What a word stands for: classes, or a thing. */
interface Meaning {
  readonly codes: string[];
  readonly things: TradeThing[];
}

/** A word met in a text. */
export interface FoundWord {
  readonly word: string;
  /** Classes it names by itself. */
  readonly codes: readonly string[];
  /** Classes it leads to by what is done with it. */
  readonly byActivity: readonly (readonly [activity: Activity, code: string])[];
  /** Whether the text ends with it: the last word of a compound says what it is. */
  readonly isLast: boolean;
}

/** Finds trade words and things in folded texts. */
export interface WordIndex {
  readonly find: (folded: string) => readonly FoundWord[];
  /** Classes a folded text is a word for, as a whole. */
  readonly codesOf: (folded: string) => readonly string[];
}

/** Makes the index of all words. */
export function wordIndex(trades: readonly TradeWord[], things: readonly TradeThing[]): WordIndex {
  const meanings = new Map<string, Meaning>();
  const meaningOf = (word: string): Meaning => {
    const folded = foldForSearch(word);
    const meaning = meanings.get(folded) ?? { codes: [], things: [] };
    meanings.set(folded, meaning);
    return meaning;
  };
  for (const { code, words } of trades) for (const word of words) meaningOf(word).codes.push(code);
  for (const thing of things) for (const word of thing.words) meaningOf(word).things.push(thing);
  const longest = Math.max(0, ...[...meanings.keys()].map(({ length }) => length));
  return {
    find: (folded) => [...foundIn(folded, meanings, longest)],
    codesOf: (folded) => meanings.get(folded)?.codes ?? [],
  };
}

/** Words from the left, at each place the longest. */
function* foundIn(folded: string, meanings: ReadonlyMap<string, Meaning>, longest: number): Generator<FoundWord> {
  for (let start = 0; start < folded.length; start += 1) {
    for (let length = Math.min(longest, folded.length - start); length >= 1; length -= 1) {
      const word = folded.slice(start, start + length);
      const meaning = meanings.get(word);
      if (meaning === undefined || (length === 1 && !standsAlone(folded, start))) continue;
      const byActivity = meaning.things.flatMap((thing) =>
        ACTIVITIES.flatMap((activity) => (thing[activity] === undefined ? [] : [[activity, thing[activity]] as const])),
      );
      yield { word, codes: meaning.codes, byActivity, isLast: start + length >= folded.length - 1 };
      start += length - 1;
      break;
    }
  }
}

/** Whether a single character is a word of its own there and no part of another: 酒販売, 花と苗, not 本格. */
function standsAlone(folded: string, at: number): boolean {
  const before = folded[at - 1] ?? "";
  const behind = folded.slice(at + 1);
  return (
    !/\p{Script=Han}/u.test(before) && /^(?:$|[^\p{Script=Han}]|販売|小売|製造|卸|加工|栽培|専門|店|屋)/u.test(behind)
  );
}
