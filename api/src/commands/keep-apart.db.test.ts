import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NotFoundError } from "#domain/errors.ts";
import { tableFile, type Table } from "#files/table-file.ts";
import { answerDiscovery } from "#jobs/answer-discovery.ts";
import { openMatchingBench, type MatchingBench } from "#jobs/matching-bench.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { DiscoveryRecord } from "#persistence/discovery-record.ts";
import { GroupRecord } from "#persistence/group-record.ts";
import { ProposalRecord } from "#persistence/proposal-record.ts";
import { exportBusinesses } from "#queries/business-export.ts";
import { exportCalls } from "#queries/call-export.ts";
import { exportGroups } from "#queries/group-export.ts";
import { listPairs, listPairsOfBusiness } from "#queries/never-together.ts";
import { scoreNow } from "#queries/proposal-changes.ts";
import { exportProposals } from "#queries/proposal-export.ts";
import { groupProposalPage } from "#queries/proposal-pages.ts";
import { exportSavedProposals } from "#queries/saved-proposal-export.ts";
import { listTimeline } from "#queries/timeline.ts";
import { actingAs, KAGAWA, knownBusinesses, TOKUSHIMA } from "../../test/acting.ts";
import { keptBy } from "../../test/candidates.ts";
import { openTestDatabase, type TestDatabase } from "../../test/test-database.ts";
import { discoverGroups } from "./discover-groups.ts";
import { keepApart, withdrawPair } from "./keep-apart.ts";
import { saveProposal } from "./save-proposal.ts";
import { startDiscovery } from "./start-discovery.ts";
import { startGroup } from "./start-group.ts";
import { tryGroups } from "./try-groups.ts";

let database: TestDatabase;
let matching: MatchingBench;
let shops: string[] = [];
beforeAll(async () => {
  database = await openTestDatabase();
  matching = openMatchingBench();
  shops = await knownBusinesses(database.orm, ["甲", "乙", "丙", "丁", "戊"]);
  for (const [index, id] of shops.entries()) {
    const told = { source: "list", on: me().today() } as const;
    const place = { value: { lat: 34.34 + index / 1000, lon: 134.05 }, ...told };
    const facts = { place, needs: { value: [["K02", 3]] as const, ...told }, leader: { value: 2, ...told } };
    await me().em.nativeUpdate(BusinessRecord, { id }, { facts: facts as never });
  }
});
afterAll(async () => {
  await matching.close();
  await database.close();
});

const me = () => actingAs(database.orm);
const shop = (index: number) => shops[index] ?? "";
const SECRET = "先代からの争い";

async function apart(): Promise<string> {
  const pair = await keepApart(me(), { businessId: shop(0), otherId: shop(1), reason: SECRET });
  if (!pair.accepted) throw new Error(JSON.stringify(pair.problems));
  return pair.change.pairId;
}

async function runNow(): Promise<string> {
  const asked = await startDiscovery(me(), { purpose: "COOPERATIVE" });
  if (!asked.accepted) throw new Error("The fixture was refused.");
  const { discoveryId } = asked.change;
  const { reference, now, today } = me();
  const job = { orm: database.orm, matching, reference, now, today, noteDefect: (defect: unknown) => String(defect) };
  await answerDiscovery(job, { discoveryId, federation: KAGAWA });
  return discoveryId;
}

async function bytesOf(table: Table): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of tableFile(table, "csv")) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}

