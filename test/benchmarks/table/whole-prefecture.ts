import { ask } from "../../../api/test/questions.ts";
import type { Question } from "../../../api/src/matching/question.ts";
import type { SearchWishes } from "../../../api/src/matching/search-plan.ts";
import { runBaseline } from "../baseline/baseline.ts";
import { regionOf } from "../region.ts";
import { EngineUnderTest, type Came } from "./engine-under-test.ts";
import type { Chapter, FigureId, Measurement } from "./figures.ts";
import { ORDER, PREFECTURE, topOf } from "./populations.ts";
import { repeated, repeatedInTurn, WARM_UPS, type Spread } from "./repeated.ts";
import { SecondCore } from "./second-core.ts";

/** Runs of a search that takes at most seconds. */
const RUNS = 5;

const TOP = topOf(PREFECTURE.businesses);

const seconds = (value: number): string => `${value.toFixed(value < 10 ? 3 : 1)} s`;
const inRuns = ({ least, most, runs }: Spread): string =>
  `${seconds(least)}–${seconds(most)}, ${runs} runs after ${WARM_UPS} to warm up`;
const meanLower = (groups: readonly Came[]): number =>
  groups.reduce((sum, { lower }) => sum + lower, 0) / groups.length;

/** A search to be timed, and the groups it came to last. */
class TimedSearch {
  groups: readonly Came[] = [];
  private readonly search: () => Promise<readonly Came[]> | readonly Came[];

  constructor(search: () => Promise<readonly Came[]> | readonly Came[]) {
    this.search = search;
  }

  readonly run = async (): Promise<void> => {
    this.groups = await this.search();
  };

  /** Says on the console what came of it. */
  tell(name: string, { median }: Spread): void {
    const mean = meanLower(this.groups).toFixed(0);
    console.log(`  ${name}: ${seconds(median)}, ${this.groups.length} groups, mean lower bound ${mean}`);
  }
}

const textOf = (groups: readonly Came[]): string =>
  groups.map(({ members, lower }) => `${lower} ${members.join()}`).join();

const timesOf = (slow: Spread, quick: Spread): string => (slow.median / quick.median).toFixed(2);

/** Rows 2 and 12: a shared issue, by two threads and by one in turn, and what two such searches beside each other gain. */
async function sharedIssue(engine: EngineUnderTest, both: TimedSearch): Promise<readonly Measurement[]> {
  const question = ask("COOPERATIVE");
  const alone = new TimedSearch(() => engine.bestAlone(question, { top: TOP }));
  const other = await SecondCore.open();
  const runs = [both.run, alone.run, other.alone, () => other.beside(alone.run)];
  const spreads = await repeatedInTurn(RUNS, runs).finally(() => other.close());
  const [inBoth, inOne, inOther, twoBeside] = spreads as [Spread, Spread, Spread, Spread];
  both.tell("COOPERATIVE", inBoth);
  for (const { groups } of [alone, other])
    if (textOf(both.groups) !== textOf(groups)) throw new Error("Two threads came to other groups than one.");
  const gained = ((inOne.median + inOther.median) / twoBeside.median).toFixed(2);
  const spread = `one thread ${seconds(inOne.median)}: ${inRuns(inOne)}; two such searches beside each other, sharing nothing, gain ${gained}`;
  return [
    { id: "2", measured: seconds(inBoth.median), spread: inRuns(inBoth) },
    { id: "12", measured: timesOf(inOne, inBoth), spread },
  ];
}

/** Rows 2, 12 and 13: every purpose over a whole prefecture, in turn with the shared issue it is held against. */
export const wholePrefecture: Chapter = {
  name: "whole",
  isLong: false,
  isTimed: true,
  async measure() {
    const engine = new EngineUnderTest(regionOf(PREFECTURE).businesses);
    const shared = new TimedSearch(() => engine.best(ask("COOPERATIVE"), { top: TOP }));
    const measurements = [...(await sharedIssue(engine, shared))];
    for (const [id, question, wishes] of OTHERS) {
      const search = new TimedSearch(() => engine.best(question, { top: TOP, ...wishes }));
      const [other, usual] = (await repeatedInTurn(RUNS, [search.run, shared.run])) as [Spread, Spread];
      search.tell(question.purpose, other);
      const spread = `${inRuns(other)}; meanwhile row 2 ${seconds(usual.median)}`;
      measurements.push({ id, measured: `${timesOf(other, usual)} (${seconds(other.median)})`, spread });
    }
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
    const search = new TimedSearch(() => engine.best(question, { top: TOP }));
    const ours = await repeated(RUNS, search.run);
    search.tell(question.purpose, ours);
    const [theirMean, ourMean] = [plain.meanLower, meanLower(search.groups)];
    console.log(`  baseline: ${JSON.stringify(plain)}`);
    const isAsGood = ourMean >= theirMean && search.groups.length >= plain.proposals;
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
