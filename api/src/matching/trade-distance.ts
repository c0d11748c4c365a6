import { sectionOf } from "#domain/industry.ts";

/** How far apart two trades are, in permille: what it is at least and at most by what is known of their codes. */
export interface TradeDistance {
  readonly least: number;
  readonly most: number;
}

/** Permille by how far two trades share their JSIC code: a class, a group, a division, a section, or nothing. */
export const SAME_CLASS = 0;
const SAME_GROUP = 300;
const SAME_DIVISION = 700;
const SAME_SECTION = 1000;
export const OTHER_SECTION = 500;

const ANY: TradeDistance = { least: SAME_CLASS, most: SAME_SECTION };

/** Distance of two trades that share so many digits and then differ. */
export const AFTER_SHARED: readonly number[] = [SAME_SECTION, SAME_SECTION, SAME_DIVISION, SAME_GROUP, SAME_CLASS];

/** Whether a trade is known in full: a JSIC class of four digits. */
export function isFullTrade(industry: string | undefined): boolean {
  return industry !== undefined && /^\d{4}$/.test(industry) && sectionOf(industry) !== undefined;
}

/** A trade as far as its code tells it: its section, and its digits, none where only the section is known. */
export interface ToldTrade {
  readonly section: string;
  readonly digits: string;
}

/** Reads a trade's code; undefined where it tells nothing. */
export function toldTrade(industry: string | undefined): ToldTrade | undefined {
  const section = industry === undefined ? undefined : sectionOf(industry);
  if (industry === undefined || section === undefined) return undefined;
  return { section, digits: /^\d/.test(industry) ? industry : "" };
}

function sharedDigits(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared += 1;
  return shared;
}

/**
 * How usefully two trades differ: too alike there is nothing to add, too far apart they do not understand each other.
 *
 * Unit: permille; 0 in one JSIC class (four digits), 300 in one group, 700 in one division, 1000 in one section, 500
 * beyond. A shorter code is used as far as it goes; which codes exist is not looked at.
 */
export function tradeDistance(a: string | undefined, b: string | undefined): TradeDistance {
  return distanceOfTrades(toldTrade(a), toldTrade(b));
}

/** The same of codes that are read already. */
export function distanceOfTrades(a: ToldTrade | undefined, b: ToldTrade | undefined): TradeDistance {
  if (a === undefined || b === undefined) return ANY;
  if (a.section !== b.section) return { least: OTHER_SECTION, most: OTHER_SECTION };
  const [one, other] = [a.digits, b.digits];
  const shared = sharedDigits(one, other);
  const most = AFTER_SHARED[shared] ?? SAME_CLASS;
  const toldApart = shared < Math.min(one.length, other.length);
  return { least: toldApart ? most : SAME_CLASS, most };
}
