import { ask } from "../../../api/test/questions.ts";
import type { Question } from "../../../api/src/matching/question.ts";
import type { SearchWishes } from "../../../api/src/matching/search-plan.ts";
import { runBaseline } from "../baseline/baseline.ts";
import { regionOf } from "../region.ts";
import { EngineUnderTest, type Came } from "./engine-under-test.ts";
import type { Chapter, FigureId, Measurement } from "./figures.ts";
import { ORDER, PREFECTURE, topOf } from "./populations.ts";
import { repeated, WARM_UPS, type Spread } from "./repeated.ts";

/** Runs of a search that takes at most seconds. */
const RUNS = 5;

const TOP = topOf(PREFECTURE.businesses);

const seconds = (value: number): string => `${value.toFixed(value < 10 ? 3 : 1)} s`;
const inRuns = ({ least, most, runs }: Spread): string =>
  `${seconds(least)}–${seconds(most)}, ${runs} runs after ${WARM_UPS} to warm up`;
const meanLower = (groups: readonly Came[]): number =>
  groups.reduce((sum, { lower }) => sum + lower, 0) / groups.length;

interface Searched extends Spread {
  readonly groups: readonly Came[];
}

async function searched(
  question: Question,
  search: () => Promise<readonly Came[]> | readonly Came[],
): Promise<Searched> {
  let groups: readonly Came[] = [];
  const spread = await repeated(RUNS, async () => {
    groups = await search();
  });
  const mean = meanLower(groups).toFixed(0);
  console.log(`  ${question.purpose}: ${seconds(spread.median)}, ${groups.length} groups, mean lower bound ${mean}`);
  return { ...spread, groups };
}

const textOf = (groups: readonly Came[]): string =>
  groups.map(({ members, lower }) => `${lower} ${members.join()}`).join();

/** Rows 2, 12 and 13: every purpose over a whole prefecture. */
export const wholePrefecture: Chapter = {
  name: "whole",
  isLong: false,
  isTimed: true,
  async measure() {
    const engine = new EngineUnderTest(regionOf(PREFECTURE).businesses);
    const shared = ask("COOPERATIVE");
    const both = await searched(shared, () => engine.best(shared, { top: TOP }));
    const alone = await searched(shared, () => engine.bestAlone(shared, { top: TOP }));
    if (textOf(both.groups) !== textOf(alone.groups)) throw new Error("Two threads came to other groups than one.");
    const measurements: Measurement[] = [
      { id: "2", measured: seconds(both.median), spread: inRuns(both) },
      {
        id: "12",
        measured: (alone.median / both.median).toFixed(2),
        spread: `one thread ${seconds(alone.median)}: ${inRuns(alone)}`,
      },
    ];
    for (const [id, question, wishes] of OTHERS) {
      const other = await searched(question, () => engine.best(question, { top: TOP, ...wishes }));
      const times = (other.median / both.median).toFixed(2);
      measurements.push({ id, measured: `${times} (${seconds(other.median)})`, spread: inRuns(other) });
    }
    await engine.close();
    return measurements;
  },
};

const OTHERS: readonly (readonly [FigureId, Question, SearchWishes])[] = [
  ["13a", ask("SHARED_ORDERS", ORDER), {}],
  ["13b", ask("JOINT_PURCHASING"), {}],
  ["13c", ask("CROSS_INDUSTRY"), {}],
  ["13d", ask("YEAR_ROUND_WORK"), {}],
  ["13e", ask("COOPERATIVE"), { withinKm: 30 }],
];

/** Row 1: the same as row 2 against PostgreSQL's neighbours and greedy groups, in full and in the same run. */
export const againstBaseline: Chapter = {
  name: "baseline",
  isLong: false,
  isTimed: true,
  async measure() {
    const { businesses } = regionOf(PREFECTURE);
    const question = ask("COOPERATIVE");
    const plain = await runBaseline(businesses, question, TOP);
    const baselineSeconds = plain.sqlSeconds + plain.greedySeconds;
    const engine = new EngineUnderTest(businesses);
    const ours = await searched(question, () => engine.best(question, { top: TOP }));
    await engine.close();
    const [theirMean, ourMean] = [plain.meanLower, meanLower(ours.groups)];
    console.log(`  baseline: ${JSON.stringify(plain)}`);
    const isAsGood = ourMean >= theirMean && ours.groups.length >= plain.proposals;
    const times = (baselineSeconds / ours.median).toFixed(0);
    const took = `SQL ${seconds(plain.sqlSeconds)} + greedy ${seconds(plain.greedySeconds)}`;
    return [
      {
        id: "1",
        measured: isAsGood ? times : `${times}, at lower quality`,
        spread: `${took}, one run, mean lower ${theirMean.toFixed(0)}; ours ${inRuns(ours)}, ${ourMean.toFixed(0)}`,
      },
    ];
  },
};
