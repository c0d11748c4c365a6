import { factsOf, idsOf, NOTHING_UNKNOWN, OPEN, type FactCount, type ScoreComponent } from "../component.ts";
import { meets, type Demand, type Requirement } from "../demand.ts";
import type { Group, Member } from "../member.ts";
import { share } from "../whole.ts";

/** The columns that an order's requirements are read from: those it asks anything of. */
export function demandedColumns(demand: Demand): readonly (keyof Member)[] {
  return [
    ...(demand.capabilities.length > 0 ? (["capabilities"] as const) : []),
    ...(demand.licences.length > 0 ? (["licences"] as const) : []),
  ];
}

/** Facts of a component that judges requirements: open where the order names none, nothing to know where it asks for none. */
export function requirementFacts(group: Group, demand: Demand): FactCount {
  if (demand.requirements === undefined) return OPEN;
  return demand.requirements.length === 0 ? NOTHING_UNKNOWN : factsOf(group, demandedColumns(demand));
}

const countAble = (group: Group, requirement: Requirement, answers: readonly string[]): number =>
  group.filter((member) => answers.includes(meets(member, requirement))).length;

/** The most that members could bring where every requirement has so many places to fill, equal shares of 1000. */
export function fillableShares(group: Group, requirements: readonly Requirement[], places: number): number {
  return requirements.reduce((sum, requirement, index) => {
    const able = Math.min(places, countAble(group, requirement, ["yes", "maybe"]));
    return sum + filledShares(requirements.length, index, { places, filled: able });
  }, 0);
}

/** Points of one requirement of `count`, of whose places the first so many are filled. */
export function filledShares(
  count: number,
  index: number,
  { places, filled }: { readonly places: number; readonly filled: number },
): number {
  let points = 0;
  for (let place = 1; place <= filled; place += 1) points += share(1000, count * places, index * places + place);
  return points;
}

/** The reasons where every requirement has so many places to fill by members able to meet it. */
export function requirementMatches(group: Group, demand: Demand, places: number) {
  if (demand.requirements === undefined) return [];
  if (demand.requirements.length === 0) return [{ members: [], points: 1000, evidence: { requirement: null } }];
  const count = demand.requirements.length;
  return demand.requirements.map((requirement, index) => {
    const able = group.filter((member) => meets(member, requirement) === "yes");
    const filled = Math.min(places, able.length);
    return {
      members: idsOf(able),
      points: filledShares(count, index, { places, filled }),
      evidence: { requirement },
    };
  });
}

/** The most a component of requirements can reach: open in full where the order names none. */
export function requirementHigh(group: Group, demand: Demand, places: number): number {
  if (demand.requirements === undefined || demand.requirements.length === 0) return 1000;
  return fillableShares(group, demand.requirements, places);
}

/**
 * 必要な技術・許認可の充足: how much of what an order requires some member can do.
 *
 * Points: equal shares of 1000, one for each demanded capability (at its level) and licence (for its area) that some
 * member has. Unknown capabilities and licences count as "cannot" in low and as "can" in high.
 */
export const coverage: ScoreComponent<"coverage"> = {
  id: "coverage",
  matches: (group, { demand }) => requirementMatches(group, demand, 1),
  high: (group, { demand }) => requirementHigh(group, demand, 1),
  facts: (group, { demand }) => requirementFacts(group, demand),
};
