import type { ScoreComponent } from "./component.ts";
import { areaCoverage } from "./components/area-coverage.ts";
import { capacityFit } from "./components/capacity-fit.ts";
import { complementarity } from "./components/complementarity.ts";
import { coverage } from "./components/coverage.ts";
import { groupSize } from "./components/group-size.ts";
import { leader } from "./components/leader.ts";
import { loadSmoothing } from "./components/load-smoothing.ts";
import { nearness } from "./components/nearness.ts";
import { redundancy } from "./components/redundancy.ts";
import { secondLeader } from "./components/second-leader.ts";
import { sharedNeed } from "./components/shared-need.ts";
import { sizeLikeness } from "./components/size-likeness.ts";
import { ties } from "./components/ties.ts";
import type { ReadyComponentId } from "./evidence.ts";
import { COMPONENT_IDS, type ComponentId, type Weights } from "./terms.ts";

/** Every component whose calculation exists, by its id. */
export const COMPONENTS: { readonly [Id in ReadyComponentId]: ScoreComponent<Id> } = {
  "shared-need": sharedNeed,
  complementarity,
  coverage,
  redundancy,
  "area-coverage": areaCoverage,
  "capacity-fit": capacityFit,
  "load-smoothing": loadSmoothing,
  nearness,
  leader,
  "second-leader": secondLeader,
  "size-likeness": sizeLikeness,
  ties,
  "group-size": groupSize,
};

/** Whether a component's calculation exists. */
export function isReady(id: ComponentId): id is ReadyComponentId {
  return Object.hasOwn(COMPONENTS, id);
}

/** The components that weigh anything, in the order they are shown. */
export function weighedIds(weights: Weights): readonly ComponentId[] {
  return COMPONENT_IDS.filter((id) => (weights[id] ?? 0) > 0);
}
