import { ask } from "../../../api/test/questions.ts";
import type { Question } from "../../../api/src/matching/question.ts";
import type { SearchWishes } from "../../../api/src/matching/search-plan.ts";
import { runBaseline } from "../baseline/baseline.ts";
import { regionOf } from "../region.ts";
import { EngineUnderTest, THREADS, type Came } from "./engine-under-test.ts";
import type { Chapter, FigureId, Measurement } from "./figures.ts";
import { ORDER, PREFECTURE, topOf } from "./populations.ts";
import { repeated, type Spread } from "./repeated.ts";

/** Runs of a search that takes at most seconds. */
const RUNS = 5;

const TOP = topOf(PREFECTURE.businesses);

const seconds = (value: number): string => `${value.toFixed(value < 10 ? 3 : 1)} s`;
const inRuns = ({ least, most, runs }: Spread): string => `${seconds(least)}–${seconds(most)}, ${runs} runs`;
const meanLower = (groups: readonly Came[]): number =>
  groups.reduce((sum, { lower }) => sum + lower, 0) / groups.length;

interface Searched extends Spread {
  readonly groups: readonly Came[];
}

async function searched(
  engine: EngineUnderTest,
  question: Question,
  how: SearchWishes & { threads: number },
): Promise<Searched> {
  let groups: readonly Came[] = [];
  const { threads, ...wishes } = how;
  const spread = await repeated(RUNS, async () => {
    groups = await engine.best(question, { top: TOP, ...wishes }, threads);
  });
  console.log(
    `  ${question.purpose}, ${threads} threads: ${seconds(spread.median)}, ${groups.length} groups, mean lower ${meanLower(groups).toFixed(0)}`,
  );
  return { ...spread, groups };
}

/** Rows 2, 12 and 13: every purpose over a whole prefecture. */
export const wholePrefecture: Chapter = {
  name: "whole",
  isLong: false,
  async measure() {
    const engine = new EngineUnderTest(regionOf(PREFECTURE).businesses);
    const shared = ask("COOPERATIVE");
    const full = await searched(engine, shared, { threads: THREADS });
    const measurements: Measurement[] = [{ id: "2", measured: seconds(full.median), spread: inRuns(full) }];
    if (THREADS > 1) {
      const one = await searched(engine, shared, { threads: 1 });
      const times = (one.median / full.median).toFixed(2);
      measurements.push({ id: "12", measured: times, spread: `one thread ${seconds(one.median)}, ${inRuns(one)}` });
    }
    const others: readonly (readonly [FigureId, Question, SearchWishes])[] = [
      ["13a", ask("SHARED_ORDERS", ORDER), {}],
      ["13b", ask("JOINT_PURCHASING"), {}],
      ["13c", ask("CROSS_INDUSTRY"), {}],
      ["13d", ask("YEAR_ROUND_WORK"), {}],
      ["13e", shared, { withinKm: 30 }],
    ];
    for (const [id, question, wishes] of others) {
      const other = await searched(engine, question, { ...wishes, threads: THREADS });
      const times = (other.median / full.median).toFixed(2);
      measurements.push({ id, measured: `${times} (${seconds(other.median)})`, spread: inRuns(other) });
    }
    return measurements;
  },
};

/** Row 1: the same as row 2 against PostgreSQL's neighbours and greedy groups, in full and in the same run. */
export const againstBaseline: Chapter = {
  name: "baseline",
  isLong: false,
  async measure() {
    const { businesses } = regionOf(PREFECTURE);
    const question = ask("COOPERATIVE");
    const plain = await runBaseline(businesses, question, TOP);
    const baselineSeconds = plain.sqlSeconds + plain.greedySeconds;
    const ours = await searched(new EngineUnderTest(businesses), question, { threads: THREADS });
    const [theirMean, ourMean] = [plain.meanLower, meanLower(ours.groups)];
    console.log(`  baseline: ${JSON.stringify(plain)}`);
    const isAsGood = ourMean >= theirMean && ours.groups.length >= plain.proposals;
    const times = (baselineSeconds / ours.median).toFixed(0);
    const took = `SQL ${seconds(plain.sqlSeconds)} + greedy ${seconds(plain.greedySeconds)}, one run`;
    return [
      {
        id: "1",
        measured: isAsGood ? times : `${times}, at lower quality`,
        spread: `${took}; mean lower ${theirMean.toFixed(0)}, ours ${ourMean.toFixed(0)}`,
      },
    ];
  },
};
