import { distanceAmong } from "#domain/place.ts";
import type { Member } from "../member.ts";
import type { Question } from "../question.ts";
import { areInTwoPrefectures } from "../rules/district.ts";
import { boundsOf, type Bounds } from "./bound.ts";
import { fieldOf, type Field } from "./field.ts";
import { Ground } from "./ground.ts";
import { partsOf } from "./parts-registry.ts";
import { PoolMaker } from "./pool.ts";
import { Trial, type Examined } from "./trial.ts";

/** Everything one search reckons with: columns of the candidates, their bounds, pools and the group being tried. */
export interface Engine {
  readonly field: Field;
  readonly bounds: Bounds;
  readonly pools: PoolMaker;
  readonly trial: Trial;
  /** Groups examined so far. */
  readonly examined: Examined;
  /** Candidates that have to be in every group. */
  readonly required: readonly number[];
}

/** What every group of a search keeps within. */
export interface EngineLimits {
  /** Greatest distance between two members, in decametres. */
  readonly withinDam: number;
  readonly membersMax: number;
}

/** Lays out one search. Every candidate needs a place. */
export function openEngine(
  eligible: readonly Member[],
  question: Question,
  { withinDam, membersMax }: EngineLimits,
): Engine {
  const field = fieldOf(eligible, question);
  const { members } = field;
  const ground = new Ground(field, withinDam);
  const areNear = (a: number, b: number) => distanceAmong(field, a, b) <= withinDam;
  const parts = partsOf({ field, ground, question, membersMax, areNear });
  const indexOf = new Map(members.map(({ id }, index) => [id, index]));
  const required = [...new Set(question.mustHave.flatMap((id) => indexOf.get(id) ?? []))];
  const areApart = apartnessOf(question, members, indexOf);
  const pools = new PoolMaker({ field, ground, parts, withinDam, required, areApart });
  const examined = { count: 0 };
  const trial = new Trial(pools, parts, { field, question, examined });
  return { field, bounds: boundsOf(members.length, parts), pools, trial, examined, required };
}

/** Whether two candidates must not meet: because somebody asks for it, or because the form lies in one prefecture. */
function apartnessOf(
  question: Question,
  members: readonly Member[],
  indexOf: ReadonlyMap<string, number>,
): (a: number, b: number) => boolean {
  const apart = new Set(question.neverTogether.map(([a, b]) => pairKey(indexOf.get(a), indexOf.get(b))));
  return (a, b) => {
    if (apart.size > 0 && apart.has(pairKey(a, b))) return true;
    const [one, other] = [members[a], members[b]];
    return one !== undefined && other !== undefined && areInTwoPrefectures(one, other, question);
  };
}

function pairKey(a: number | undefined, b: number | undefined): string {
  return [a ?? -1, b ?? -1].sort((one, other) => one - other).join();
}
