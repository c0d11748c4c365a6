import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ask } from "../../../test/questions.ts";
import { drawFrom, randomBusinesses } from "../../../test/random-snapshot.ts";
import { analyse } from "../analysis.ts";
import { memberOf } from "../member.ts";
import type { Question } from "../question.ts";
import type { SnapshotBusiness } from "../snapshot.ts";
import { affinityOf } from "./affinity.ts";
import { attemptMaker } from "./attempt.ts";
import { fieldOf } from "./field.ts";
import { Grid } from "./grid.ts";
import { Overlaps } from "./overlaps.ts";
import { poolMaker } from "./pool.ts";

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

/** An attempt whose pool is around the first business and reaches all the others. */
function attemptOver(businesses: readonly SnapshotBusiness[], question: Question) {
  const field = fieldOf(businesses.map(memberOf), question);
  const affinity = affinityOf(field, question);
  const grid = new Grid(field, 10_000, affinity.promise);
  const limits = { withinDam: 10_000, required: [], areApart: () => false };
  const pool = poolMaker(field, question, { grid, affinity })(0, limits);
  return { field, attempt: attemptMaker(field, question, { count: 0 })(pool, { from: new Overlaps(), membersMin: 2 }) };
}

describe("the running score of the search", () => {
  it("equals the analysis after every change of members", () => {
    const changes = fc.array(fc.nat(), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...questions), changes, (seed, question, slots) => {
        const population = { size: 12, spreadDegrees: 0.2, knownOfTen: 4 + (seed % 7) };
        const { field, attempt } = attemptOver(randomBusinesses(drawFrom(seed), population), question);
        const { candidates } = attempt.pool;
        const inside = new Set<number>();
        expect(candidates).toHaveLength(12);
        for (const pick of slots) {
          const slot = pick % candidates.length;
          if (inside.delete(slot)) attempt.remove(slot);
          else {
            inside.add(slot);
            attempt.add(slot);
          }
          if (inside.size === 0) continue;
          const members = [...inside].flatMap((one) => field.members[candidates[one] as number] ?? []);
          const analysis = analyse(members, question);
          expect(attempt.lower()).toBe(analysis.lower);
          const licences = analysis.rules.find(({ id }) => id === "H5");
          expect(attempt.failedLicences() > 0).toBe(licences?.verdict === "fail");
        }
      }),
      { numRuns: 300 },
    );
  });
});
