import { foldForSearch } from "../text.ts";
import { activitiesIn, fitOf, type Activity } from "./activity.ts";
import { classLikeness, type TradeClass } from "./class-words.ts";
import { clearTrade } from "./clear.ts";
import { wordIndex, type FoundWord, type TradeThing, type TradeWord } from "./word-index.ts";

/** How sure a proposal is: `clear` where the text says nothing else, `likely` where a known word stands in it, else `guess`. */
export type TradeSureness = "clear" | "likely" | "guess";

/** A class a text may mean. */
export interface TradeProposal {
  /** JSIC rev. 14: four digits where the classes are known, else two. */
  readonly code: string;
  readonly sureness: TradeSureness;
}

/** Proposes classes for a trade in words, the likeliest first. */
export type TradeProposer = (text: string) => readonly TradeProposal[];

/** What proposals are made from. */
export interface TradeKnowledge {
  readonly trades: readonly TradeWord[];
  readonly things: readonly TradeThing[];
  /** Classes of four digits; empty where they are not loaded. */
  readonly classes: readonly TradeClass[];
  /** Divisions (two digits), which are shipped. */
  readonly divisions: readonly TradeClass[];
}

/** Proposals a person looks through. */
const PROPOSALS_MAX = 5;

/** Makes the proposer. Where the classes are not loaded every proposal is a division. */
export function tradeProposer({ trades, things, classes, divisions }: TradeKnowledge): TradeProposer {
  const index = wordIndex(trades, things);
  const areLoaded = classes.length > 0;
  const likeness = classLikeness(areLoaded ? classes : divisions);
  const digits = areLoaded ? 4 : 2;
  const short = (code: string) => code.slice(0, digits);
  const clear = clearTrade(trades, digits);
  return (text) => {
    const folded = foldForSearch(text);
    const found = index.find(folded);
    const said = activitiesIn(folded);
    const scores = new Map<string, number>();
    for (const [code, score] of wordScores(found, said)) raise(scores, short(code), score);
    for (const [code, like] of likeness(text)) {
      const before = scores.get(short(code));
      if (before === undefined) raise(scores, short(code), like * LIKENESS_POINTS + FIT_POINTS[fitOf(said, code)]);
      else scores.set(short(code), before + like * BOTH_POINTS);
    }
    return ranked(scores, { clear: clear(text), isKnown: found.length > 0 });
  };
}

/** Weights of the parts of a score. Source: tried on everyday words; the written set of texts measures what came of it. */
const WORD_POINTS = 4;
const LAST_POINTS = 1.5;
const LIKENESS_POINTS = 9;
const BOTH_POINTS = 4;
const FIT_POINTS = { fits: 1.5, not: -2.5, silent: 0 } as const;
const ACTIVITY_POINTS = { fits: 2.5, not: -3, silent: 0 } as const;

function* wordScores(
  found: readonly FoundWord[],
  said: ReadonlySet<Activity>,
): Generator<readonly [code: string, score: number]> {
  for (const { word, codes, byActivity, isLast } of found) {
    const points = WORD_POINTS + word.length + (isLast ? LAST_POINTS : 0);
    for (const code of codes) yield [code, points + FIT_POINTS[fitOf(said, code)]];
    for (const [activity, code] of byActivity) {
      const fit = said.size === 0 ? "silent" : said.has(activity) ? "fits" : "not";
      yield [code, points + ACTIVITY_POINTS[fit]];
    }
  }
}

function raise(scores: Map<string, number>, code: string, score: number): void {
  scores.set(code, Math.max(scores.get(code) ?? Number.NEGATIVE_INFINITY, score));
}

function ranked(
  scores: ReadonlyMap<string, number>,
  { clear, isKnown }: { readonly clear: string | undefined; readonly isKnown: boolean },
): TradeProposal[] {
  const order = [...scores].sort(
    ([one, ours], [other, theirs]) =>
      Number(other === clear) - Number(one === clear) || theirs - ours || (one < other ? -1 : 1),
  );
  return order.slice(0, PROPOSALS_MAX).map(([code]) => ({
    code,
    sureness: code === clear ? "clear" : isKnown ? "likely" : "guess",
  }));
}
