import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PURPOSES } from "#domain/purpose.ts";
import { ask, members, terms } from "../../test/questions.ts";
import { drawFrom, randomBusinesses } from "../../test/random-snapshot.ts";
import { analyse } from "./analysis.ts";
import { isMeasured, rerank, reweigh } from "./rerank.ts";
import type { ComponentId, Terms, Weights } from "./terms.ts";

function weighing(weights: Weights, more: Partial<Terms> = {}): Terms {
  const purposes = { ...terms.purposes, COOPERATIVE: { ...terms.purposes.COOPERATIVE, weights } };
  return { ...terms, ...more, purposes };
}
const only = (id: ComponentId) => weighing({ [id]: 100 });

const group = (id: string, lat: number, leader: number) => ({
  ...analyse(
    members({ id: `${id}1`, lat, lon: 134, leader }, { id: `${id}2`, lat: 34, lon: 134, leader: 0 }),
    ask("COOPERATIVE"),
  ),
});

describe("a kept analysis under other weights", () => {
  it("comes to exactly what a new score of the same facts says", () => {
    fc.assert(
      fc.property(fc.nat({ max: 10_000 }), fc.constantFrom(...PURPOSES), fc.nat({ max: 5 }), (seed, purpose, moved) => {
        const group = members(...randomBusinesses(drawFrom(seed), { size: 4, spreadDegrees: 0.2, knownOfTen: 7 }));
        const kept = analyse(group, ask(purpose));
        const [giver, taker] = kept.components;
        if (!giver || !taker) throw new Error("Too few components.");
        const weights = {
          ...terms.purposes[purpose].weights,
          [giver.id]: giver.weight - Math.min(moved, giver.weight),
          [taker.id]: taker.weight + Math.min(moved, giver.weight),
        };
        const bands = { strong: 55_000, possible: 30_000 };
        const after = {
          ...terms,
          bands,
          purposes: { ...terms.purposes, [purpose]: { ...terms.purposes[purpose], weights } },
        };
        const { lower, upper, coverage, band, members: ids } = analyse(group, ask(purpose, {}, { terms: after }));
        expect(reweigh(kept, purpose, after)).toEqual({ members: ids, lower, upper, coverage, band });
      }),
    );
  });

  it("takes another place, and another band, where the weights favour it", () => {
    const near = { rank: 1, ...group("a", 34, 0) };
    const led = { rank: 2, ...group("b", 34.5, 3) };
    const [first, second] = rerank([near, led], "COOPERATIVE", { before: only("nearness"), after: only("leader") });
    expect([first?.rank, first?.before.place, first?.after.place]).toEqual([2, 2, 1]);
    expect([second?.rank, second?.before.place, second?.after.place]).toEqual([1, 1, 2]);
    expect([first?.before.band, first?.after.band]).toEqual(["thin", "strong"]);
  });

  it("cannot be told where a component weighs that was not measured", () => {
    expect(isMeasured(group("a", 34, 0), "COOPERATIVE", only("leader"))).toBe(true);
    expect(isMeasured(group("a", 34, 0), "COOPERATIVE", only("year-round"))).toBe(false);
  });
});
