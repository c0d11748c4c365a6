import { describe, expect, it } from "vitest";
import { PURPOSES } from "#domain/purpose.ts";
import { openTrial } from "../../test/open-trial.ts";
import { ask, members, terms } from "../../test/questions.ts";
import { analyse } from "./analysis.ts";
import type { DemandText } from "./demand.ts";
import type { SnapshotBusiness } from "./snapshot.ts";
import { COMPONENT_IDS, type ComponentId } from "./terms.ts";

/** Five: every component gives full marks to five, and a thousand in five parts comes out even. */
const FIVE = [0, 1, 2, 3, 4];

const TOWNS = ["02201", "02202", "02203", "02204", "02205"];
const HALF_YEARS = [
  [9, 9, 9, 9, 9, 9, 0, 0, 0, 0, 0, 0],
  [0, 0, 0, 0, 0, 0, 9, 9, 9, 9, 9, 9],
];

/** Five who could not go better together, each with its own part in what only some can bring. */
const five: readonly SnapshotBusiness[] = FIVE.map((at) => ({
  ...{ id: `b${at}`, lat: 40.8, lon: 140.7, municipality: TOWNS[at] as string },
  industry: `${10 + at}11`,
  ...{ employees: 8, capitalYen: 3_000_000, leader: 3, ties: ["b0"], purchases: [["flour", 50_000]] as const },
  needs: [["K09", 3] as const, ["K20", 3] as const],
  capabilities: [[`skill-${at}`, 2] as const],
  seeks: [[`skill-${(at + 1) % 5}`, 3] as const, [`skill-${(at + 2) % 5}`, 3] as const],
  licences: [["kobutsu", TOWNS[at] as string] as const],
  // The fifth has as much to do all year.
  monthlyLoad: HALF_YEARS[at] ?? HALF_YEARS[at - 2] ?? Array.from({ length: 12 }, () => 5),
  monthlyWorkers: HALF_YEARS[at] ?? HALF_YEARS[at - 2] ?? Array.from({ length: 12 }, () => 6),
  monthlyCapacity: Array.from({ length: 12 }, () => 20),
}));

const everySkill = FIVE.map((at) => [`skill-${at}`, 2] as const);

/** An order that five fulfil only together, for each component that is measured against one. */
const ORDERS: Partial<Record<ComponentId, DemandText>> = {
  coverage: { capabilities: everySkill },
  redundancy: { capabilities: [...everySkill, ...FIVE.map((at) => [`other-${at}`, 2] as const)] },
  "area-coverage": {
    licences: [["kobutsu"]],
    areas: TOWNS.map((municipality) => ({ municipality, lat: 40.8, lon: 140.7 })),
  },
  "capacity-fit": { capabilities: everySkill, unitsPerMonth: Array.from({ length: 12 }, () => 100) },
};

/** What five come to at most: of the year's three leanest months each third of a thousand is rounded down, and nobody stands in for anybody. */
const MARKS: Partial<Record<ComponentId, number>> = { "year-round": 999, redundancy: 250 };

/** Each component with a purpose that weighs it. */
const weighed = COMPONENT_IDS.map((id) => {
  const purpose = PURPOSES.find((one) => terms.purposes[one].weights[id] !== undefined);
  return [id, ask(purpose ?? "COOPERATIVE", ORDERS[id] ?? {})] as const;
});

describe("five who have full marks", () => {
  it.each(weighed)(
    "reach them in the definition and in the engine, and no bound stands in the way: %s",
    (id, question) => {
      const alone = { ...question, weighed: [{ id, weight: 100 }] };
      const trial = openTrial(five, alone);
      for (const slot of FIVE) trial.add(slot);
      const lower = 100 * (MARKS[id] ?? 1000);
      expect([analyse(members(...five), alone).lower, trial.worth()]).toEqual([lower, lower]);
      expect(Math.max(...FIVE.map(trial.boundOf))).toBeGreaterThanOrEqual(lower);
    },
  );
});
