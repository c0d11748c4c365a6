/** A tag or issue code with its level, 1 to 3. */
export type Levelled = readonly [tag: string, level: number];

/** A licence kind and the area it holds for (a code that begins the demanded area); without an area it holds everywhere. */
export type LicenceFact = readonly [kind: string] | readonly [kind: string, area: string];

/** An item bought and what is spent on it in yen a month; without the yen the spend is not known. */
export type PurchaseFact = readonly [item: string] | readonly [item: string, yenAMonth: number];

/** Twelve non-negative whole numbers from January. */
export type Months = readonly number[];

/** One business as the matcher is handed it. An absent key is unknown, an empty list is known to be none. */
export interface SnapshotBusiness {
  readonly id: string;
  /** Degrees, WGS84. A latitude without longitude is no place. */
  readonly lat?: number;
  readonly lon?: number;
  /** Five digits. */
  readonly municipality?: string;
  /** JSIC revision 14: a letter, or 2 to 4 digits. */
  readonly industry?: string;
  /** Regular employees. */
  readonly employees?: number;
  readonly capitalYen?: number;
  readonly capabilities?: readonly Levelled[];
  readonly seeks?: readonly Levelled[];
  readonly needs?: readonly Levelled[];
  readonly licences?: readonly LicenceFact[];
  /** Work on hand, in tenths of a worker. */
  readonly monthlyLoad?: Months;
  /** Workers wanted from outside, in tenths of a worker. */
  readonly monthlyWorkers?: Months;
  /** Spare units a month. */
  readonly monthlyCapacity?: Months;
  /** The adviser's judgement, 0 to 3. */
  readonly leader?: number;
  readonly ownerAgeBand?: string;
  readonly successor?: string;
  readonly purchases?: readonly PurchaseFact[];
  readonly purposes?: readonly string[];
  readonly ties?: readonly string[];
  readonly memberships?: readonly string[];
  readonly customers?: readonly string[];
}

/** What kind of value a key of the snapshot or of a demand has to hold. */
export type ExpectedValue =
  | "text"
  | "number"
  | "wholeNumber"
  | "latitude"
  | "longitude"
  | "levelledTags"
  | "licences"
  | "purchases"
  | "months"
  | "texts"
  | "areas";

/** What is wrong with one value. */
export type ValueFault =
  | { readonly code: "WRONG_TYPE"; readonly expected: ExpectedValue }
  | { readonly code: "NEGATIVE" }
  | { readonly code: "TOO_LARGE"; readonly max: number }
  | { readonly code: "LEVEL_OUT_OF_RANGE"; readonly min: number; readonly max: number }
  | { readonly code: "NOT_TWELVE_MONTHS"; readonly count: number };

/** What is wrong with a snapshot, each with its line (from 1). */
export type SnapshotProblem =
  | { readonly code: "NOT_JSON"; readonly line: number }
  | { readonly code: "NOT_AN_OBJECT"; readonly line: number }
  | { readonly code: "NO_ID"; readonly line: number }
  | { readonly code: "REPEATED_ID"; readonly line: number; readonly id: string; readonly firstLine: number }
  | { readonly code: "BAD_VALUE"; readonly line: number; readonly key: string; readonly fault: ValueFault };

/** A snapshot without faults: its businesses in the order of their ids, and the text its hash is taken of. */
export interface Snapshot {
  readonly businesses: readonly SnapshotBusiness[];
  /** The lines in canonical JSON, sorted by id as UTF-8 bytes, each ended by a line feed. */
  readonly canonicalText: string;
}
