import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { ACTIVITIES } from "#domain/trade/activity.ts";
import type { VocabularySource } from "#domain/vocabulary.ts";
import type { TradeThing, TradeWord } from "#domain/trade/word-index.ts";
import { sourceOf } from "./seed-source.ts";
import { isSeedObject, listAt, objectAt, textAt, textsAt, type SeedObject } from "./seed-value.ts";

const FILE = new URL("../../../../seeds/reference/trade-words.yaml", import.meta.url);

/** Everyday words for trades by class, and things by what is done with them. */
export interface TradeVocabulary {
  readonly trades: readonly TradeWord[];
  readonly things: readonly TradeThing[];
  readonly source: VocabularySource;
}

/** Reads and checks the trade words. A fault in them is ours, so it throws. */
export function loadTradeWords(): TradeVocabulary {
  const seed = parse(readFileSync(FILE, "utf8")) as SeedObject;
  const words = objectAt(seed, "words");
  const trades = Object.keys(words).map((code) => ({ code: classCode(code), words: textsAt(words, code) }));
  const things = listAt(seed, "things").map(thingFrom);
  const count = [...trades, ...things].reduce((sum, { words: own }) => sum + own.length, 0);
  return { trades, things, source: sourceOf(seed, "trade-words", count) };
}

function thingFrom(entry: unknown): TradeThing {
  if (!isSeedObject(entry)) throw new Error("trade-words.yaml holds a thing without keys.");
  const activities = ACTIVITIES.filter((activity) => activity in entry);
  const strangers = Object.keys(entry).filter((key) => key !== "words" && !activities.some((one) => one === key));
  if (strangers.length > 0) throw new Error(`trade-words.yaml: nobody does ${strangers.join(", ")} with a thing.`);
  const codes = activities.map((activity) => [activity, classCode(textAt(entry, activity))] as const);
  return { words: textsAt(entry, "words"), ...Object.fromEntries(codes) };
}

function classCode(text: string): string {
  if (!/^\d{4}$/.test(text)) throw new Error(`trade-words.yaml: "${text}" is no class of four digits.`);
  return text;
}
