/** What a branch of the search takes for settled. */
export interface Branch {
  /** Points that every group of the branch is granted. */
  readonly granted: number;
  /** Whether no two of the group are tied, which is worth nothing; groups with ties lie in other branches. */
  readonly isTieless: boolean;
  /** Whether an even year was granted; everybody's months are then known. */
  readonly isYearGranted: boolean;
  /** By cover, then by month: what a member that has it is paid; the rest is granted (Lagrange's multipliers). */
  readonly prices: Float64Array;
}

/** Members so far, those who may still join, and how many are to. */
export interface Node {
  readonly group: readonly number[];
  readonly open: readonly number[];
  readonly left: number;
  /** Whether a tie is still worth something to those who may join; else the branch granted the ties. */
  readonly isTieOpen: boolean;
}

/** The most that groups of a node can be worth. */
export interface Bounded {
  /** Those who may join, whoever brings most first. */
  readonly order: readonly number[];
  /** The most with the next `left` of the order from a place; falls with the place. */
  readonly from: (place: number) => number;
  /** The most of a group with one of the order in it. */
  readonly withOne: (member: number) => number;
  /** The most of a group with all of these in it, roughly. */
  readonly withAll: (members: readonly number[]) => number;
}
