import { evenedPermille, monthPoints } from "../../months.ts";
import { yearPoints } from "../../components/year-round.ts";
import type { Months } from "../../snapshot.ts";
import type { Field } from "../field.ts";
import type { Running, TriedGroup } from "../running.ts";

/** capacity-fit: spare units summed by month over the members able to do any of the work. */
export function runningCapacity({ members, able }: Field, unitsPerMonth: Months): Running {
  const supply = new Float64Array(12);
  const change = (candidate: number, sign: 1 | -1) => {
    const capacity = able[candidate] === 1 ? members[candidate]?.monthlyCapacity : undefined;
    if (capacity === undefined) return;
    for (let month = 0; month < 12; month += 1)
      supply[month] = (supply[month] as number) + sign * (capacity[month] as number);
  };
  return {
    add: (_slot, candidate) => change(candidate, 1),
    remove: (_slot, candidate) => change(candidate, -1),
    low: () => {
      let points = 0;
      for (let month = 0; month < 12; month += 1) {
        points += monthPoints(month, supply[month] as number, unitsPerMonth[month] as number);
      }
      return points;
    },
  };
}

/** load-smoothing: reckoned anew, and only where every member's load is known. */
export function runningLoads({ members }: Field, group: TriedGroup): Running {
  let unknown = 0;
  const isUnknown = (candidate: number) => members[candidate]?.monthlyLoad === undefined;
  return {
    add: (_slot, candidate) => {
      if (isUnknown(candidate)) unknown += 1;
    },
    remove: (_slot, candidate) => {
      if (isUnknown(candidate)) unknown -= 1;
    },
    low: () => {
      if (unknown > 0) return 0;
      const loads: Months[] = [];
      for (let member = 0; member < group.size; member += 1) {
        loads.push(members[group.candidates[member] as number]?.monthlyLoad as Months);
      }
      return evenedPermille(loads);
    },
  };
}

/** year-round: workers wanted summed by month, and only where every member's wish is known. */
export function runningYear({ members }: Field): Running {
  const wanted = new Array<number>(12).fill(0);
  let unknown = 0;
  const change = (candidate: number, sign: 1 | -1) => {
    const wishes = members[candidate]?.monthlyWorkers;
    if (wishes === undefined) {
      unknown += sign;
      return;
    }
    for (let month = 0; month < 12; month += 1)
      wanted[month] = (wanted[month] as number) + sign * (wishes[month] as number);
  };
  return {
    add: (_slot, candidate) => change(candidate, 1),
    remove: (_slot, candidate) => change(candidate, -1),
    low: () => (unknown > 0 ? 0 : yearPoints(wanted)),
  };
}
