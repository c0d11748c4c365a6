import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NotFoundError } from "#domain/errors.ts";
import { openMatchingBench, type MatchingBench } from "#jobs/matching-bench.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { completionPage } from "#queries/completion-page.ts";
import { actingAs, knownBusinesses, TOKUSHIMA } from "../../test/acting.ts";
import { openTestDatabase, type TestDatabase } from "../../test/test-database.ts";
import type { DiscoveryRequest } from "./ask-discovery.ts";
import { applyImport } from "./apply-import.ts";
import { completeGroup } from "./complete-group.ts";
import { importBusinesses } from "./import-businesses.ts";

let database: TestDatabase;
let matching: MatchingBench;
const me = () => actingAs(database.orm);

/** Ten shops of one town; only the last can weld. */
const LIST = [
  "管理番号,事業者名,市区町村コード,緯度,経度,強み",
  ...Array.from({ length: 10 }, (_, index) => {
    const skill = index === 9 ? "溶接:2" : "小売:1";
    return `${index},事業者${index},37201,${34.34 + index / 1000},134.05,${skill}`;
  }),
].join("\n");

beforeAll(async () => {
  database = await openTestDatabase();
  matching = openMatchingBench();
  const read = await importBusinesses(me(), { name: "list.csv", bytes: Buffer.from(LIST) });
  if (!read.accepted) throw new Error(JSON.stringify(read.problems));
  await applyImport(me(), read.change.importId, { skipRefused: false });
});
afterAll(async () => {
  await matching.close();
  await database.close();
});

async function lacking(request: DiscoveryRequest) {
  const known = await me().em.find(BusinessRecord, {}, { orderBy: { externalId: "asc" }, limit: 3 });
  const ids = known.map(({ id }) => id);
  const decision = await completeGroup({ ...me(), matching }, request, ids);
  if (!decision.accepted) throw new Error(JSON.stringify(decision.problems));
  return completionPage(me(), decision.change);
}

describe("a group that lacks someone", () => {
  it("is told how many, and by whom it becomes whole", async () => {
    const { missing, failing, completions } = await lacking({ purpose: "COOPERATIVE" });
    expect([missing, failing]).toEqual([["あと1者足りません。"], []]);
    expect(completions).toHaveLength(7);
    expect(completions[0]?.added).toHaveLength(1);
    expect(completions[0]?.proposal.members).toHaveLength(4);
  });

  it("is told the skill nobody has, and the one business that has it", async () => {
    const demand = { capabilities: [["welding", 1]] } as const;
    const { missing, completions } = await lacking({ purpose: "SHARED_ORDERS", demand });
    expect(missing).toEqual([expect.stringMatching(/溶接.*に対応できることが分かっている事業者がいません。$/)]);
    expect(completions.map(({ added }) => added.map(({ name }) => name))).toEqual([["事業者9"]]);
  });

  it("is whole where it has as many as it needs and nothing is demanded", async () => {
    const { missing, completions } = await lacking({ purpose: "SHARED_ORDERS" });
    expect([missing, completions]).toEqual([["足りないものはありません。"], []]);
  });

  it("is not there where one of its businesses is another federation's", async () => {
    const [theirs = ""] = await knownBusinesses(database.orm, ["よその店"], TOKUSHIMA);
    await expect(completeGroup({ ...me(), matching }, { purpose: "COOPERATIVE" }, [theirs])).rejects.toThrow(
      NotFoundError,
    );
  });
});
