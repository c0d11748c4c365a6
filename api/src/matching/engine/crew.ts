import { boundsOf, type Bounds } from "./bound.ts";
import type { Field } from "./field.ts";
import { SeedSolver, type GroupLimits, type Start } from "./seed-solver.ts";

/** A group a seed came to. */
export interface Come {
  readonly candidates: Int32Array;
  readonly worth: number;
}

/** What a seed came to, in the order of its starts, and groups examined for it. */
export interface Solved {
  /** What the pool around it promised; 0 where nothing was asked of it. */
  readonly promise: number;
  readonly come: readonly Come[];
  readonly examined: number;
}

/** The hand on a crew at work. */
export interface Watch {
  /** Asked before each seed, with the groups examined for those before it; what is not begun then is left out. */
  readonly isOver: (examined: number) => boolean;
  /** Told after seeds, how many are solved and the groups examined for them. */
  readonly onSolved: (seeds: number, examined: number) => void;
}

/** Those who solve the seeds of one search, in one thread or several: to the same end. */
export interface Crew {
  readonly bounds: Bounds;
  /** Solves seeds, all in the same way. @returns for each seed what it came to, undefined where it was left out */
  solve(seeds: Int32Array, start: Start, watch: Watch): readonly (Solved | undefined)[];
}

/** Puts a crew together for one search. */
export type CrewOf = (field: Field, limits: GroupLimits) => Crew;

/** Adds the raw bounds of the candidates from one to below another to zeros; nothing for those who may not be proposed. */
export function layRawBounds(
  raw: Float64Array,
  solver: SeedSolver,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  const { parts, field } = solver.engine;
  // `rawBound` part by part: each is asked of one candidate after another, quicker than all of them in turn.
  for (const part of parts)
    for (let one = from; one < to; one += 1)
      if (field.isEligible[one] === 1) raw[one] = (raw[one] as number) + part.weight * part.most(one);
}

/** One thread alone. */
export class LoneCrew implements Crew {
  readonly bounds: Bounds;
  private readonly solver: SeedSolver;

  constructor(field: Field, limits: GroupLimits) {
    this.solver = new SeedSolver(field, limits);
    const raw = new Float64Array(field.columns.count);
    layRawBounds(raw, this.solver, { from: 0, to: raw.length });
    this.bounds = boundsOf(raw, field.isEligible);
  }

  solve(seeds: Int32Array, start: Start, { isOver, onSolved }: Watch): readonly (Solved | undefined)[] {
    let sum = 0;
    return Array.from(seeds, (seed, at) => {
      if (isOver(sum)) return undefined;
      const come: Come[] = [];
      const examined = this.solver.solve(seed, start, (candidates, worth) => come.push({ candidates, worth }));
      sum += examined;
      onSolved(at + 1, sum);
      return { promise: this.solver.promise, come, examined };
    });
  }
}
