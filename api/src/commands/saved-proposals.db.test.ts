import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NotFoundError } from "#domain/errors.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { DiscoveryRecord } from "#persistence/discovery-record.ts";
import { ProposalRecord } from "#persistence/proposal-record.ts";
import { listCandidateMarks } from "#queries/candidate-marks.ts";
import { scoreByKeptQuestion } from "#queries/kept-score.ts";
import { changesSinceKept, scoreNow } from "#queries/proposal-changes.ts";
import { exportSavedProposals } from "#queries/saved-proposal-export.ts";
import {
  findSavedProposalPage,
  listProposalEvents,
  listSavedProposals,
  type ProposalListRequest,
} from "#queries/saved-proposal-pages.ts";
import { actingAs, knownBusinesses, TOKUSHIMA } from "../../test/acting.ts";
import { answeredRun, keptBy } from "../../test/candidates.ts";
import { openTestDatabase, type TestDatabase } from "../../test/test-database.ts";
import { dismissProposal } from "./dismiss-proposal.ts";
import { saveBusiness } from "./save-business.ts";
import { saveProposal } from "./save-proposal.ts";
import { noteProposal, renameProposal, restoreProposal, takeBackProposal } from "./work-on-proposal.ts";

let database: TestDatabase;
let shops: string[] = [];
beforeAll(async () => {
  database = await openTestDatabase();
  shops = await knownBusinesses(database.orm, ["甲製麺", "乙製粉", "丙商店", "丁醸造"]);
});
afterAll(() => database.close());

const me = () => actingAs(database.orm);
const shop = (index: number) => shops[index] ?? "";
const anyPage = { first: 50, after: undefined };

const runOf = (...candidates: readonly (readonly string[])[]) => answeredRun(me, candidates);

async function pageOf(id: string) {
  const page = await findSavedProposalPage(me(), id);
  if (!page) throw new Error("It is gone.");
  return page;
}

async function seen(id: string) {
  return { id, version: (await pageOf(id)).version };
}

async function history(id: string) {
  const { edges } = await listProposalEvents(me(), id, anyPage);
  return edges.map(({ node }) => node.sentence);
}

async function namesIn(request: ProposalListRequest): Promise<string[]> {
  const { edges } = await listSavedProposals(me(), request, anyPage);
  return edges.map(({ node }) => node.name);
}

describe("a candidate that was found", () => {
  it("is saved once with its analysis, however often it is saved", async () => {
    const discoveryId = await runOf(shops.slice(0, 2));
    const id = await keptBy(saveProposal(me(), { discoveryId, rank: 1 }, "台所の二軒"));
    const again = await runOf([shop(1), shop(0)]);
    expect(await keptBy(saveProposal(me(), { discoveryId: again, rank: 1 }, "別の名"))).toBe(id);
    const both = { discoveryId, memberIds: [shop(1), shop(0), shop(1)] };
    expect(await keptBy(saveProposal(me(), both, "別の名"))).toBe(id);
    expect(await pageOf(id)).toMatchObject({ name: "台所の二軒", state: "SAVED", rank: 1, memberCount: 2, version: 1 });
    expect(await pageOf(id)).toMatchObject({ formName: "事業協同組合", foundersMin: 4 });
    expect(await history(id)).toEqual(["保存しました。"]);
  });

  it("is saved once, though two save it in one moment", async () => {
    const discoveryId = await runOf([shop(1), shop(3)]);
    const candidate = { discoveryId, rank: 1 };
    const [one, other] = await Promise.all([
      keptBy(saveProposal(me(), candidate, "一")),
      keptBy(saveProposal(me(), candidate, "二")),
    ]);
    expect(one).toBe(other);
  });

  it("is dismissed with a reason, marked where it is found again, and brought back as it was: not saved", async () => {
    const discoveryId = await runOf([shop(0), shop(2)], [shop(0), shop(1)]);
    const reason = { reason: "OTHER", note: "去年けんかした" } as const;
    const id = await keptBy(dismissProposal(me(), { discoveryId, rank: 1, name: "二軒" }, reason));
    expect(await pageOf(id)).toMatchObject({ state: "DISMISSED", reasonName: "その他", reasonNote: "去年けんかした" });

    const later = await runOf([shop(2), shop(0)]);
    const { question, answer } = await me().em.findOneOrFail(DiscoveryRecord, { id: later });
    if (!answer) throw new Error("The fixture has no answer.");
    const marks = await listCandidateMarks(me(), { question, answer });
    expect(marks.map(({ rank, proposal }) => [rank, proposal.state])).toEqual([[1, "DISMISSED"]]);

    await restoreProposal(me(), await seen(id));
    expect(await pageOf(id)).toMatchObject({ state: "TAKEN_BACK", reason: null, reasonNote: null });
    expect(await listCandidateMarks(me(), { question, answer })).toEqual([]);
    expect(await history(id)).toEqual(["見送りを取り消しました。", "見送りました（その他）。"]);
    expect(await keptBy(saveProposal(me(), { discoveryId: later, rank: 1 }, "名"))).toBe(id);
    expect((await pageOf(id)).state).toBe("SAVED");
  });

  it("is not there for another federation, nor is its run", async () => {
    const discoveryId = await runOf(shops.slice(0, 3));
    const id = await keptBy(saveProposal(me(), { discoveryId, rank: 1 }, "三軒"));
    const stranger = actingAs(database.orm, { federation: TOKUSHIMA });
    expect(await findSavedProposalPage(stranger, id)).toBeNull();
    await expect(saveProposal(stranger, { discoveryId, rank: 1 }, "名")).rejects.toThrow(NotFoundError);
  });
});

