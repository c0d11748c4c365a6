/** Where a legal figure stands: the law's e-Gov number and the article, paragraph and item as it is cited. */
export interface LawRef {
  readonly act: string;
  readonly article: string;
}

/** Who read a figure in which text. A second reader is still to come where it is null. */
export interface Reading {
  /** The text that was read, or null where the figure was taken from a summary. */
  readonly text: string | null;
  /** Month or day of the reading, YYYY-MM or YYYY-MM-DD. */
  readonly on: string;
  readonly by: string;
  readonly secondReader: string | null;
}

/** A legal figure with its article, the first day it is known to hold (YYYY-MM-DD) and its reading. */
export interface Sourced<Value> {
  readonly value: Value;
  readonly inForceFrom: string;
  readonly law: LawRef;
  readonly read: Reading;
}

/** Picks the figure in force on a day (YYYY-MM-DD): the latest that has begun; undefined before the first. */
export function inForceOn<Value>(entries: readonly Sourced<Value>[], day: string): Sourced<Value> | undefined {
  return entries
    .filter((entry) => entry.inForceFrom <= day)
    .reduce<Sourced<Value> | undefined>(
      (latest, entry) => (latest === undefined || entry.inForceFrom > latest.inForceFrom ? entry : latest),
      undefined,
    );
}

/**
 * The forms a group can take: 1 business cooperative, 2 small-business cooperative, 3 fire mutual (until 2014),
 * 4 credit cooperative, 5 federation of cooperatives, 6 enterprise cooperative, 7 merged-operations cooperative,
 * 8 and 9 industry association union and its federation, 10 and 11 shopping-street promotion union and its federation,
 * 12 to 14 environmental-health trade union, its federation and its branch union, 15 certified community work
 * cooperative; A1 voluntary group, A2 general incorporated association, A3 limited liability partnership,
 * A4 worker cooperative, A5 company.
 */
export const FORMS = [
  "1",
  "2",
  "3",
  "4",
  "5",
  "6",
  "7",
  "8",
  "9",
  "10",
  "11",
  "12",
  "13",
  "14",
  "15",
  "A1",
  "A2",
  "A3",
  "A4",
  "A5",
] as const;

/** One legal form, by its number. */
export type Form = (typeof FORMS)[number];

/** Whether a word from outside names a form. */
export function isForm(word: string): word is Form {
  return FORMS.some((form) => form === word);
}

/** One band of the small-business test: which trades it is for and what must not be exceeded. */
export interface SizeBand {
  readonly id: "wholesale" | "service" | "retail" | "other";
  /** JSIC classes (letter or 2 to 4 digits) of the band; empty for the band of all remaining trades. */
  readonly trades: readonly string[];
  /** JSIC classes inside those that belong to the band of remaining trades. */
  readonly except: readonly string[];
  /** Capital or total contributions, in yen, not to be exceeded. */
  readonly capitalYenMax: number;
  /** Regular employees not to be exceeded. */
  readonly employeesMax: number;
}

/** Most regular employees of one of the smallest businesses (小規模企業者), by band of trade. */
export type SmallEnterpriseLimits = Readonly<Record<SizeBand["id"], number>>;

/** The legal figures the size of one business is judged by, all as they stand on one day. */
export interface SizeLaw {
  /**
   * Who counts as small by capital or by regular employees, by main trade; either is enough.
   *
   * Unit: yen; persons. Source: SME Cooperatives Act art. 7(1)(i), the same bands as SME Basic Act art. 2(1).
   */
  readonly sizeBands: Sourced<readonly SizeBand[]>;
  /**
   * Who counts among the smallest, by regular employees alone.
   *
   * Unit: persons. Source: SME Basic Act (Act No. 154 of 1963) art. 2(5): 20, commerce and services 5.
   */
  readonly smallEnterpriseEmployees: Sourced<SmallEnterpriseLimits>;
}

/** The legal figures the matcher judges groups by, all as they stand on one day. */
export interface MatchingLaw {
  /**
   * Fewest legal persons who can found the form, founders or members, whichever the act asks more of.
   *
   * Unit: persons. Source: each form's own act, e.g. SME Cooperatives Act (Act No. 181 of 1949) art. 24(1), four.
   * A form without an entry has no figure we could read.
   */
  readonly membersMin: Readonly<Partial<Record<Form, Sourced<number>>>>;
  /**
   * Who counts as small by capital or by regular employees, by main trade; either is enough.
   *
   * Unit: yen; persons. Source: SME Cooperatives Act art. 7(1)(i), the same bands as SME Basic Act art. 2(1).
   */
  readonly sizeBands: Sourced<readonly SizeBand[]>;
  /**
   * Days within which a cooperative tells the Fair Trade Commission of a member above both limits.
   *
   * Unit: calendar days. Source: SME Cooperatives Act art. 7(3).
   */
  readonly fairTradeNoticeDays: Sourced<number>;
  /**
   * Forms whose district lies within one prefecture.
   *
   * Source: Act on Community Work in Areas Losing Population (Act No. 64 of 2019) art. 3(3)(i) for form 15.
   */
  readonly onePrefecture: Readonly<Partial<Record<Form, Sourced<true>>>>;
  /**
   * Trades to whose work nobody may be dispatched: JSIC classes (letter or 2 to 4 digits) that stand for the work.
   *
   * Source: Worker Dispatch Act (Act No. 88 of 1985) art. 4(1): port transport, construction, security.
   */
  readonly barredTrades: Sourced<readonly string[]>;
}
