import type { Field } from "../field.ts";
import type { Running } from "../running.ts";

/** Levels of the adviser's judgement that bring points, the highest first; level 0 brings none. */
const LEVELS = [3, 2, 1] as const;

/** leader (rank 1) and second-leader (rank 2): members counted by level. */
export function runningLeader({ leader }: Field, leaderPoints: readonly number[], rank: 1 | 2): Running {
  const counts = new Int32Array(4);
  const change = (candidate: number, by: 1 | -1) => {
    const level = leader[candidate] as number;
    if (level > 0) counts[level] = (counts[level] as number) + by;
  };
  return {
    add: (_slot, candidate) => change(candidate, 1),
    remove: (_slot, candidate) => change(candidate, -1),
    low: () => {
      let seen = 0;
      for (const level of LEVELS) {
        seen += counts[level] as number;
        if (seen >= rank) return leaderPoints[level] ?? 0;
      }
      return 0;
    },
  };
}