describe("a variant that was put together", () => {
  it("is scored by the question of its run, here and now", async () => {
    const discoveryId = await runOf(shops.slice(0, 2));
    const id = await keptBy(saveProposal(me(), { discoveryId, memberIds: shops }, "四軒"));
    const { question } = await me().em.findOneOrFail(DiscoveryRecord, { id: discoveryId });
    const scored = await scoreByKeptQuestion(me(), question, shops);
    expect(await pageOf(id)).toMatchObject({ rank: null, stored: { proposal: { lower: scored?.proposal.lower } } });
  });

  it("of a business that is not there is not kept", async () => {
    const discoveryId = await runOf(shops.slice(0, 2));
    const [stranger = ""] = await knownBusinesses(database.orm, ["よその店"], TOKUSHIMA);
    const saving = saveProposal(me(), { discoveryId, memberIds: [shop(0), stranger] }, "名");
    await expect(saving).rejects.toThrow(NotFoundError);
  });
});

describe("a saved candidate", () => {
  it("is renamed, noted, dismissed, brought back and taken back, and its history tells it", async () => {
    const discoveryId = await runOf([shop(2), shop(3)]);
    const id = await keptBy(saveProposal(me(), { discoveryId, rank: 1 }, "もと"));
    const stale = await seen(id);
    await renameProposal(me(), stale, "いま");
    await expect(noteProposal(me(), stale, "おそい")).rejects.toThrow("proposal");
    await noteProposal(me(), await seen(id), "来週会う");
    await dismissProposal(me(), await seen(id), { reason: "BAD_TIMING" });
    await restoreProposal(me(), await seen(id));
    await takeBackProposal(me(), await seen(id));
    expect(await history(id)).toEqual([
      "保存を取り消しました。",
      "見送りを取り消しました。",
      "見送りました（時期が合わない）。",
      "メモを残しました。",
      "名前を「いま」に変えました。",
      "保存しました。",
    ]);
    expect(await namesIn({})).not.toContain("いま");
    expect(await namesIn({ state: "TAKEN_BACK" })).toContain("いま");
  });

  it("is found by a business's name, by its own, by its state and by a business in it", async () => {
    const [one = "", other = ""] = await knownBusinesses(database.orm, ["鳴門窯", "祖谷工房"]);
    const discoveryId = await runOf([one, other]);
    await keptBy(saveProposal(me(), { discoveryId, rank: 1 }, "窯と木"));
    expect(await namesIn({ search: "鳴門" })).toEqual(["窯と木"]);
    expect(await namesIn({ search: "窯と" })).toEqual(["窯と木"]);
    expect(await namesIn({ businessId: other })).toEqual(["窯と木"]);
    expect(await namesIn({ search: "鳴門", state: "DISMISSED" })).toEqual([]);
    expect(await namesIn({ search: "100%" })).toEqual([]);
    expect(await namesIn({ search: "窯と", purpose: "SHARED_ORDERS" })).toEqual([]);
    const { rows } = exportSavedProposals(me(), { search: "鳴門" });
    for await (const row of rows) {
      expect(row.slice(0, 3)).toEqual(["窯と木", "共通課題の解決（組合づくり）", "保存した候補"]);
    }
  });

  it("is listed page by page in every order", async () => {
    for (const sort of ["NEWEST", "POINTS", "NAME"] as const) {
      const whole = await listSavedProposals(me(), { sort }, anyPage);
      const read: string[] = [];
      let after: string | undefined;
      do {
        const { edges, pageInfo } = await listSavedProposals(me(), { sort }, { first: 1, after });
        read.push(...edges.map(({ node }) => node.id));
        after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined;
      } while (after !== undefined);
      expect(read).toEqual(whole.edges.map(({ node }) => node.id));
      expect(read.length).toBeGreaterThan(2);
    }
  });

  it("still tells its analysis a year on, what it would be today, and what changed since", async () => {
    const [one = "", other = "", gone = ""] = await knownBusinesses(database.orm, ["春屋", "夏屋", "秋屋"]);
    const discoveryId = await runOf([one, other], [one, gone]);
    const id = await keptBy(
      saveProposal(actingAs(database.orm, { today: "2025-11-21" }), { discoveryId, rank: 1 }, "名"),
    );
    for (const business of [one, other]) {
      const edits = [{ key: "needs", text: "K02:3" }] as const;
      await saveBusiness(me(), { seen: { id: business, version: 1 }, edits: [...edits], source: "owner" });
    }
    // Told, and taken back: nothing came of it.
    for (const [version, text] of [[2, "12"] as const, [3, ""] as const]) {
      const edits = [{ key: "employees", text }] as const;
      await saveBusiness(me(), { seen: { id: one, version }, edits: [...edits], source: "owner" });
    }
    const kept = await me().em.findOneOrFail(ProposalRecord, { id });
    const proposal = { stored: kept.kept, keptAt: kept.keptAt };
    expect((await scoreNow(me(), proposal))?.proposal.coverage).toBeGreaterThan(kept.kept.proposal.coverage);
    const page = await pageOf(id);
    expect(page.stored.proposal.coverage).toBe(kept.kept.proposal.coverage);
    expect(await changesSinceKept(me(), proposal)).toEqual([
      "「夏屋」の課題が変わりました。",
      "「春屋」の課題が変わりました。",
    ]);

    const second = await keptBy(saveProposal(me(), { discoveryId, rank: 2 }, "もう一つ"));
    await me().em.nativeUpdate(BusinessRecord, { id: gone }, { removedAt: new Date() });
    const { stored, keptAt } = await pageOf(second);
    expect(await scoreNow(me(), { stored, keptAt })).toBeNull();
    expect(await changesSinceKept(me(), { stored, keptAt })).toEqual(["「秋屋」は、今は登録されていません。"]);
    expect((await pageOf(second)).members.map(({ name }) => name).sort()).toEqual(["春屋", "秋屋"]);
  });

  it("keeps what happened to it, also from the app role", async () => {
    const { em } = me();
    await expect(em.execute("update proposal_event set note = 'x'")).rejects.toThrow(/permission denied/);
    await expect(em.execute("delete from proposal_event")).rejects.toThrow(/permission denied/);
    await expect(em.execute("delete from proposal_member")).rejects.toThrow(/permission denied/);
  });
});
