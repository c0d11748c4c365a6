import { factsOf, type ScoreComponent } from "../component.ts";
import { leadersOf } from "./leader.ts";

/**
 * 補佐役: the second most suited member, who could support or follow the first.
 *
 * Points: the terms' table for the adviser's judgement (0 to 3); 0 for a lone member. With one judgement missing the
 * second can become as high as the best known one, with two missing 1000.
 */
export const secondLeader: ScoreComponent<"second-leader"> = {
  id: "second-leader",
  matches: (group, { terms }) =>
    leadersOf(group)
      .slice(1, 2)
      .map(({ id, level }) => ({ members: [id], points: terms.leaderPoints[level] ?? 0, evidence: { level } })),
  high: (group, { terms }, low) => {
    const known = leadersOf(group);
    const missing = group.length - known.length;
    if (missing === 0) return low;
    if (missing >= 2) return 1000;
    return terms.leaderPoints[known[0]?.level ?? 0] ?? 0;
  },
  facts: (group) => factsOf(group, ["leader"]),
};
