import { layoutOf } from "#matching/columns/layout-writer.ts";
import { idAt } from "#matching/columns/member-at.ts";
import { LoneCrew } from "#matching/engine/crew.ts";
import { openEngine } from "#matching/engine/engine.ts";
import { fieldOf } from "#matching/engine/field.ts";
import { POOL_MAX } from "#matching/engine/part.ts";
import { memberOf, type Member } from "#matching/member.ts";
import type { Question } from "#matching/question.ts";
import type { SnapshotBusiness } from "#matching/snapshot.ts";
import { engineOverAll, EVERYWHERE_DAM } from "./best-group.ts";

/** A group as the engine reckons with it, among businesses that all may join; a slot is a place in `members`. */
export interface OpenTrial {
  /** As the definition reads them. */
  readonly members: readonly Member[];
  readonly add: (slot: number) => void;
  readonly remove: (slot: number) => void;
  /** The lower bound of the group as it stands; below nothing where a demanded licence is surely held by nobody. */
  readonly worth: () => number;
  /** The same of the group with each slot that may join. */
  readonly worthWith: () => ReadonlyMap<number, number>;
  /** What no group is above in which nobody's bound is higher. */
  readonly boundOf: (slot: number) => number;
}

/** Opens the engine's own group over a population: this file is where tests of properties reach into the engine. */
export function openTrial(businesses: readonly SnapshotBusiness[], question: Question): OpenTrial {
  const { engine, members } = engineOverAll(businesses, question);
  const { trial, pools, field } = engine;
  const known = new Map(businesses.map((business) => [business.id, business]));
  const limits = { withinDam: EVERYWHERE_DAM, membersMin: 1, membersMax: businesses.length };
  let bounds: Int32Array | undefined;
  const boundsByCandidate = () => (bounds ??= new LoneCrew(field, limits).bounds.boundOf);
  return {
    members: members.map(({ id }) => memberOf(known.get(id) as SnapshotBusiness)),
    add: (slot) => trial.add(slot),
    remove: (slot) => trial.remove(slot),
    worth: () => trial.now(),
    worthWith: () => {
      trial.weigh();
      const open = trial.open.slots.subarray(0, trial.open.count);
      return new Map(Array.from(open, (slot) => [slot, trial.worth[slot] as number]));
    },
    boundOf: (slot) => boundsByCandidate()[pools.pool.candidates[slot] as number] as number,
  };
}

/** For each business of a few, by its id, whom the engine would put into a group with it. */
export function companyOf(businesses: readonly SnapshotBusiness[], question: Question, withinDam: number) {
  const layout = layoutOf(businesses);
  const everyone = new Uint8Array(businesses.length).fill(1);
  const { pools } = openEngine(fieldOf(layout, question, everyone), { withinDam, membersMax: businesses.length });
  const idOf = (candidate: number) => idAt(layout.words, candidate);
  return new Map(
    businesses.map((_, seed) => {
      pools.make(seed, POOL_MAX);
      const { candidates, size } = pools.pool;
      return [idOf(seed), Array.from(candidates.subarray(0, size), idOf)] as const;
    }),
  );
}
