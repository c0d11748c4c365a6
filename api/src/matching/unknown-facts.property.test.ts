import { describe, expect, it } from "vitest";
import { PURPOSES } from "#domain/purpose.ts";
import { askedOf, motleySearches } from "../../test/motley-searches.ts";
import { members } from "../../test/questions.ts";
import { analyse, type Analysis } from "./analysis.ts";
import type { Question } from "./question.ts";
import type { PurchaseFact, SnapshotBusiness } from "./snapshot.ts";

/** Groups of each purpose, of each number of members; of each the facts of all members are hidden, one at a time. */
const GROUPS = 10;
const SIZES = [1, 2, 3, 5, 8];

/** Keys that say one fact: workers wanted are told by themselves or by the work on hand. */
const TOLD_BY: Readonly<Record<string, readonly string[]>> = { monthlyWorkers: ["monthlyWorkers", "monthlyLoad"] };

const without = (business: SnapshotBusiness, key: string): SnapshotBusiness => {
  const hidden = TOLD_BY[key] ?? [key];
  return Object.fromEntries(Object.entries(business).filter(([held]) => !hidden.includes(held))) as never;
};

const withoutYen = (purchases: readonly PurchaseFact[]) =>
  purchases.map((item, at) => (at === 0 ? ([item[0]] as const) : item));

/** The business with one fact hidden: each of its facts in turn, its trade by a digit too, its purchases by one price. */
function lessTold(business: SnapshotBusiness): readonly SnapshotBusiness[] {
  const { industry = "", purchases = [] } = business;
  const keys = Object.keys(business).filter((key) => key !== "id");
  return [
    ...keys.map((key) => without(business, key)),
    ...(/^\d{3,4}$/.test(industry) ? [{ ...business, industry: industry.slice(0, -1) }] : []),
    ...(purchases.length > 0 ? [{ ...business, purchases: withoutYen(purchases) }] : []),
  ];
}

const scored = (businesses: readonly SnapshotBusiness[], question: Question) =>
  analyse(members(...businesses), question);

/** Components of a group that know less and yet say more: a higher low, a lower high, or more known. */
function widerIn(told: Analysis, untold: Analysis) {
  return told.components.filter(({ low, high, known }, at) => {
    const less = untold.components[at];
    return less === undefined || less.low > low || less.high < high || less.known > known;
  });
}

describe.each(PURPOSES)("making one fact of one member unknown, for %s", (purpose) => {
  it.each(SIZES)("never raises what is sure, nor lowers what is possible (groups of %i)", (size) => {
    for (const search of motleySearches(purpose, GROUPS, size)) {
      const question = askedOf(search);
      const told = scored(search.businesses, question);
      search.businesses.forEach((business, place) => {
        for (const hidden of lessTold(business)) {
          const untold = scored(search.businesses.with(place, hidden), question);
          expect(widerIn(told, untold), `population ${search.seed}, ${business.id}`).toEqual([]);
          expect(untold.lower).toBeLessThanOrEqual(told.lower);
          expect(untold.upper).toBeGreaterThanOrEqual(told.upper);
          expect(untold.coverage).toBeLessThanOrEqual(told.coverage);
        }
      });
    }
  });
});
