import { distanceAmong } from "#domain/place.ts";
import type { Field } from "./field.ts";
import type { WeighedPart } from "./part.ts";
import { partsOf } from "./parts-registry.ts";
import { PoolMaker } from "./pool.ts";
import { Trial, type Examined } from "./trial.ts";

/** What one thread of a search reckons with: the parts of the score, pools and the group being tried. */
export interface Engine {
  readonly field: Field;
  readonly parts: readonly WeighedPart[];
  readonly pools: PoolMaker;
  readonly trial: Trial;
  /** Groups examined so far. */
  readonly examined: Examined;
}

/** What every group of a search keeps within. */
export interface EngineLimits {
  /** Greatest distance between two members, in decametres. */
  readonly withinDam: number;
  readonly membersMax: number;
}

/** Lays out one search over a field. */
export function openEngine(field: Field, { withinDam, membersMax }: EngineLimits): Engine {
  const areNear = (a: number, b: number) => distanceAmong(field.columns, a, b) <= withinDam;
  const parts = partsOf({ field, membersMax, areNear });
  const pools = new PoolMaker({ field, parts, withinDam });
  const examined = { count: 0 };
  return { field, parts, pools, trial: new Trial(pools, parts, { field, examined }), examined };
}

/** Who is in the group being tried, in order. */
export function triedMembers({ trial: { group }, pools: { pool } }: Pick<Engine, "trial" | "pools">): Int32Array {
  return group.slots
    .subarray(0, group.size)
    .map((slot) => pool.candidates[slot] as number)
    .sort();
}
