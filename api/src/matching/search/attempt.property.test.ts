import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attemptOverAll } from "../../../test/best-group.ts";
import { ask } from "../../../test/questions.ts";
import { drawFrom, randomBusinesses } from "../../../test/random-snapshot.ts";
import { analyse } from "../analysis.ts";

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

describe("the running score of the search", () => {
  it("equals the analysis after every change of members", () => {
    const changes = fc.array(fc.nat(), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...questions), changes, (seed, question, slots) => {
        const population = { size: 12, spreadDegrees: 0.2, knownOfTen: 4 + (seed % 7) };
        const businesses = randomBusinesses(drawFrom(seed), population);
        const { field, attempt } = attemptOverAll(businesses, question, 10_000);
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
