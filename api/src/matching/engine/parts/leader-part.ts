import type { Field } from "../field.ts";
import { POOL_MAX, type WeighedPart } from "../part.ts";

/** The highest level of the adviser's judgement. */
const HIGHEST = 3;

/** leader (rank 1) and second-leader (rank 2): members counted by level. */
export function leaderPart(
  { columns: { leader }, question: { terms } }: Field,
  { rank, weight }: { readonly rank: 1 | 2; readonly weight: number },
): WeighedPart {
  const levelOf = new Int32Array(POOL_MAX);
  const counts = new Int32Array(HIGHEST + 1);
  /** By level of the one who joins. */
  const worthWith = new Float64Array(HIGHEST + 1);
  const pointsOf = (level: number): number => (level > 0 ? (terms.leaderPoints[level] ?? 0) : 0);
  let highest: number | undefined;
  const most = (): number => {
    highest ??= leader.reduce((level, each) => Math.max(level, each), 0);
    return pointsOf(highest);
  };
  const change = (slot: number, by: 1 | -1) => {
    const level = levelOf[slot] as number;
    counts[level] = (counts[level] as number) + by;
  };
  /** The level of the one who stands at a rank, 0 where there is none. */
  const levelAt = (place: number): number => {
    let seen = 0;
    for (let level = HIGHEST; level > 0; level -= 1) {
      seen += counts[level] as number;
      if (seen >= place) return level;
    }
    return 0;
  };
  return {
    weight,
    most,
    // Half of it: somebody else may lead.
    stand: (candidate) => pointsOf(leader[candidate] as number) / 2,
    lay: ({ size, candidates }) => {
      counts.fill(0);
      for (let slot = 0; slot < size; slot += 1)
        levelOf[slot] = Math.max(0, leader[candidates[slot] as number] as number);
    },
    add: (slot) => change(slot, 1),
    remove: (slot) => change(slot, -1),
    low: () => pointsOf(levelAt(rank)),
    weigh: (_group, open, worth) => {
      // With one more member the rank falls to whoever is better: the newcomer, or the one who stands a rank higher now.
      const above = rank === 1 ? HIGHEST : levelAt(rank - 1);
      const now = levelAt(rank);
      for (let level = 0; level <= HIGHEST; level += 1)
        worthWith[level] = weight * pointsOf(Math.max(now, Math.min(above, level)));
      for (let place = 0; place < open.count; place += 1) {
        const slot = open.slots[place] as number;
        worth[slot] = (worth[slot] as number) + (worthWith[levelOf[slot] as number] as number);
      }
    },
  };
}
