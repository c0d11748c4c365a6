import { idsOf, NOTHING_UNKNOWN, type ScoreComponent } from "../component.ts";

/** Points for a number of members: under four 0, four 600, five to twelve 1000, then falling to 700 at thirty and above. */
export function sizePoints(members: number): number {
  if (members < 4) return 0;
  if (members === 4) return 600;
  if (members <= 12) return 1000;
  if (members >= 30) return 700;
  return Math.floor((18_000 - 300 * (members - 12)) / 18);
}

/**
 * 事業者数: whether the group can bear the loss of one and still decide easily.
 *
 * Points: four is the least most laws allow and stops when one leaves; five to twelve decide easily. Nothing is unknown.
 */
export const groupSize: ScoreComponent<"group-size"> = {
  id: "group-size",
  matches: (group) => [
    { members: idsOf(group), points: sizePoints(group.length), evidence: { members: group.length } },
  ],
  high: (_group, _question, low) => low,
  facts: () => NOTHING_UNKNOWN,
};
