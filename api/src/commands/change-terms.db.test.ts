import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AccessError } from "#domain/errors.ts";
import { answerDiscovery, type JobContext } from "#jobs/answer-discovery.ts";
import { openMatchingBench, type MatchingBench } from "#jobs/matching-bench.ts";
import { DiscoveryRecord } from "#persistence/discovery-record.ts";
import { findDiscoveryPage } from "#queries/discovery-pages.ts";
import { answerPage } from "#queries/proposal-pages.ts";
import { scoreNow } from "#queries/proposal-changes.ts";
import { findSavedProposalPage } from "#queries/saved-proposal-pages.ts";
import { termsInForce } from "#queries/terms-in-force.ts";
import { listTermsVersions, loadTermsPage, termsTextOf } from "#queries/terms-pages.ts";
import { previewTerms } from "#queries/terms-preview.ts";
import { actingAs, KAGAWA, TOKUSHIMA } from "../../test/acting.ts";
import { openTestDatabase, type TestDatabase } from "../../test/test-database.ts";
import { applyImport } from "./apply-import.ts";
import { restoreTerms, saveTerms } from "./change-terms.ts";
import { importBusinesses } from "./import-businesses.ts";
import { saveProposal } from "./save-proposal.ts";
import { scoreGroup } from "./score-group.ts";
import { startDiscovery } from "./start-discovery.ts";

let database: TestDatabase;
let matching: MatchingBench;

const coordinator = (federation = KAGAWA) => actingAs(database.orm, { federation });
const manager = (federation = KAGAWA) => actingAs(database.orm, { role: "manager", federation });
const anyPage = { first: 50, after: undefined };

/** Ten shops on a line, of which every third might lead. */
const LIST = [
  "管理番号,事業者名,市区町村コード,緯度,経度,課題,まとめ役の意向,従業員数",
  ...Array.from({ length: 10 }, (_, index) => {
    return `${index},事業者${index},37201,${(34.3 + index / 100).toFixed(2)},134.05,K02:3,${index % 3},5`;
  }),
].join("\n");

beforeAll(async () => {
  database = await openTestDatabase();
  matching = openMatchingBench();
  const read = await importBusinesses(coordinator(), { name: "list.csv", bytes: Buffer.from(LIST) });
  if (!read.accepted) throw new Error(JSON.stringify(read.problems));
  await applyImport(coordinator(), read.change.importId, { skipRefused: false });
});
afterAll(async () => {
  await matching.close();
  await database.close();
});

async function answered(): Promise<string> {
  const asked = await startDiscovery(coordinator(), { purpose: "COOPERATIVE" });
  if (!asked.accepted) throw new Error(JSON.stringify(asked.problems));
  return asked.change.discoveryId;
}

async function answer(discoveryId: string): Promise<void> {
  const { reference, today } = coordinator();
  const job: JobContext = {
    ...{ orm: database.orm, matching, reference, now: () => new Date(), today },
    noteDefect: (defect) => {
      throw defect;
    },
  };
  await answerDiscovery(job, { discoveryId, federation: KAGAWA });
}

async function resultOf(id: string) {
  const page = await findDiscoveryPage(coordinator(), id);
  if (!page?.stored) throw new Error("It has no answer.");
  return answerPage(coordinator(), page.stored);
}

/** What a person is told of an answer: the points, part by part, and the words. */
function toldOf({ terms, termsText, scale, proposals }: Awaited<ReturnType<typeof resultOf>>) {
  const told = proposals.map(
    ({ lower, upper, coverage, bandName, components, reasonsFor, reasonsAgainst, unknowns }) => ({
      ...{ lower, upper, coverage, bandName, reasonsFor, reasonsAgainst, unknowns },
      parts: components.map(({ id, weight, low, high, known, sentence }) => ({
        id,
        weight,
        low,
        high,
        known,
        sentence,
      })),
    }),
  );
  return { terms, termsText, scale, told };
}

const weights = (leader: number, nearness: number) => [
  { component: "leader", weight: leader },
  { component: "nearness", weight: nearness },
];
const save = (leader: number, nearness: number, { reason = "近さを重く見る", seen = 0 } = {}) =>
  saveTerms(manager(), { purpose: "COOPERATIVE", weights: weights(leader, nearness) }, { reason, seen });
const seenNow = async () => (await loadTermsPage(manager())).number;

