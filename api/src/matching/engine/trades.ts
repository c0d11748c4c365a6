import type { Columns } from "../columns/columns.ts";
import { AFTER_SHARED, OTHER_SECTION, SAME_CLASS, toldTrade } from "../trade-distance.ts";
import type { Pool } from "./part.ts";

/** A trade in one number: its section, then four digits, each one more than it is, 0 where it is not told; 0 where nothing is. */
type TradeCode = number;

/** Digits of a code, and bits of each. */
const [DIGITS, DIGIT_BITS] = [4, 4];
const DIGIT_MASK = (1 << DIGIT_BITS) - 1;
const SECTION_BITS = DIGITS * DIGIT_BITS;

/** Leading bits of a number of 32 that are left free by the digits. */
const BEFORE_DIGITS = 32 - SECTION_BITS;

const CODE_OF_A = "A".charCodeAt(0);

/** Puts a trade's code in one number. */
export function tradeCodeOf(industry: string): TradeCode {
  const told = toldTrade(industry);
  if (told === undefined) return 0;
  let code = 1 + told.section.charCodeAt(0) - CODE_OF_A;
  for (let place = 0; place < DIGITS; place += 1) {
    const digit = told.digits[place];
    code = (code << DIGIT_BITS) | (digit === undefined ? 0 : Number(digit) + 1);
  }
  return code;
}

/** Least permille by which two trades differ, as `distanceOfTrades` says, in a few steps: it is asked of every pair of a pool. */
export function leastDifference(one: TradeCode, other: TradeCode): number {
  const apart = one ^ other;
  if (apart === 0 || one === 0 || other === 0) return SAME_CLASS;
  if (apart >> SECTION_BITS !== 0) return OTHER_SECTION;
  const shared = Math.floor((Math.clz32(apart) - BEFORE_DIGITS) / DIGIT_BITS);
  const bits = (DIGITS - 1 - shared) * DIGIT_BITS;
  const isTold = ((one >> bits) & DIGIT_MASK) !== 0 && ((other >> bits) & DIGIT_MASK) !== 0;
  return isTold ? (AFTER_SHARED[shared] as number) : SAME_CLASS;
}

/** How the trades of candidates compare. */
export class Trades {
  private readonly trade: Columns["trade"];
  private readonly municipality: Columns["municipality"];
  private readonly codes: Int32Array;

  /** @param words what the numbers of trades stand for; the first for one that is not known */
  constructor({ trade, municipality }: Columns, words: readonly string[]) {
    this.trade = trade;
    this.municipality = municipality;
    this.codes = Int32Array.from(words, (word, at) => (at === 0 ? 0 : tradeCodeOf(word)));
  }

  /** The trade of a candidate. */
  codeOf(candidate: number): TradeCode {
    return this.codes[this.trade[candidate] as number] as number;
  }

  /** Lays out the trade of each slot. */
  lay({ size, candidates }: Pool, codes: Int32Array): void {
    for (let slot = 0; slot < size; slot += 1) codes[slot] = this.codeOf(candidates[slot] as number);
  }

  /** 1 where two candidates compete or may compete. As areRivals says: no rivals where the trades surely differ, or the municipalities do. */
  rivalryOf(a: number, b: number): 0 | 1 {
    const [town, other] = [this.municipality[a] as number, this.municipality[b] as number];
    // The number 0 is not known.
    if (town !== other && town !== 0 && other !== 0) return 0;
    return leastDifference(this.codeOf(a), this.codeOf(b)) > 0 ? 0 : 1;
  }
}
