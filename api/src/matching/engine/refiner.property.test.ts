import { describe, expect, it } from "vitest";
import { PURPOSES } from "#domain/purpose.ts";
import { EVERYWHERE_DAM } from "../../../test/best-group.ts";
import { drawFrom, type Draw } from "../../../test/random-snapshot.ts";
import { definedWorth, placedPopulation } from "../../../test/score-comparison.ts";
import { layoutOf } from "../columns/layout-writer.ts";
import { memberAt } from "../columns/member-at.ts";
import type { Come } from "./crew.ts";
import { fieldOf } from "./field.ts";
import { meetingsOf, type MayMeet } from "./meetings.ts";
import { Overlaps, packedGroups } from "./overlaps.ts";
import { SeedSolver } from "./seed-solver.ts";

/** Businesses of a population, all within reach of each other: more than two pools have room for. */
const SIZE = 140;

/** Populations of each purpose. */
const POPULATIONS = 4;

const [MEMBERS_MIN, MEMBERS_MAX] = [3, 6];

/** So many different numbers below `SIZE`, in order, any two of whom may meet. */
function drawnGroup(draw: Draw, members: number, mayMeet: MayMeet): Int32Array {
  const group = new Set<number>();
  while (group.size < members) {
    const one = draw(SIZE);
    if ([...group].every((other) => mayMeet(one, other))) group.add(one);
  }
  return Int32Array.from(group).sort();
}

/** Every group that one joining, leaving, or coming in the place of another makes of a group. */
function everyChangeOf(group: Int32Array): readonly Int32Array[] {
  const others = Array.from({ length: SIZE }, (_, one) => one).filter((one) => !group.includes(one));
  const rests = [group, ...Array.from(group, (gone) => group.filter((one) => one !== gone))];
  return rests
    .flatMap((rest) => [rest, ...others.map((other) => Int32Array.of(...rest, other))])
    .filter(({ length }) => length >= MEMBERS_MIN && length <= MEMBERS_MAX);
}

describe.each(PURPOSES)("a group climbed on from for %s", (purpose) => {
  it("is bettered by no single change among everyone, and by none that differs enough where it has to", () => {
    for (let seed = 1; seed <= POPULATIONS; seed += 1) {
      const draw = drawFrom(seed);
      const { businesses, question } = placedPopulation(draw, purpose, SIZE);
      const layout = layoutOf(businesses);
      const worthOf = (group: Int32Array) =>
        definedWorth(
          Array.from(group, (one) => memberAt(layout, one)),
          question,
        );
      const limits = { membersMin: MEMBERS_MIN, membersMax: MEMBERS_MAX, withinDam: EVERYWHERE_DAM };
      const field = fieldOf(layout, question, new Uint8Array(SIZE).fill(1));
      const mayMeet = meetingsOf(field);
      const mayAllMeet = (group: Int32Array) => group.every((a) => group.every((b) => mayMeet(a, b)));
      const solver = new SeedSolver(field, limits);
      const came = (group: Int32Array, avoided: Overlaps, detours: number): Come => {
        const all: Come[] = [];
        const start = { slots: 0, partners: 0, avoided, least: 0, detours, groups: packedGroups([group]) };
        solver.solve(0, start, (candidates, worth) => all.push({ candidates, worth }));
        expect(all).toHaveLength(1);
        return all[0] as Come;
      };

      const first = came(drawnGroup(draw, MEMBERS_MAX, mayMeet), new Overlaps(), 0);
      const avoided = new Overlaps();
      avoided.avoid(first.candidates);
      const second = came(drawnGroup(draw, MEMBERS_MIN, mayMeet), avoided, 0);
      expect(avoided.isDiverse(second.candidates), `population ${seed}`).toBe(true);

      for (const [{ candidates, worth }, isAllowed] of [
        [first, mayAllMeet],
        [second, (group: Int32Array) => mayAllMeet(group) && avoided.isDiverse(group)],
      ] as const) {
        expect(worthOf(candidates), `population ${seed}`).toBe(worth);
        expect(mayAllMeet(candidates), `population ${seed}`).toBe(true);
        const better = everyChangeOf(candidates).filter((group) => isAllowed(group) && worthOf(group) > worth);
        expect(better, `population ${seed}`).toEqual([]);
      }
      expect(came(first.candidates, new Overlaps(), 8).worth).toBeGreaterThanOrEqual(first.worth);
    }
  });
});
