import type { Requirement } from "./demand.ts";
import type { Months } from "./snapshot.ts";

/** The facts behind each component's matches. Sentences are made of them in `words`. */
export interface EvidenceOf {
  "shared-need": { readonly issue: string; readonly levelSum: number };
  /** `wants` seeks the tag at a level; `supplier` offers it at another. */
  complementarity: {
    readonly wants: string;
    readonly supplier: string;
    readonly tag: string;
    readonly wantLevel: number;
    readonly offerLevel: number;
  };
  coverage: RequirementEvidence;
  redundancy: RequirementEvidence;
  /** The municipality served; null where no area was asked. */
  "area-coverage": { readonly municipality: string | null };
  /** Month 1 to 12, units. */
  "capacity-fit": { readonly month: number; readonly supply: number; readonly demand: number };
  /** Month (1 to 12) of most and of least work, together, in tenths of a worker. */
  "load-smoothing": {
    readonly busiest: { readonly month: number; readonly load: number };
    readonly quietest: { readonly month: number; readonly load: number };
  };
  /** Workers wanted together by month from January, in all, and in the leanest months (1 to 12), or the months without any; tenths. */
  "year-round":
    | {
        readonly wanted: Months;
        readonly total: number;
        readonly leanest: readonly { readonly month: number; readonly workers: number }[];
      }
    | { readonly gaps: readonly number[] };
  nearness: PairEvidence<{ readonly distanceMetres: number }>;
  /** The adviser's judgement, 0 to 3. */
  leader: { readonly level: number };
  "second-leader": { readonly level: number };
  "size-likeness": PairEvidence<{ readonly employees: readonly [number, number] }>;
  ties: Readonly<Record<string, never>>;
  /** How many have no rival, or the trade and municipality in which two compete. */
  "low-rivalry": { readonly free: number } | { readonly industry: string; readonly municipality: string };
  /** The mean over the pairs, or the two whose trades are most alike, with how far apart they are in permille. */
  "useful-distance":
    | { readonly pairs: number; readonly knownPairs: number }
    | { readonly closest: true; readonly industries: readonly [string, string]; readonly distance: number };
  /** What a member spends on items that at least three buy, in yen a month; or one such item and what is spent on it. */
  "purchase-overlap":
    | { readonly items: readonly string[]; readonly sharedYen: number; readonly spendYen: number }
    | { readonly item: string; readonly yen: number };
  "group-size": { readonly members: number };
}

/** The requirement met; null where nothing was required. */
export interface RequirementEvidence {
  readonly requirement: Requirement | null;
}

/** Either the mean over the pairs whose facts are known, or the one pair that speaks most against. */
export type PairEvidence<Telling> =
  { readonly pairs: number; readonly knownPairs: number } | ({ readonly farthest: true } & Telling);
