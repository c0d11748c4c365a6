import { factsOf, idsOf, type ScoreComponent } from "../component.ts";
import type { Group } from "../member.ts";
import { evenedPermille, monthsTogether } from "../months.ts";
import type { Months } from "../snapshot.ts";

function extremeMonths(load: Months) {
  const most = Math.max(...load);
  const least = Math.min(...load);
  return {
    busiest: { month: load.indexOf(most) + 1, load: most },
    quietest: { month: load.indexOf(least) + 1, load: least },
  };
}

const knownLoads = (group: Group): readonly Months[] =>
  group.flatMap(({ monthlyLoad }) => (monthlyLoad ? [monthlyLoad] : []));

/**
 * 繁閑の平準化: how much the members' busy and quiet months even out when they are added up.
 *
 * Points: permille by which the swing of the year together is less than that of each apart.
 * While any member's load is unknown nothing is known of it: low 0, high 1000.
 */
export const loadSmoothing: ScoreComponent<"load-smoothing"> = {
  id: "load-smoothing",
  matches: (group) => {
    const loads = knownLoads(group);
    if (loads.length < group.length) return [];
    return [{ members: idsOf(group), points: evenedPermille(loads), evidence: extremeMonths(monthsTogether(loads)) }];
  },
  high: (group, _question, low) => (knownLoads(group).length < group.length ? 1000 : low),
  facts: (group) => factsOf(group, ["monthlyLoad"]),
};
