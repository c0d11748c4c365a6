import type { Question } from "../question.ts";
import type { Field } from "./field.ts";
import type { Overlaps } from "./overlaps.ts";
import type { Pool } from "./pool.ts";
import { runningMakers } from "./running-registry.ts";
import type { Running, TriedGroup } from "./running.ts";
import { unmetCounter } from "./running/running-places.ts";

/** A group being tried out: members come and go, and its worth is known at once. */
export interface Attempt {
  readonly pool: Pool;
  readonly group: TriedGroup;
  readonly add: (slot: number) => void;
  readonly remove: (slot: number) => void;
  /** Whether a slot may join: not yet in, and allowed beside every member. */
  readonly mayJoin: (slot: number) => boolean;
  /** Σ weight · low, as the analysis says it; counts as one group examined. */
  readonly lower: () => number;
  /** Demanded licences nobody holds and nobody might; a group with any fails H5. */
  readonly failedLicences: () => number;
  /** How far the group is too like those it has to differ from; 0 where it is diverse. */
  readonly likeness: () => number;
  readonly empty: () => void;
}

/** What the groups of an attempt are held against. */
export interface Differing {
  readonly from: Overlaps;
  /** Size up to which a group is judged as if it had grown so far, as it has to. */
  readonly membersMin: number;
}

/** Groups examined so far in a search. */
export interface Examined {
  count: number;
}

/** Counts demanded licences that surely nobody in the group holds: none while a member's licences are unknown. */
function licenceWatch(field: Field, { demand }: Question): Running {
  const unmet = unmetCounter(field.met, demand.capabilities.length, demand.requirements?.length ?? 0);
  let unknown = 0;
  const unknownIn = (candidate: number) => (field.members[candidate]?.licences === undefined ? 1 : 0);
  return {
    add: (slot, candidate) => {
      unmet.add(slot, candidate);
      unknown += unknownIn(candidate);
    },
    remove: (slot, candidate) => {
      unmet.remove(slot, candidate);
      unknown -= unknownIn(candidate);
    },
    low: () => (unknown > 0 ? 0 : unmet.low()),
  };
}

/** Makes attempts for the pools of one search. */
export function attemptMaker(
  field: Field,
  question: Question,
  examined: Examined,
): (pool: Pool, differing: Differing) => Attempt {
  const makers = runningMakers(field, question);
  const membersMax = question.terms.membersMaxAllowed + 1;

  return (pool, differing) => {
    const group: TriedGroup = { size: 0, slots: new Int32Array(membersMax), candidates: new Int32Array(membersMax) };
    const parts = question.weighed.map(({ id, weight }) => ({ weight, running: makers[id](pool, group) }));
    const licences = licenceWatch(field, question);
    const overlaps = differing.from.watch(differing.membersMin);
    const all = [...parts.map(({ running }) => running), licences];
    const slots = pool.candidates.length;

    const add = (slot: number) => {
      const candidate = pool.candidates[slot] as number;
      for (const running of all) running.add(slot, candidate);
      overlaps.add(candidate);
      group.slots[group.size] = slot;
      group.candidates[group.size] = candidate;
      group.size += 1;
    };
    const remove = (slot: number) => {
      const at = group.slots.indexOf(slot);
      group.size -= 1;
      group.slots[at] = group.slots[group.size] as number;
      group.candidates[at] = group.candidates[group.size] as number;
      group.slots[group.size] = -1;
      const candidate = pool.candidates[slot] as number;
      for (const running of all) running.remove(slot, candidate);
      overlaps.remove(candidate);
    };
    return {
      pool,
      group,
      add,
      remove,
      mayJoin: (slot) => {
        for (let member = 0; member < group.size; member += 1) {
          const other = group.slots[member] as number;
          if (other === slot || pool.mayMeet[slot * slots + other] === 0) return false;
        }
        return true;
      },
      lower: () => {
        examined.count += 1;
        let lower = 0;
        for (const { weight, running } of parts) lower += weight * running.low();
        return lower;
      },
      failedLicences: licences.low,
      likeness: () => overlaps.excess(group.size),
      empty: () => {
        while (group.size > 0) remove(group.slots[group.size - 1] as number);
      },
    };
  };
}
