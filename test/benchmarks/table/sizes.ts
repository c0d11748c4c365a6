import { ask } from "../../../api/test/questions.ts";
import { regionOf } from "../region.ts";
import { EngineUnderTest } from "./engine-under-test.ts";
import type { Chapter } from "./figures.ts";
import { PREFECTURE, squaresOf, topOf } from "./populations.ts";
import { growthExponent, repeatedInTurn, secondsOf, WARM_UPS } from "./repeated.ts";

const shared = ask("COOPERATIVE");

/** Squares of the smallest size. */
const GROWTH = { businesses: 10_000, squares: [1, 3, 10, 30, 100], runs: 5 } as const;

/** Row 4: how time grows with the number of businesses at the same density. */
export const growth: Chapter = {
  name: "growth",
  isLong: true,
  isTimed: true,
  async measure() {
    const counts = GROWTH.squares.map((squares) => squares * GROWTH.businesses);
    const searches = GROWTH.squares.map((squares) => {
      const engine = new EngineUnderTest(squaresOf(squares, GROWTH.businesses));
      return () => engine.best(shared, { top: topOf(squares * GROWTH.businesses) });
    });
    const spreads = await repeatedInTurn(GROWTH.runs, searches);
    const points = spreads.map(({ median }, at) => [counts[at] as number, median] as const);
    const steps = points.map(([count, seconds]) => `${count / 1000}k ${seconds.toFixed(2)} s`).join(", ");
    const lastStep = growthExponent(points.slice(-2)).toFixed(2);
    const spread = `${steps}; last step ${lastStep}; ${GROWTH.runs} runs each in turn after ${WARM_UPS} to warm up`;
    return [{ id: "4", measured: growthExponent(points).toFixed(3), spread }];
  },
};

/** Squares of a prefecture each that make up the nation's small businesses. */
const NATION_SQUARES = 57;

/** Row 3: the whole nation. */
export const nation: Chapter = {
  name: "nation",
  isLong: true,
  isTimed: true,
  async measure() {
    const count = NATION_SQUARES * PREFECTURE.businesses;
    const engine = new EngineUnderTest(squaresOf(NATION_SQUARES, PREFECTURE.businesses));
    const top = topOf(count);
    let found = 0;
    const seconds = await secondsOf(async () => {
      found = (await engine.best(shared, { top })).length;
    });
    return [
      { id: "3", measured: `${seconds.toFixed(1)} s`, spread: `one run, ${found} groups of ${count} businesses` },
    ];
  },
};

/** Row 5: what the columns take. */
export const memory: Chapter = {
  name: "memory",
  isLong: false,
  isTimed: false,
  async measure() {
    const engine = new EngineUnderTest(regionOf(PREFECTURE).businesses);
    const hot = engine.hotBytes();
    const withResults = hot + engine.resultBytes(shared, { top: topOf(PREFECTURE.businesses) });
    return [
      { id: "5a", measured: hot.toFixed(1), spread: "bytes of the columns" },
      { id: "5b", measured: withResults.toFixed(1), spread: "and what a search of 60k still holds at its end" },
    ];
  },
};
