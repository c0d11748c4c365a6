import type { ScoreComponent } from "./component.ts";
import { areaCoverage } from "./components/area-coverage.ts";
import { capacityFit } from "./components/capacity-fit.ts";
import { complementarity } from "./components/complementarity.ts";
import { coverage } from "./components/coverage.ts";
import { groupSize } from "./components/group-size.ts";
import { leader } from "./components/leader.ts";
import { loadSmoothing } from "./components/load-smoothing.ts";
import { lowRivalry } from "./components/low-rivalry.ts";
import { nearness } from "./components/nearness.ts";
import { purchaseOverlap } from "./components/purchase-overlap.ts";
import { redundancy } from "./components/redundancy.ts";
import { secondLeader } from "./components/second-leader.ts";
import { sharedNeed } from "./components/shared-need.ts";
import { sizeLikeness } from "./components/size-likeness.ts";
import { ties } from "./components/ties.ts";
import { usefulDistance } from "./components/useful-distance.ts";
import { yearRound } from "./components/year-round.ts";
import { COMPONENT_IDS, type ComponentId, type Weights } from "./terms.ts";

/** Every component, by its id. */
export const COMPONENTS: { readonly [Id in ComponentId]: ScoreComponent<Id> } = {
  "shared-need": sharedNeed,
  complementarity,
  coverage,
  redundancy,
  "area-coverage": areaCoverage,
  "capacity-fit": capacityFit,
  "load-smoothing": loadSmoothing,
  "year-round": yearRound,
  nearness,
  leader,
  "second-leader": secondLeader,
  "size-likeness": sizeLikeness,
  ties,
  "low-rivalry": lowRivalry,
  "useful-distance": usefulDistance,
  "purchase-overlap": purchaseOverlap,
  "group-size": groupSize,
};

/** The components that weigh anything, in the order they are shown. */
export function weighedIds(weights: Weights): readonly ComponentId[] {
  return COMPONENT_IDS.filter((id) => (weights[id] ?? 0) > 0);
}
