import { compareBytes } from "../byte-order.ts";
import { factsOf, type ScoreComponent } from "../component.ts";
import type { Group } from "../member.ts";

/** Members whose suitability is known, the most suited first, then by id. */
export function leadersOf(group: Group): readonly { readonly id: string; readonly level: number }[] {
  return group
    .flatMap(({ id, leader }) => (leader === undefined ? [] : [{ id, level: leader }]))
    .sort((a, b) => b.level - a.level || compareBytes(a.id, b.id));
}

/**
 * まとめ役: the member most suited to hold the group together, by the adviser's judgement (0 to 3).
 *
 * Points: the terms' table, 0, 333, 667, 1000. While any judgement is missing, high is 1000.
 */
export const leader: ScoreComponent<"leader"> = {
  id: "leader",
  matches: (group, { terms }) =>
    leadersOf(group)
      .slice(0, 1)
      .map(({ id, level }) => ({ members: [id], points: terms.leaderPoints[level] ?? 0, evidence: { level } })),
  high: (group, _question, low) => (group.some((member) => member.leader === undefined) ? 1000 : low),
  facts: (group) => factsOf(group, ["leader"]),
};