describe("a federation's own terms", () => {
  it("are changed by a manager alone, and seen by coordinators of the own federation", async () => {
    const wanted = { purpose: "COOPERATIVE", weights: weights(12, 20) };
    const change = { reason: "試し", seen: 0 };
    expect(() => saveTerms(coordinator(), wanted, change)).toThrow(AccessError);
    expect(() => restoreTerms(coordinator(), 0, change)).toThrow(AccessError);
    expect(await loadTermsPage(coordinator())).toMatchObject({ number: 0, isShipped: true, viewerCanChange: false });
    expect(await loadTermsPage(manager())).toMatchObject({ viewerCanChange: true, text: "標準の配点（2026-11）" });
    await expect(loadTermsPage(actingAs(database.orm, { role: "operator" }))).rejects.toThrow(AccessError);
  });

  it("keep answers explained by the terms they were made with: the same points, weights and bands", async () => {
    const id = await answered();
    await answer(id);
    const before = await resultOf(id);
    const saved = await saveProposal(coordinator(), { discoveryId: id, rank: 1 }, "候補");
    const waiting = await answered();

    const changed = await saveTerms(
      manager(),
      { purpose: "COOPERATIVE", weights: weights(0, 32), bands: { strong: 95_000, possible: 90_000 } },
      { reason: "近さを重く見る", seen: await seenNow() },
    );
    expect(changed.accepted).toBe(true);

    expect(toldOf(await resultOf(id))).toEqual(toldOf(before));
    // A question that was asked before the change and answered after it has the terms of its asking.
    await answer(waiting);
    const late = await resultOf(waiting);
    expect([late.terms, late.scale]).toEqual([before.terms, before.scale]);
    expect(late.proposals.map(({ lower }) => lower)).toEqual(before.proposals.map(({ lower }) => lower));

    const next = await answered();
    await answer(next);
    const after = await resultOf(next);
    expect(after.terms).toBe("2026-11+37.1");
    expect(after.termsText).toBe("配点 第1版（2026年11月21日、manager of 37：近さを重く見る）");
    expect(after.scale.bands.map(({ from }) => from)).toEqual([95_000, 90_000, 0]);
    expect(after.proposals[0]?.components.find((part) => part.id === "nearness")?.weight).toBe(32);
    expect(after.proposals[0]?.components.map((part) => part.id)).not.toContain("leader");

    const kept = await findSavedProposalPage(coordinator(), saved.accepted ? saved.change.proposalId : "");
    if (!kept) throw new Error("It is gone.");
    expect(kept).toMatchObject({ terms: "2026-11", termsNow: "2026-11+37.1", lower: before.proposals[0]?.lower });
    expect(await termsTextOf(coordinator(), kept.terms)).toBe("標準の配点（2026-11）");
    const now = await scoreNow(coordinator(), kept);
    expect(now?.terms).toBe("2026-11+37.1");
    expect(now?.proposal.components.find((part) => part.id === "nearness")?.weight).toBe(32);

    const ids = kept.stored.proposal.members;
    const scored = await scoreGroup(coordinator(), { purpose: "COOPERATIVE" }, ids);
    expect(scored.accepted && scored.change.scored.lower).toBe(now?.proposal.lower);
  });

  it("show what moves before they are kept, from kept parts, and write nothing", async () => {
    const before = await seenNow();
    const tried = await previewTerms(manager(), { purpose: "COOPERATIVE", weights: weights(0, 32) });
    expect(tried.accepted && tried.change.runs.every(({ movedCount }) => movedCount === 0)).toBe(true);
    const shifted = await previewTerms(manager(), {
      purpose: "COOPERATIVE",
      weights: [...weights(0, 0), { component: "size-likeness", weight: 40 }],
      bands: { strong: 60_000, possible: 40_000 },
    });
    if (!shifted.accepted) throw new Error(JSON.stringify(shifted.problems));
    const [run] = shifted.change.runs;
    expect(run?.bandChangedCount).toBeGreaterThan(0);
    expect(run?.rows[0]?.members[0]).toContain("事業者");
    expect(await seenNow()).toBe(before);
    // Answers given without a leader's weight measured no leader.
    const back = await previewTerms(manager(), { purpose: "COOPERATIVE", weights: weights(20, 12) });
    expect(back.accepted && back.change.unmeasuredCount).toBe(1);
    const elsewhere = await previewTerms(manager(TOKUSHIMA), { purpose: "COOPERATIVE", weights: [] });
    expect(elsewhere).toMatchObject({ accepted: true, change: { runs: [] } });
    const wrong = await previewTerms(manager(), { purpose: "COOPERATIVE", weights: weights(1, 1) });
    expect(wrong).toMatchObject({ accepted: false, problems: [{ code: "TERMS_SUM_NOT_100", field: "weights" }] });
  });

  it("tell two who change them at once of each other: one is kept", async () => {
    const seen = await seenNow();
    const both = await Promise.all([save(2, 30, { seen }), save(3, 29, { seen })]);
    expect(both.filter(({ accepted }) => accepted)).toHaveLength(1);
    expect(both.find(({ accepted }) => !accepted)).toMatchObject({
      problems: [{ code: "TERMS_CHANGED_MEANWHILE", by: "manager of 37", number: seen + 1 }],
    });
  });

  it("go back to an earlier version and to the shipped ones, each as a version of its own, and every one can be read", async () => {
    const first = await restoreTerms(manager(), 1, { reason: "やはり近さ", seen: await seenNow() });
    expect(first.accepted).toBe(true);
    const shipped = await restoreTerms(manager(), 0, { reason: "標準でよい", seen: await seenNow() });
    expect(shipped.accepted).toBe(true);
    expect(await restoreTerms(manager(), 99, { reason: "試し", seen: await seenNow() })).toMatchObject({
      problems: [{ code: "TERMS_NO_SUCH_VERSION", number: 99 }],
    });
    expect(await restoreTerms(manager(), 0, { reason: "", seen: 1 })).toMatchObject({
      problems: [
        { code: "TERMS_CHANGED_MEANWHILE" },
        { code: "TERMS_REASON_MISSING" },
        { code: "TERMS_NOTHING_CHANGED" },
      ],
    });
    const { edges, totalCount } = await listTermsVersions(coordinator(), anyPage);
    expect(totalCount).toBe(4);
    expect(edges.map(({ node }) => [node.number, node.restored, node.isCurrent])).toEqual([
      [4, "標準の配点に戻しました", true],
      [3, "第1版の配点に戻しました", false],
      [2, null, false],
      [1, null, false],
    ]);
    expect(edges[3]?.node.changes).toEqual([
      "共通課題の解決（組合づくり）：所在地の近さ 12→32、まとめ役 20→0",
      "段階の下限：有力 60点→95点、見込みあり 40点→90点",
    ]);
    const inForce = await termsInForce(coordinator());
    expect(inForce).toEqual({ ...coordinator().reference.terms, version: "2026-11+37.4" });
  });

  it("are of one federation: another has its own numbers, and cannot read these", async () => {
    expect(await loadTermsPage(manager(TOKUSHIMA))).toMatchObject({ number: 0, version: "2026-11", isShipped: true });
    expect((await listTermsVersions(coordinator(TOKUSHIMA), anyPage)).totalCount).toBe(0);
    expect(await termsTextOf(coordinator(TOKUSHIMA), "2026-11+37.1")).toBe("標準の配点（2026-11+37.1）");
  });

  it("are never changed or removed by the app", async () => {
    const { em } = manager();
    await expect(em.execute("update terms_version set reason = ''")).rejects.toThrow(/permission denied/);
    await expect(em.execute("delete from terms_version")).rejects.toThrow(/permission denied/);
  });

  it("say so where other terms were shipped since they were decided on", async () => {
    const ctx = manager();
    const later = { ...ctx, reference: { ...ctx.reference, terms: { ...ctx.reference.terms, version: "2027-04" } } };
    expect(await loadTermsPage(later)).toMatchObject({ shippedBefore: "2026-11", version: "2027-04+37.4" });
    expect(await loadTermsPage(ctx)).toMatchObject({ shippedBefore: null });
  });

  it("leave questions explained that were asked before federations had any", async () => {
    const id = await answered();
    await answer(id);
    const record = await coordinator().em.findOneOrFail(DiscoveryRecord, { id });
    const { terms: _held, ...asked } = record.question;
    await coordinator().em.nativeUpdate(DiscoveryRecord, { id }, { question: asked });
    expect((await resultOf(id)).scale.bands.map(({ from }) => from)).toEqual([60_000, 40_000, 0]);
  });
});
