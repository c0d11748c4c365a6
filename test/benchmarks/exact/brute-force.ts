import { distanceDam } from "../../../api/src/domain/place.ts";
import { analyse } from "../../../api/src/matching/analysis.ts";
import { isLawful } from "../../../api/src/matching/rule-registry.ts";
import type { Instance, Optimum } from "./instance.ts";

/** The best lawful group by analysing every group there is: for a dozen businesses. It shares nothing with any search. */
export function bruteForce({ members, question, membersMin, membersMax, withinDam }: Instance): Optimum | undefined {
  let best: Optimum | undefined;
  const group: number[] = [];
  const mayJoin = (one: number) =>
    group.every((other) => {
      const [a, b] = [members[one]?.place, members[other]?.place];
      return a !== undefined && b !== undefined && distanceDam(a, b) <= withinDam;
    });
  const judge = () => {
    const { lower, rules } = analyse(
      group.flatMap((one) => members[one] ?? []),
      question,
    );
    if (lower > (best?.lower ?? -1) && isLawful(rules)) best = { group: [...group], lower };
  };
  const extend = (from: number) => {
    if (group.length >= membersMin) judge();
    if (group.length === membersMax) return;
    for (let one = from; one < members.length; one += 1) {
      if (!mayJoin(one)) continue;
      group.push(one);
      extend(one + 1);
      group.pop();
    }
  };
  extend(0);
  return best;
}
