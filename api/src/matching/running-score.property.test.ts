import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PURPOSES } from "#domain/purpose.ts";
import { openTrial, type OpenTrial } from "../../test/open-trial.ts";
import { drawFrom } from "../../test/random-snapshot.ts";
import { compareGroups, definedWorth, placedPopulation } from "../../test/score-comparison.ts";
import type { Member } from "./member.ts";

/** Groups compared with the definition; `pnpm bench:score` compares 50,000 for each purpose. */
const GROUPS = 2_400;

const SIZE = 12;

const seeds = fc.nat({ max: 1_000_000 });

/** Slots of a population, some of them twice, whoever stands there joining or leaving in turn. */
const drawnChanges = fc.array(fc.nat({ max: SIZE - 1 }), { minLength: 1, maxLength: 20 });

/** Of a group, everything the engine says: what it is worth, and with each who may join. */
const said = (trial: OpenTrial) => ({ worth: trial.worth(), worthWith: trial.worthWith() });

const opened = (purpose: (typeof PURPOSES)[number], seed: number) => {
  const { businesses, question } = placedPopulation(drawFrom(seed), purpose, SIZE);
  return { question, businesses, trial: openTrial(businesses, question) };
};

/** Everyone whose slot is named an odd number of times. */
function oddOnes(slots: readonly number[]): ReadonlySet<number> {
  const inside = new Set<number>();
  for (const slot of slots) if (!inside.delete(slot)) inside.add(slot);
  return inside;
}

/** Lets those of the slots in who are outside, and those go who are inside, one after the other. */
function walk(trial: OpenTrial, slots: readonly number[], inside = new Set<number>()): void {
  for (const slot of slots) {
    if (inside.delete(slot)) trial.remove(slot);
    else {
      inside.add(slot);
      trial.add(slot);
    }
  }
}

describe.each(PURPOSES)("the score kept while searching for %s", (purpose) => {
  it("is that of the definition and no bound is below it, of every group come by and of everyone who may join it", () => {
    expect(compareGroups(purpose, GROUPS)).toBeGreaterThanOrEqual(GROUPS);
  });

  it("is again what it was when changes are taken back, whatever they were", () => {
    fc.assert(
      fc.property(seeds, drawnChanges, drawnChanges, (seed, first, more) => {
        const { trial } = opened(purpose, seed);
        const inside = new Set<number>();
        walk(trial, [...first, 0, 1, 0, 1], inside);
        if (inside.size === 0) return;
        const before = said(trial);
        walk(trial, more, inside);
        walk(trial, more.toReversed(), inside);
        expect(said(trial)).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });

  it("does not depend on the way a group came about", () => {
    fc.assert(
      fc.property(seeds, drawnChanges, (seed, changes) => {
        const group = [...oddOnes(changes)];
        if (group.length === 0) return;
        const [one, other] = [opened(purpose, seed), opened(purpose, seed)];
        walk(one.trial, changes);
        walk(other.trial, group.toReversed());
        expect(said(one.trial)).toEqual(said(other.trial));
      }),
      { numRuns: 25 },
    );
  });

  it("changes by an exchange of two as the full definition does", () => {
    fc.assert(
      fc.property(seeds, drawnChanges, fc.nat(), (seed, changes, pick) => {
        const { trial, question } = opened(purpose, seed);
        const group = [...oddOnes(changes)];
        if (group.length < 2) return;
        walk(trial, group);
        const out = group[pick % group.length] as number;
        trial.remove(out);
        const left = group.filter((slot) => slot !== out);
        for (const [joins, worth] of trial.worthWith()) {
          const members = [...left, joins].map((slot) => trial.members[slot] as Member);
          expect(Math.max(-1, worth)).toBe(definedWorth(members, question));
        }
      }),
      { numRuns: 15 },
    );
  });

  it("is the same whoever else there is: taking a non-member out of the population changes nothing", () => {
    fc.assert(
      fc.property(seeds, drawnChanges, fc.nat(), (seed, changes, pick) => {
        const { trial, question, businesses } = opened(purpose, seed);
        const group = new Set([...oddOnes(changes)].map((slot) => trial.members[slot]?.id));
        const others = businesses.filter(({ id }) => !group.has(id));
        const gone = others[pick % Math.max(1, others.length)];
        if (group.size === 0 || gone === undefined) return;
        const fewer = openTrial(
          businesses.filter((one) => one !== gone),
          question,
        );
        for (const each of [trial, fewer])
          walk(
            each,
            [...each.members.keys()].filter((at) => group.has(each.members[at]?.id)),
          );
        expect(fewer.worth()).toBe(trial.worth());
      }),
      { numRuns: 25 },
    );
  });
});
