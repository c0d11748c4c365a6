/** One figure the engine is held to: what it has to be, and what we reach for. */
export interface Figure {
  readonly id: string;
  readonly what: string;
  readonly must: string;
  readonly reach: string;
  /** What it is measured with: `pnpm bench:figures` and this word. */
  readonly chapter: string;
}

/** The figures in the order of the table. COOPERATIVE, 8 km and two threads unless said; 60k is one invented prefecture. */
export const FIGURES = [
  {
    id: "1",
    what: "top-100 of 60k, times faster than SQL + greedy",
    must: "≥ 150",
    reach: "≥ 300",
    chapter: "baseline",
  },
  { id: "2", what: "top-100 of 60k, wall time", must: "≤ 0.5 s", reach: "≤ 0.2 s", chapter: "whole" },
  { id: "3", what: "3.4M, top-100 per 60k", must: "≤ 40 s", reach: "≤ 15 s", chapter: "nation" },
  { id: "4", what: "growth exponent, 10k to 1M", must: "≤ 1.02", reach: "≤ 1.00", chapter: "growth" },
  { id: "5a", what: "hot columns, bytes per business", must: "≤ 160", reach: "≤ 100", chapter: "memory" },
  { id: "5b", what: "with results, bytes per business", must: "≤ 220", reach: "≤ 150", chapter: "memory" },
  { id: "6a", what: "quality mode against exact: optimal", must: "≥ 97 %", reach: "≥ 99 %", chapter: "exact" },
  { id: "6b", what: "quality mode against exact: worst gap", must: "≤ 1 %", reach: "≤ 0.5 %", chapter: "exact" },
  { id: "7", what: "fast mode against exact: mean gap", must: "≤ 0.5 %", reach: "≤ 0.3 %", chapter: "exact" },
  { id: "8", what: "planted groups found or beaten", must: "100 %", reach: "100 %", chapter: "planted" },
  { id: "9", what: "pruned result equals unpruned", must: "identical", reach: "identical", chapter: "pruning" },
  { id: "10a", what: "shared orders, 30 km: worst gap to HiGHS", must: "≤ 0.5 %", reach: "≤ 0.3 %", chapter: "orders" },
  { id: "10b", what: "shared orders, 30 km: p99", must: "≤ 20 ms", reach: "≤ 5 ms", chapter: "orders" },
  { id: "11", what: "one seed of 60k, quality mode, p99", must: "≤ 1.5 ms", reach: "≤ 0.6 ms", chapter: "seed" },
  { id: "12", what: "second thread, times faster", must: "≥ 1.85", reach: "≥ 1.9", chapter: "whole" },
  { id: "13a", what: "SHARED_ORDERS, 60k, times row 2", must: "≤ 3", reach: "≤ 1.5", chapter: "whole" },
  { id: "13b", what: "JOINT_PURCHASING, 60k, times row 2", must: "≤ 3", reach: "≤ 1.5", chapter: "whole" },
  { id: "13c", what: "CROSS_INDUSTRY, 60k, times row 2", must: "≤ 3", reach: "≤ 1.5", chapter: "whole" },
  { id: "13d", what: "YEAR_ROUND_WORK, 60k, times row 2", must: "≤ 3", reach: "≤ 1.5", chapter: "whole" },
  { id: "13e", what: "COOPERATIVE, 30 km, 60k, times row 2", must: "≤ 10", reach: "≤ 5", chapter: "whole" },
] as const satisfies readonly Figure[];

/** Names a figure. */
export type FigureId = (typeof FIGURES)[number]["id"];

/** What a figure came to. */
export interface Measurement {
  readonly id: FigureId;
  /** The middle of the runs, or the only one. */
  readonly measured: string;
  /** The least and the most, and of how many runs; or what the one run was of. */
  readonly spread: string;
}

/** Figures that are measured together. */
export interface Chapter {
  /** What it is asked for by on the command line. */
  readonly name: string;
  /** Minutes rather than seconds: only run where asked for. */
  readonly isLong: boolean;
  /** Whether others on the machine change what is measured. */
  readonly isTimed: boolean;
  readonly measure: () => Promise<readonly Measurement[]>;
}
