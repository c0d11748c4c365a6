import { ask } from "../../api/test/questions.ts";
import type { Purpose } from "../../api/src/domain/purpose.ts";
import type { DemandText } from "../../api/src/matching/demand.ts";
import { discover } from "../../api/src/matching/discover.ts";
import { planSearch } from "../../api/src/matching/search-plan.ts";
import { regionOf } from "./region.ts";

type Note = (what: string, value: string) => void;

/** Businesses of a large prefecture, and of a small one. */
const SIZES = [20_000, 60_000] as const;

/** Proposals asked for: one for 600 businesses of the larger. */
const TOP = 100;

/** An order of the region's own trades. */
const ORDER: DemandText = {
  capabilities: [
    ["work-3-0", 2],
    ["work-3-1", 1],
    ["work-24-2", 1],
    ["skill-1", 2],
    ["skill-5", 1],
  ],
  licences: [["licence-3"]],
  unitsPerMonth: Array.from({ length: 12 }, () => 200),
  areas: [{ municipality: "10001", lat: 34.3, lon: 133.3 }],
};

const PURPOSES: readonly Purpose[] = [
  "COOPERATIVE",
  "SHARED_ORDERS",
  "JOINT_PURCHASING",
  "CROSS_INDUSTRY",
  "YEAR_ROUND_WORK",
];

/** Searches a whole invented prefecture for each purpose, in this process on one thread. */
export function measureSearch(note: Note): void {
  for (const size of SIZES) {
    const { businesses } = regionOf({ businesses: size, seed: 1 });
    for (const purpose of PURPOSES) {
      const plan = planSearch(businesses, ask(purpose, purpose === "SHARED_ORDERS" ? ORDER : {}), { top: TOP });
      if (!plan.accepted) throw new Error(JSON.stringify(plan.problems));
      const begun = performance.now();
      const { proposals, examined } = discover(plan.change);
      const seconds = (performance.now() - begun) / 1000;
      const mean = proposals.reduce((sum, { lower }) => sum + lower, 0) / proposals.length;
      note(
        `search of ${size}: ${purpose}, best ${proposals.length}, one thread`,
        `${seconds.toFixed(1)} s, ${examined} groups examined, mean lower bound ${mean.toFixed(0)}`,
      );
    }
  }
}
