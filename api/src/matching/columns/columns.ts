/** Whole numbers as small as they can be stored: 16 bits where all fit, else 32. */
export type Compact = Uint16Array | Uint32Array;

/** Lists of numbers, one list a candidate, laid end to end: those of candidate c lie from start[c] to start[c + 1]. */
export interface ListColumn {
  readonly start: Uint32Array;
  readonly entry: Compact;
}

/** Bits of an entry that hold a level, 1 to 3; the tag's number lies above them. */
export const LEVEL_BITS = 2;

/** Takes the level out of an entry. */
export const LEVEL_MASK = (1 << LEVEL_BITS) - 1;

/** Items bought, each with yen a month. Nothing where purchases, or the yen of one, are not known. */
export interface PurchaseColumn {
  readonly start: Uint32Array;
  readonly item: Compact;
  readonly yen: Uint32Array | Float64Array;
}

/** Licences, each a kind and the area it holds for. */
export interface LicenceColumn {
  readonly start: Uint32Array;
  readonly kind: Compact;
  /** Number of the area's code, `ANYWHERE` for a licence without one. */
  readonly area: Compact;
}

/** Stands for no area in a list of licences: the number 0, areas are numbered from 1. */
export const ANYWHERE = 0;

/** Twelve numbers each for those of whom they are known. */
export interface MonthColumn {
  /** By candidate: its row of `months`, twelve to a row; `UNKNOWN` without one. */
  readonly row: Int32Array;
  readonly months: Compact | Float64Array;
}

/** Stands for an unknown number in a signed column. */
export const UNKNOWN = -1;

/** Bit of each fact in `Columns.known`: a list that is known to be empty is another thing than none known. */
export const KNOWN = {
  municipality: 1,
  industry: 2,
  capabilities: 4,
  seeks: 8,
  needs: 16,
  licences: 32,
  purchases: 64,
  purposes: 128,
  ties: 256,
} as const;

/** The ground in cells, row by row from the south-west. Candidates are numbered by cell, so a row of cells is a range of numbers. */
export interface Cells {
  /** Microdegrees of the south-west corner, and of a cell's sides. */
  readonly south: number;
  readonly west: number;
  readonly height: number;
  readonly width: number;
  readonly rows: number;
  readonly columns: number;
  /** By cell: its first candidate; those of cell i lie from first[i] to first[i + 1]. */
  readonly first: Int32Array;
}

/** Who has each entry of a column of lists: those of entry e lie from start[e] to start[e + 1], in the order of candidates and so of cells. */
export interface Postings {
  readonly start: Uint32Array;
  readonly holder: Uint32Array;
}

/**
 * What is known of many businesses, in columns of numbers that threads share. It is laid out once and no question changes it.
 * A candidate is a place in the columns: those with a place on the ground first, by cell, in a cell by id; then the others, by id.
 */
export interface Columns {
  readonly count: number;
  /** How many have a place; candidates from here on have none. */
  readonly placed: number;
  readonly cells: Cells;
  /** Microdegrees; 0 without a place. */
  readonly latMicro: Int32Array;
  readonly lonMicro: Int32Array;
  /** Place of each candidate's id among all ids, as UTF-8 bytes. */
  readonly idOrder: Uint32Array;
  /** Which facts are known, by the bits of `KNOWN`; the others have a value of their own for what is not known. */
  readonly known: Uint16Array;
  /** Number of the trade and of the municipality; 0 where not known. */
  readonly trade: Compact;
  readonly municipality: Compact;
  /** UNKNOWN where not known. 64 bits only where somebody claims more than 32 hold. */
  readonly employees: Int32Array | Float64Array;
  /** Yen; UNKNOWN where not known. */
  readonly capitalYen: Float64Array;
  /** The adviser's judgement 0 to 3, or UNKNOWN. */
  readonly leader: Int8Array;
  /** Bits of the known purposes, by their place in `PURPOSES`. */
  readonly purposes: Uint8Array;
  /** Entries are tag << LEVEL_BITS | level, each tag once, the strongest first, then by tag as UTF-8 bytes. */
  readonly needs: ListColumn;
  readonly seeks: ListColumn;
  readonly capabilities: ListColumn;
  readonly licences: LicenceColumn;
  readonly purchases: PurchaseColumn;
  /** Candidates named as tied, by the one who names them; ids outside are left out. */
  readonly ties: ListColumn;
  /** Tied candidates, named by either side; who names each other is there twice. */
  readonly tied: ListColumn;
  readonly monthlyLoad: MonthColumn;
  /** As told, else what the load has above its least month. */
  readonly monthlyWorkers: MonthColumn;
  readonly monthlyCapacity: MonthColumn;
  /** Only of those with a place. Entries are tags with levels, so the levels of one tag stand beside each other; of purchases, items. */
  readonly needing: Postings;
  readonly seeking: Postings;
  readonly offering: Postings;
  readonly buying: Postings;
}

/** What the numbers stand for: needed to read a member out of the columns, not to search. */
export interface Words {
  /** By number. The first trade and municipality stand for what is not known. */
  readonly issues: readonly string[];
  /** Skills are numbered together as sought and offered. */
  readonly skills: readonly string[];
  readonly items: readonly string[];
  readonly trades: readonly string[];
  readonly municipalities: readonly string[];
  readonly licenceKinds: readonly string[];
  readonly licenceAreas: readonly string[];
  /** Ids end to end as UTF-8; that of candidate c lies from idStart[c] to idStart[c + 1]. */
  readonly idBytes: Uint8Array;
  readonly idStart: Uint32Array;
}

/** Businesses laid out in columns, with their words. */
export interface Layout {
  readonly columns: Columns;
  readonly words: Words;
}
