import { analyse, groupOf, type Analysis } from "../analysis.ts";
import { memberAt } from "../columns/member-at.ts";
import { groupsWith } from "../engine/groups-with.ts";
import { businessOf, memberOf, type Member } from "../member.ts";
import { isLawful } from "../rule-registry.ts";
import type { LeftOutReason } from "../left-out.ts";
import type { SearchPlan } from "../search-plan.ts";
import type { SnapshotBusiness } from "../snapshot.ts";
import { nearestMembers } from "../within-reach.ts";
import { hindranceOf, type Hindrance } from "./hindrance.ts";
import { noGroup } from "./no-group.ts";
import { ownChanges, withChange, type OwnChange } from "./own-changes.ts";
import { placeIn, type Standing } from "./standing.ts";

/** One business held against an answer: its candidate, the search it was, and what it showed. */
export interface WhyNotCase {
  readonly own: number;
  readonly plan: SearchPlan;
  readonly shown: readonly Analysis[];
}

/** The smallest change that would bring a business into an answer, recomputed. */
export interface WayIn {
  readonly changes: readonly OwnChange[];
  readonly group: Analysis;
  /** The place it would take, from 1. */
  readonly place: number;
}

/** Where a business stands in an answer. */
export interface WhyNot {
  /** Ranks of the proposals it is in; then nothing hinders it. */
  readonly ranks: readonly number[];
  readonly hindrance: Hindrance;
  /** The best groups it can be in today, best first; empty where there is none. */
  readonly best: readonly Analysis[];
  readonly wayIn: WayIn | undefined;
}

/** Its own best groups told, and groups examined for them at most: some tenth of a second. */
const BEST_GROUPS = { top: 3, groupsMax: 600_000 } as const;

/** Changes tried two at a time, the most promising ones. */
const PAIRED_MAX = 5;

interface Around {
  readonly own: Member;
  /** Everyone else who may be in a group with it, nearest first. */
  readonly near: readonly Member[];
  /** Why it takes no part in the search; undefined where it does. */
  readonly leftOut: LeftOutReason | undefined;
}

function around({ own, plan }: WhyNotCase): Around {
  return { own: memberAt(plan.layout, own), near: nearestMembers(own, plan), leftOut: plan.reasonOf(own) };
}

function bestGroups({ own, plan }: WhyNotCase, where: Around): readonly Analysis[] {
  // The question asked for nobody in particular, or for others: this business is no rule of it.
  const asked = (group: Analysis) => analyse(membersOf(group, [where.own, ...where.near]), plan.question);
  const found = groupsWith(own, plan, BEST_GROUPS).map(asked);
  return found.filter(({ rules }) => isLawful(rules));
}

function membersOf(group: Pick<Analysis, "members">, known: readonly Member[]): readonly Member[] {
  return group.members.flatMap((id) => known.find((member) => member.id === id) ?? []);
}

function hinders(kase: WhyNotCase, where: Around, best: readonly Analysis[]): Hindrance {
  const { plan, shown } = kase;
  if (where.leftOut !== undefined) return { kind: "left-out", reason: where.leftOut };
  return best.length === 0 ? noGroup(where.own, where.near, plan) : hindranceOf(best, { shown, top: plan.top });
}

/** Groups to bring it into: its own best ones, and each shown one with it added or in place of a member. */
function* tries({ plan, shown }: WhyNotCase, where: Around, best: readonly Analysis[]): Generator<readonly Member[]> {
  const known = new Map(where.near.map((member) => [member.id, member]));
  const others = (ids: readonly string[]) => ids.flatMap((id) => known.get(id) ?? []);
  for (const { members } of best) yield others(members);
  for (const { members } of shown) {
    const group = others(members);
    if (group.length < members.length || members.includes(where.own.id)) continue;
    if (group.length < plan.membersMax) yield group;
    for (const out of group)
      if (!plan.question.mustHave.includes(out.id)) yield group.filter((member) => member !== out);
  }
}

function bestPlaced(
  own: SnapshotBusiness,
  groups: readonly (readonly Member[])[],
  { plan, standing }: { readonly plan: SearchPlan; readonly standing: Standing },
): { readonly group: Analysis; readonly place: number } | undefined {
  const changed = memberOf(own);
  let best: { readonly group: Analysis; readonly place: number } | undefined;
  for (const others of groups) {
    if (others.length + 1 < plan.membersMin) continue;
    const group = analyse([changed, ...others], plan.question);
    const place = isLawful(group.rules) ? placeIn(group, standing) : undefined;
    if (place !== undefined && (best === undefined || group.lower > best.group.lower)) best = { group, place };
  }
  return best;
}

/** The fewest changes that bring it in, of as many those of least trouble; each checked by scoring the group anew. */
function wayIn(kase: WhyNotCase, where: Around, best: readonly Analysis[]): WayIn | undefined {
  const { plan, shown } = kase;
  const own = businessOf(where.own);
  const groups = [...tries(kase, where, best)];
  const others = groupOf([...new Set(groups.flat())]).map(businessOf);
  const changes = ownChanges(own, others, plan.question);
  const asked = { plan, standing: { shown, top: plan.top } };
  const after = (all: readonly OwnChange[]) =>
    all.reduce((business, change) => withChange(business, change, plan.question), own);
  const mayJoin = (business: SnapshotBusiness) => business.purposes?.includes(plan.question.purpose) ?? true;
  for (const tried of [...changes.map((change) => [change]), ...pairsOf(changes)]) {
    const changed = after(tried);
    const found = mayJoin(changed) ? bestPlaced(changed, groups, asked) : undefined;
    if (found) return { changes: tried, ...found };
  }
  return undefined;
}

/** Two changes of different facts at once, of the first few. */
function pairsOf(changes: readonly OwnChange[]): readonly (readonly OwnChange[])[] {
  const first = changes
    .filter((change, at) => changes.findIndex(({ fact }) => fact === change.fact) === at)
    .slice(0, PAIRED_MAX);
  return first.flatMap((one, at) => first.slice(at + 1).map((other) => [one, other]));
}

/**
 * Where one business stands in an answer: the proposals it is in; else the best groups it can be in, why they are not
 * shown, and the smallest change of what it can change itself that would bring it in, checked by scoring anew. It does
 * not prove that no smaller change exists among all conceivable ones, only among those it knows to try.
 */
export function whyNot(kase: WhyNotCase): WhyNot {
  const where = around(kase);
  const ranks = kase.shown.flatMap(({ members }, at) => (members.includes(where.own.id) ? [at + 1] : []));
  const { leftOut } = where;
  const best = leftOut === undefined ? bestGroups(kase, where) : [];
  const hindrance: Hindrance = ranks.length > 0 ? { kind: "none" } : hinders(kase, where, best);
  const mayChange = ranks.length === 0 && hindrance.kind !== "none";
  const isMovable = leftOut === undefined || leftOut === "PURPOSE";
  return { ranks, hindrance, best, wayIn: mayChange && isMovable ? wayIn(kase, where, best) : undefined };
}
