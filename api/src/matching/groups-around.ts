import type { Analysis } from "./analysis.ts";
import { memberAt } from "./columns/member-at.ts";
import { groupsWith } from "./engine/groups-with.ts";
import type { SearchPlan } from "./search-plan.ts";
import { noGroup, type NoGroup } from "./why-not/no-group.ts";
import { nearestMembers } from "./within-reach.ts";

/**
 * Groups told of one business: as many as are looked over in one go; and groups examined for them at most: less than a
 * tenth of a second on one core of a small machine.
 */
const EXTENT = { top: 5, groupsMax: 250_000 } as const;

/** The best groups one business can be in, in rank order; any two share at most a third of their union. */
export interface GroupsAround {
  readonly groups: readonly Analysis[];
  /** Why there is none; undefined where there is one. */
  readonly hindrance: NoGroup | undefined;
}

/** Looks at one business: the best groups it can be in, or why it can be in none. */
export function groupsAround(own: number, plan: SearchPlan): GroupsAround {
  const reason = plan.reasonOf(own);
  if (reason !== undefined) return { groups: [], hindrance: { kind: "left-out", reason } };
  const groups = groupsWith(own, plan, EXTENT);
  if (groups.length > 0) return { groups, hindrance: undefined };
  return { groups, hindrance: noGroup(memberAt(plan.layout, own), nearestMembers(own, plan), plan) };
}
