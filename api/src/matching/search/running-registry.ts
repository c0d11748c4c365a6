import { sizePoints } from "../components/group-size.ts";
import type { Question } from "../question.ts";
import type { ComponentId } from "../terms.ts";
import type { Field } from "./field.ts";
import { constantPoints, pointsBySize, type Running, type RunningMaker, type TriedGroup } from "./running.ts";
import { runningLeader } from "./running/running-leaders.ts";
import { runningCapacity, runningLoads, runningYear } from "./running/running-months.ts";
import { runningNeeds } from "./running/running-needs.ts";
import { runningDifference, runningLikeness, runningNearness } from "./running/running-pairs.ts";
import { runningPlaces } from "./running/running-places.ts";
import { runningPurchases } from "./running/running-purchases.ts";
import { runningRivalry } from "./running/running-rivals.ts";
import { runningTies } from "./running/running-ties.ts";
import { runningWants } from "./running/running-wants.ts";

/** Wishes not asked bring 0, an empty list of them is met in full. */
function places(wishes: readonly unknown[] | undefined, running: (count: number) => Running): Running {
  if (wishes === undefined) return constantPoints(0);
  return wishes.length === 0 ? constantPoints(1000) : running(wishes.length);
}

/**
 * The running form of each component. Tables by tag are made once a search and shared by all its groups, so a group
 * has to be emptied before another one is begun.
 */
export function runningMakers(field: Field, question: Question): { readonly [Id in ComponentId]: RunningMaker } {
  const { demand, terms } = question;
  const needs = runningNeeds(field);
  const wants = runningWants(field);
  const purchases = runningPurchases(field);
  const met =
    (perWish: number): RunningMaker =>
    () =>
      places(demand.requirements, (count) => runningPlaces(field.met, count, perWish));
  return {
    "shared-need": (_pool, group) => needs(group),
    complementarity: (_pool, group) => wants(group),
    coverage: met(1),
    redundancy: met(2),
    "area-coverage": () => places(demand.areas, (count) => runningPlaces(field.served, count, 1)),
    "capacity-fit": () =>
      demand.unitsPerMonth === undefined ? constantPoints(0) : runningCapacity(field, demand.unitsPerMonth),
    "load-smoothing": (_pool, group: TriedGroup) => runningLoads(field, group),
    "year-round": () => runningYear(field),
    nearness: (pool, group) => runningNearness(pool, group, question.nearnessDam),
    leader: () => runningLeader(field, terms.leaderPoints, 1),
    "second-leader": () => runningLeader(field, terms.leaderPoints, 2),
    "size-likeness": (pool, group) => runningLikeness(field, pool, group),
    ties: (pool, group) => runningTies(pool, group),
    "low-rivalry": (pool, group) => runningRivalry(pool, group),
    "useful-distance": (pool, group) => runningDifference(pool, group),
    "purchase-overlap": (_pool, group) => purchases(group),
    "group-size": (_pool, group) => pointsBySize(group, sizePoints),
  };
}
