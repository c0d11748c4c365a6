import { describe, expect, it } from "vitest";
import { motleyBusinesses } from "../../test/motley-businesses.ts";
import { motleyDemand } from "../../test/motley-searches.ts";
import { ask, members } from "../../test/questions.ts";
import { drawFrom, type Draw } from "../../test/random-snapshot.ts";
import { analyse } from "./analysis.ts";
import type { Member } from "./member.ts";
import type { Question } from "./question.ts";
import type { ComponentId } from "./terms.ts";

const POPULATIONS = 400;
const SIZE = 9;

/** Chains of groups tried in one population. */
const CHAINS = 4;

interface Chain {
  readonly question: Question;
  readonly few: readonly Member[];
  /** Those and more. */
  readonly many: readonly Member[];
  /** Somebody in neither. */
  readonly one: Member;
}

function chainIn(draw: Draw, people: readonly Member[], question: Question): Chain {
  const left = [...people];
  const take = (count: number) => Array.from({ length: count }, () => left.splice(draw(left.length), 1)[0] as Member);
  const few = take(draw(4));
  return { question, few, many: [...few, ...take(draw(4))], one: take(1)[0] as Member };
}

const chains = Array.from({ length: POPULATIONS }, (_, seed) => {
  const draw = drawFrom(1 + seed);
  const businesses = motleyBusinesses(draw, { size: SIZE, reachDam: 2_000 });
  const question = ask("SHARED_ORDERS", motleyDemand(draw, businesses));
  return Array.from({ length: CHAINS }, () => chainIn(draw, members(...businesses), question));
}).flat();

const SUBMODULAR = ["coverage", "redundancy", "area-coverage"] as const;

/** Points of one component; of nobody, none but those of an order that asks for nothing. */
const lowOf = (id: ComponentId, group: readonly Member[], question: Question): number =>
  analyse(group, { ...question, weighed: [{ id, weight: 100 }] }).components[0]?.low ?? 0;

/** By component, what one more brings to a few and to those and more, of every chain. */
const GAINS = new Map(
  SUBMODULAR.map((id) => {
    const gain = (group: readonly Member[], { one, question }: Chain) =>
      lowOf(id, [...group, one], question) - lowOf(id, group, question);
    return [id, chains.map((chain) => ({ chain, toFew: gain(chain.few, chain), toMany: gain(chain.many, chain) }))];
  }),
);

/**
 * Two places for each requirement share 1000; where that does not come out even, the second may be worth a thousandth more
 * than the first.
 */
function unevenPlaces({ question: { demand } }: Chain): number {
  const requirements = demand.requirements?.length ?? 0;
  return requirements === 0 || 1000 % (2 * requirements) === 0 ? 0 : requirements;
}

describe.each(SUBMODULAR)("%s", (id) => {
  const gains = GAINS.get(id) ?? [];

  it("never falls when somebody joins, and often rises", () => {
    expect(gains.filter(({ toFew, toMany }) => toFew < 0 || toMany < 0)).toEqual([]);
    expect(gains.filter(({ toFew }) => toFew > 0).length).toBeGreaterThan(gains.length / 20);
  });

  it("gains no more from the same one joining a group than joining some of it, but for thousandths rounded down", () => {
    const rounded = (chain: Chain) => (id === "redundancy" ? unevenPlaces(chain) : 0);
    expect(gains.filter(({ chain, toFew, toMany }) => toMany > toFew + rounded(chain))).toEqual([]);
  });
});
