import { share } from "../../whole.ts";
import type { ListColumn } from "../columns.ts";
import type { Running } from "../running.ts";

/** coverage, redundancy, area-coverage: `count` wishes with so many places each, filled by the members listed as able. */
export function runningPlaces({ start, entry }: ListColumn, count: number, places: number): Running {
  const able = new Int32Array(count);
  const shares = Int32Array.from({ length: count * places }, (_, place) => share(1000, count * places, place + 1));
  let points = 0;
  return {
    add: (_slot, candidate) => {
      for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
        const wish = entry[at] as number;
        const filled = able[wish] as number;
        if (filled < places) points += shares[wish * places + filled] as number;
        able[wish] = filled + 1;
      }
    },
    remove: (_slot, candidate) => {
      for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
        const wish = entry[at] as number;
        const left = (able[wish] as number) - 1;
        able[wish] = left;
        if (left < places) points -= shares[wish * places + left] as number;
      }
    },
    low: () => points,
  };
}

/** Counts, among the first `from` to `count` wishes, those nobody in the group meets. */
export function unmetCounter({ start, entry }: ListColumn, from: number, count: number): Running {
  const able = new Int32Array(count);
  let unmet = count - from;
  return {
    add: (_slot, candidate) => {
      for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
        const wish = entry[at] as number;
        if (wish >= from && able[wish] === 0) unmet -= 1;
        able[wish] = (able[wish] as number) + 1;
      }
    },
    remove: (_slot, candidate) => {
      for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
        const wish = entry[at] as number;
        able[wish] = (able[wish] as number) - 1;
        if (wish >= from && able[wish] === 0) unmet += 1;
      }
    },
    low: () => unmet,
  };
}
