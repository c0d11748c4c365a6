import { describe, expect, it } from "vitest";
import { ask } from "../../../../test/questions.ts";
import { drawFrom, randomBusinesses } from "../../../../test/random-snapshot.ts";
import { analyse } from "../../analysis.ts";
import type { SnapshotBusiness } from "../../snapshot.ts";
import { layoutOf } from "../../columns/layout-writer.ts";
import { memberAt } from "../../columns/member-at.ts";
import { fieldOf } from "../field.ts";
import { Bearers } from "./bearers.ts";
import { orderGainsOf } from "./order-gains.ts";
import { joiningOf } from "./joining.ts";
import { GAIN_MIN, roughExchange } from "./rough-climb.ts";
import { NOBODY, RoughGroup } from "./rough-group.ts";

/** Points × weight by which roundings may differ: of some twenty shares each a point less, of weights up to 28. */
const ROUNDINGS = 300;

const POPULATIONS = 40;
const SIZE = 14;

const asked = ask("SHARED_ORDERS", {
  capabilities: [
    ["polishing", 2],
    ["welding", 1],
    ["printing", 1],
  ],
  licences: [["kobutsu", "02201"]],
  areas: [{ municipality: "02201", lat: 40.82, lon: 140.74 }],
  unitsPerMonth: Array.from({ length: 12 }, (_, month) => 40 + 20 * month),
});

/** Of ties the rough reckoning only counts who has any, so they are left out. */
const question = { ...asked, weighed: asked.weighed.filter(({ id }) => id !== "ties") };

/** Every fifth business whose months are known works as much in all of them. */
function isFlat(business: SnapshotBusiness, at: number): SnapshotBusiness {
  return at % 5 === 0 && business.monthlyLoad
    ? { ...business, monthlyLoad: business.monthlyLoad.map(() => 40) }
    : business;
}

/** All are busy in the same half of the year, some more than others, some not at all: nothing is evened out. */
const isBusyAlike = (business: SnapshotBusiness, at: number): SnapshotBusiness =>
  business.monthlyLoad
    ? { ...business, monthlyLoad: business.monthlyLoad.map((_, month) => (month < 6 ? 40 : 40 + (at % 4) * 20)) }
    : business;

function openPopulation(seed: number, turned = isFlat) {
  const drawn = randomBusinesses(drawFrom(seed), { size: SIZE, spreadDegrees: 0.05, knownOfTen: 5 + (seed % 6) });
  const layout = layoutOf(drawn.map(turned));
  const field = fieldOf(layout, question, new Uint8Array(SIZE).fill(1));
  const gains = orderGainsOf(field);
  const everyone = Int32Array.from({ length: SIZE }, (_, candidate) => candidate);
  const bearers = new Bearers(field, gains, everyone);
  const open = () => new RoughGroup({ bearers, gains, field }, 100_000, () => true);
  const memberOf = (one: number) => memberAt(layout, bearers.candidates[one] as number);
  return { open, everyone, joining: joiningOf(bearers, everyone), memberOf };
}

/** What a group is worth with every single change: somebody more, somebody else in the place of a member, a member less. */
function worthsOfChanges(group: RoughGroup, everyone: Int32Array, limits: { membersMin: number; membersMax: number }) {
  const worths: number[] = [];
  const note = () => {
    const { length } = group.members;
    if (length >= limits.membersMin && length <= limits.membersMax) worths.push(group.worth());
  };
  const join = () => {
    for (const one of everyone) {
      if (group.members.includes(one)) continue;
      group.add(one);
      note();
      group.remove(one);
    }
  };
  join();
  for (const leaving of group.members.slice()) {
    group.remove(leaving);
    note();
    join();
    group.add(leaving);
  }
  return worths;
}

describe("the rough reckoning of a group for an order", () => {
  it("is the definition's but for roundings, ties, and licences that nobody holds", () => {
    let compared = 0;
    for (let seed = 1; seed <= POPULATIONS; seed += 1) {
      const draw = drawFrom(1_000 + seed);
      const { open, memberOf } = openPopulation(seed);
      const group = open();
      for (let step = 0; step < 30; step += 1) {
        const one = draw(SIZE);
        if (group.members.includes(one)) group.remove(one);
        else group.add(one);
        if (group.members.length === 0) continue;
        const { components } = analyse(group.members.map(memberOf), question);
        const lower = components.reduce((sum, { low, weight }) => sum + low * weight, 0);
        const rough = group.worth();
        if (rough < 0) continue;
        expect(Math.abs(rough - lower), `population ${seed}, ${group.members.join()}`).toBeLessThan(ROUNDINGS);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(POPULATIONS * 10);
  });

  it.each([
    ["in some month or other", isFlat],
    ["in the same months", isBusyAlike],
  ])("names of those who may join the one with whom the group is worth most, where they are busy %s", (_, turned) => {
    for (let seed = 1; seed <= POPULATIONS; seed += 1) {
      const { open, everyone, joining } = openPopulation(seed, turned);
      const draw = drawFrom(2_000 + seed);
      const group = open();
      for (let step = 0; step < 20; step += 1) {
        const worths = Array.from(everyone, (one) => {
          if (group.members.includes(one)) return -Infinity;
          group.add(one);
          const worth = group.worth();
          group.remove(one);
          return worth;
        });
        const best = group.best(joining, -Infinity);
        const most = Math.max(...worths);
        expect(worths[best], `population ${seed}`).toBeCloseTo(most, 3);
        expect(group.found).toBeCloseTo(most, 3);
        expect(group.best(joining, most - 1), `population ${seed}`).not.toBe(NOBODY);
        expect(group.best(joining, most + 1)).toBe(NOBODY);
        group.add(best);
        // Not only groups of the best: now and then some leave and somebody comes.
        while (group.members.length > 2 + draw(5)) group.remove(group.members[draw(group.members.length)] as number);
        const other = draw(SIZE);
        if (!group.members.includes(other)) group.add(other);
      }
    }
  });

  it("is bettered until no single change betters it, also where groups come upon each other", () => {
    for (let seed = 1; seed <= POPULATIONS; seed += 1) {
      const { open, everyone, joining } = openPopulation(seed);
      const limits = { joining, membersMin: 3, membersMax: 5 + (seed % 3), fixed: [], settled: new Set<number>() };
      for (let first = 0; first < SIZE; first += 3) {
        const group = open();
        group.set([first, (first + 1) % SIZE, (first + 5) % SIZE]);
        roughExchange(group, limits);
        const most = group.worth() + GAIN_MIN + 1e-3;
        for (const worth of worthsOfChanges(group, everyone, limits))
          expect(worth, `population ${seed}`).toBeLessThan(most);
      }
    }
  });

  it("tells groups apart by their keys, and knows one again in whatever order it came together", () => {
    const { open } = openPopulation(1);
    const keyOf = (members: readonly number[]) => {
      const group = open();
      group.set(members);
      return group.key;
    };
    const keys = new Set<number>();
    let groups = 0;
    for (let bits = 1; bits < 2 ** SIZE; bits += 1) {
      const members = Array.from({ length: SIZE }, (_, one) => one).filter((one) => (bits >> one) % 2 === 1);
      if (members.length > 4) continue;
      keys.add(keyOf(members));
      groups += 1;
      expect(keyOf(members.toReversed())).toBe(keyOf(members));
    }
    expect(keys.size).toBe(groups);
  });
});
