import { factsOf, idsOf, NOTHING_UNKNOWN, OPEN, type ScoreComponent } from "../component.ts";
import { meetsAny, type Ability, type Demand } from "../demand.ts";
import type { Group } from "../member.ts";
import { monthPoints } from "../months.ts";
import { sumOf } from "../whole.ts";
import { demandedColumns } from "./coverage.ts";

function membersWho(group: Group, demand: Demand, answers: readonly Ability[]): Group {
  return group.filter((member) => answers.includes(meetsAny(member, demand.requirements ?? [])));
}

const unitsOf = (group: Group, month: number): number =>
  sumOf(group.map(({ monthlyCapacity }) => monthlyCapacity?.[month] ?? 0));

/**
 * 受注余力: how much of each month's demand the members who can do any of the work have capacity for.
 *
 * Points: twelve equal shares of 1000, each times min(supply, demand) ÷ demand, in units a month.
 * Unknown capacity counts as none in low and as enough in high, where the member can or might be able.
 */
export const capacityFit: ScoreComponent<"capacity-fit"> = {
  id: "capacity-fit",
  matches: (group, { demand }) => {
    const able = membersWho(group, demand, ["yes"]);
    return (demand.unitsPerMonth ?? []).map((units, month) => {
      const supply = unitsOf(able, month);
      const suppliers = able.filter(({ monthlyCapacity }) => (monthlyCapacity?.[month] ?? 0) > 0);
      return {
        members: idsOf(suppliers),
        points: monthPoints(month, supply, units),
        evidence: { month: month + 1, supply, demand: units },
      };
    });
  },
  high: (group, { demand }) => {
    if (demand.unitsPerMonth === undefined) return 1000;
    const able = membersWho(group, demand, ["yes", "maybe"]);
    if (able.some(({ monthlyCapacity }) => monthlyCapacity === undefined)) return 1000;
    return sumOf(demand.unitsPerMonth.map((units, month) => monthPoints(month, unitsOf(able, month), units)));
  },
  facts: (group, { demand }) => {
    if (demand.unitsPerMonth === undefined) return OPEN;
    if (demand.unitsPerMonth.every((units) => units === 0)) return NOTHING_UNKNOWN;
    return factsOf(group, ["monthlyCapacity", ...demandedColumns(demand)]);
  },
};
