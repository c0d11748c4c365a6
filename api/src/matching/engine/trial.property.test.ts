import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { engineOverAll } from "../../../test/best-group.ts";
import { ask } from "../../../test/questions.ts";
import { drawFrom, randomBusinesses } from "../../../test/random-snapshot.ts";
import { analyse } from "../analysis.ts";
import { meets } from "../demand.ts";
import type { Member } from "../member.ts";
import type { Question } from "../question.ts";
import { FAILED_LICENCE } from "./trial.ts";

const questions = [
  ask("COOPERATIVE"),
  ask("SHARED_ORDERS", {
    capabilities: [["polishing", 2]],
    licences: [["ippan-collect", "02201"], ["kobutsu"]],
    areas: [{ municipality: "02202", lat: 40.82, lon: 140.74 }],
    unitsPerMonth: [0, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 0],
  }),
  ask("SHARED_ORDERS", { licences: [], areas: [] }),
  ask("JOINT_PURCHASING"),
  ask("CROSS_INDUSTRY"),
  ask("YEAR_ROUND_WORK"),
];

/** The lower bound, or what stands for a group that fails H5. */
function worthOf(group: readonly Member[], question: Question): number {
  const { lower, rules } = analyse(group, question);
  const licences = rules.find(({ id }) => id === "H5");
  if (licences?.verdict !== "fail") return lower;
  const missing = question.demand.licences.filter((wish) => group.every((member) => meets(member, wish) === "no"));
  return lower - missing.length * FAILED_LICENCE;
}

describe("what the engine says of a group", () => {
  it("equals the analysis after every change of members, and of everyone who could join", () => {
    const changes = fc.array(fc.nat(), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...questions), changes, (seed, question, slots) => {
        const population = { size: 12, spreadDegrees: 0.2, knownOfTen: 4 + (seed % 7) };
        const businesses = randomBusinesses(drawFrom(seed), population);
        const { engine, members } = engineOverAll(businesses, question);
        const { trial } = engine;
        expect(members).toHaveLength(12);
        const inside = new Set<number>();
        const groupWith = (...slots: readonly number[]) => [...inside, ...slots].flatMap((slot) => members[slot] ?? []);
        for (const pick of slots) {
          const slot = pick % members.length;
          if (inside.delete(slot)) trial.remove(slot);
          else {
            inside.add(slot);
            trial.add(slot);
          }
          if (inside.size === 0) continue;
          expect(worthOf(groupWith(), question)).toBe(trial.now());
          trial.weigh();
          for (const next of trial.open.slots.subarray(0, trial.open.count))
            expect([next, trial.worth[next]]).toEqual([next, worthOf(groupWith(next), question)]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("equals the analysis also where everybody has dozens of issues, wants and offers", () => {
    const tags = (kind: string, from: number) =>
      Array.from({ length: 90 }, (_, at) => [`${kind}${(from + at) % 120}`, 1 + (at % 3)] as const);
    const businesses = Array.from({ length: 40 }, (_, at) => ({
      ...{ id: `b${String(at).padStart(2, "0")}`, lat: 40.8 + at / 10_000, lon: 140.7 },
      ...{ needs: tags("issue", at), seeks: tags("skill", 2 * at), capabilities: tags("skill", 2 * at + 60) },
    }));
    const question = ask("CROSS_INDUSTRY");
    const { engine, members } = engineOverAll(businesses, question);
    const inside = [3, 17, 25, 39];
    for (const slot of inside) engine.trial.add(slot);
    expect(engine.trial.now()).toBe(
      worthOf(
        inside.flatMap((slot) => members[slot] ?? []),
        question,
      ),
    );
    expect(engine.trial.now()).toBeGreaterThan(40_000);
  });
});