describe("two who must never be brought together", () => {
  it("are in no group that is found from then on, until it is withdrawn", async () => {
    const both = async () => {
      const found = await discoverGroups({ ...me(), matching }, { purpose: "COOPERATIVE" });
      if (!found.accepted) throw new Error(JSON.stringify(found.problems));
      return found.change.answer.proposals.some(
        ({ members }) => members.includes(shop(0)) && members.includes(shop(1)),
      );
    };
    expect(await both()).toBe(true);
    const pairId = await apart();
    expect(await both()).toBe(false);
    await withdrawPair(me(), pairId, { restore: false });
    expect(await both()).toBe(true);
    await withdrawPair(me(), pairId, { restore: true });
    expect(await both()).toBe(false);
    await withdrawPair(me(), pairId, { restore: false });
  });

  it("are not suggested to each other, not even where the group lacks one to be lawful", async () => {
    const discoveryId = await runNow();
    const suggested = async () => {
      const tried = await tryGroups(me(), { discoveryId, groups: [[shop(0), shop(2), shop(3)]] });
      if (!tried.accepted) throw new Error(JSON.stringify(tried.problems));
      return tried.change.groups[0]?.suggestions.map(({ id }) => id);
    };
    expect(await suggested()).toContain(shop(1));
    const pairId = await apart();
    expect(await suggested()).toEqual([shop(4)]);
    await withdrawPair(me(), pairId, { restore: false });
  });

  it("are told of where somebody puts them into one group, on the screen alone", async () => {
    const discoveryId = await runNow();
    const id = await keptBy(saveProposal(me(), { discoveryId, memberIds: shops }, "五軒"));
    const pairId = await apart();
    const proposal = await me().em.findOneOrFail(ProposalRecord, { id });
    const now = await scoreNow(me(), { stored: proposal.kept, keptAt: proposal.keptAt });
    if (!now) throw new Error("It was not scored.");
    const page = await groupProposalPage(me(), now);
    expect(page.apart).toEqual(["「甲」と「乙」は、会わせないと記録されています。"]);
    expect(page.rules.map(({ id: rule }) => rule)).not.toContain("never-together");
    expect([...page.reasonsAgainst, ...page.unknowns].join()).not.toContain("会わせない");
    await withdrawPair(me(), pairId, { restore: false });
  });

  it("leave no trace in what is kept, in files or in anybody's history", async () => {
    const pairId = await apart();
    const discoveryId = await runNow();
    const { question, answer } = await me().em.findOneOrFail(DiscoveryRecord, { id: discoveryId });
    expect(answer?.proposals.length).toBeGreaterThan(0);
    const proposalId = await keptBy(saveProposal(me(), { discoveryId, memberIds: shops.slice(0, 4) }, "四軒"));
    const { kept } = await me().em.findOneOrFail(ProposalRecord, { id: proposalId });
    const started = await startGroup(me(), {
      ...{ name: "組", purpose: "COOPERATIVE", memberIds: shops.slice(0, 3), proposalId },
    });
    if (!started.accepted) throw new Error(JSON.stringify(started.problems));
    const group = await me().em.findOneOrFail(GroupRecord, { id: started.change.groupId });
    for (const stored of [question, answer, kept, group.proposal]) {
      expect(JSON.stringify(stored)).not.toContain("never");
      expect(JSON.stringify(stored)).not.toContain(SECRET);
    }
    const files = await Promise.all([
      exportProposals(me(), discoveryId).then(bytesOf),
      exportCalls(me(), proposalId).then(bytesOf),
      bytesOf(exportSavedProposals(me(), {})),
      bytesOf(exportGroups(me())),
      exportBusinesses(me(), { filter: {} }).then(({ table }) => bytesOf(table)),
    ]);
    for (const file of files) {
      expect(file.length).toBeGreaterThan(100);
      for (const trace of [SECRET, "会わせない", "同席", "never-together", pairId]) expect(file).not.toContain(trace);
    }
    for (const id of [shop(0), shop(1)]) {
      const { edges } = await listTimeline(me(), id, { first: 50, after: undefined });
      expect(JSON.stringify(edges)).not.toMatch(/会わせない|先代/);
    }
    await withdrawPair(me(), pairId, { restore: false });
  });

  it("stand with the one whose wish it is, not with the other, and with nobody of another federation", async () => {
    const pairId = await apart();
    expect(await listPairsOfBusiness(me(), shop(0))).toMatchObject([{ other: { name: "乙" }, reason: SECRET }]);
    expect(await listPairsOfBusiness(me(), shop(1))).toEqual([]);
    const stranger = actingAs(database.orm, { federation: TOKUSHIMA });
    expect(await listPairs(stranger)).toEqual([]);
    await expect(withdrawPair(stranger, pairId, { restore: false })).rejects.toThrow(NotFoundError);
    const again = await keepApart(me(), { businessId: shop(0), otherId: shop(1), reason: "" });
    expect(again).toMatchObject({ problems: [{ code: "APART_ALREADY" }] });
    await withdrawPair(me(), pairId, { restore: false });
    expect(await listPairs(me())).toEqual([]);
  });
});
