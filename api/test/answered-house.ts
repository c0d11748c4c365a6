import { applyImport } from "#commands/apply-import.ts";
import { importBusinesses } from "#commands/import-businesses.ts";
import { startDiscovery } from "#commands/start-discovery.ts";
import type { JobContext } from "#jobs/answer-discovery.ts";
import { openMatchingBench, type MatchingBench } from "#jobs/matching-bench.ts";
import { findDiscoveryPage } from "#queries/discovery-pages.ts";
import { answerPage } from "#queries/proposal-pages.ts";
import { actingAs, type TestContext } from "./acting.ts";
import { openTestDatabase, type TestDatabase } from "./test-database.ts";

/** Ten shops around Takamatsu station that share the want of hands; every second one may carry waste in the city. */
const LIST = [
  "管理番号,事業者名,市区町村コード,緯度,経度,課題,許認可,従業員数",
  ...Array.from({ length: 10 }, (_, index) => {
    const licence = index % 2 === 0 ? "waste-general-collection:37201" : "なし";
    return `${index},事業者${index},37201,${34.34 + index / 1000},134.05,K02:3,${licence},5`;
  }),
].join("\n");

/** A federation with ten shops, in which questions are asked and answered as jobs answer them. */
export interface AnsweredHouse {
  readonly database: TestDatabase;
  readonly matching: MatchingBench;
  me(): TestContext;
  /** What a job is given; a defect that nobody expects ends the test. */
  job(noteDefect?: JobContext["noteDefect"]): JobContext;
  /** Asks a question. @returns its id */
  asked(request: Parameters<typeof startDiscovery>[1]): Promise<string>;
  /** What was answered; undefined where nothing is yet. */
  answerOf(id: string): Promise<Awaited<ReturnType<typeof answerPage>> | undefined>;
  close(): Promise<void>;
}

/** Opens such a house on a database of its own. */
export async function openAnsweredHouse(): Promise<AnsweredHouse> {
  const database = await openTestDatabase();
  const matching = openMatchingBench();
  const me = () => actingAs(database.orm);
  await takeIn(me());
  return {
    ...{ database, matching, me },
    job: (noteDefect = raise) => ({
      ...{ orm: database.orm, matching, reference: me().reference, now: () => new Date(), today: me().today },
      noteDefect,
    }),
    async asked(request) {
      const decision = await startDiscovery(me(), request);
      if (!decision.accepted) throw new Error(JSON.stringify(decision.problems));
      return decision.change.discoveryId;
    },
    async answerOf(id) {
      const page = await findDiscoveryPage(me(), id);
      return page?.stored ? answerPage(me(), page.stored) : undefined;
    },
    async close() {
      await matching.close();
      await database.close();
    },
  };
}

async function takeIn(me: TestContext): Promise<void> {
  const read = await importBusinesses(me, { name: "list.csv", bytes: Buffer.from(LIST) });
  if (!read.accepted || read.change.preview.problems.length > 0) throw new Error("The list of the tests was refused.");
  await applyImport(me, read.change.importId, { skipRefused: false });
}

function raise(defect: unknown): never {
  throw defect;
}
