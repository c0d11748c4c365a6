import type { Requirement } from "./demand.ts";

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
  nearness: PairEvidence<{ readonly distanceMetres: number }>;
  /** The adviser's judgement, 0 to 3. */
  leader: { readonly level: number };
  "second-leader": { readonly level: number };
  "size-likeness": PairEvidence<{ readonly employees: readonly [number, number] }>;
  ties: Readonly<Record<string, never>>;
  "group-size": { readonly members: number };
}

/** The requirement met; null where nothing was required. */
export interface RequirementEvidence {
  readonly requirement: Requirement | null;
}

/** Either the mean over the pairs whose facts are known, or the one pair that speaks most against. */
export type PairEvidence<Telling> =
  { readonly pairs: number; readonly knownPairs: number } | ({ readonly farthest: true } & Telling);

/** The components whose calculation exists; a purpose that weighs another is not ready. */
export type ReadyComponentId = keyof EvidenceOf;
