import { describe, expect, it } from "vitest";
import { PURPOSES } from "#domain/purpose.ts";
import { shortfallOf } from "../../test/search-shortfall.ts";

/** Part of the best group's lower bound that a search may miss, in permille. */
const ONE_PER_CENT = 10;

describe.each(PURPOSES)("the first proposal for %s", (purpose) => {
  it.each([1, 2])("is within one per cent of the best of all lawful groups (population %i)", (seed) => {
    const { best, found, permille } = shortfallOf(purpose, seed);
    expect(best).toBeGreaterThan(0);
    expect(found).toBeDefined();
    expect(permille).toBeLessThanOrEqual(ONE_PER_CENT);
  });
});
