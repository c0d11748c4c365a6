import type { Field } from "../field.ts";
import type { Running, TriedGroup } from "../running.ts";

/** shared-need: levels summed and holders counted by issue; the top two are sought among the issues of those present. */
export function runningNeeds({ needs, needAnswers }: Field): (group: TriedGroup) => Running {
  const levelSum = new Int32Array(needAnswers.length);
  const holders = new Int32Array(needAnswers.length);
  const change = (candidate: number, sign: 1 | -1) => {
    for (let at = needs.start[candidate] as number; at < (needs.start[candidate + 1] as number); at += 1) {
      const issue = needs.entry[at] as number;
      levelSum[issue] = (levelSum[issue] as number) + sign * (needs.level[at] as number);
      holders[issue] = (holders[issue] as number) + sign;
    }
  };
  return (group) => ({
    add: (_slot, candidate) => change(candidate, 1),
    remove: (_slot, candidate) => change(candidate, -1),
    low: () => {
      let [first, second, firstIssue] = [0, 0, -1];
      for (let member = 0; member < group.size; member += 1) {
        const candidate = group.candidates[member] as number;
        for (let at = needs.start[candidate] as number; at < (needs.start[candidate + 1] as number); at += 1) {
          const issue = needs.entry[at] as number;
          if ((holders[issue] as number) < 2 || issue === firstIssue) continue;
          const press = (needAnswers[issue] as number) * (levelSum[issue] as number);
          if (press > first) [second, first, firstIssue] = [first, press, issue];
          else if (press > second) second = press;
        }
      }
      const shares = 30 * group.size;
      return Math.floor((7 * first) / shares) + Math.floor((3 * second) / shares);
    },
  });
}
