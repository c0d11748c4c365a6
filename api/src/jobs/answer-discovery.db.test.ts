import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { CLOSED_LINE } from "#domain/business/closed.ts";
import { cancelDiscovery } from "#commands/cancel-discovery.ts";
import { dismissProposal } from "#commands/dismiss-proposal.ts";
import { keepApart, withdrawPair } from "#commands/keep-apart.ts";
import { explainWhyNot } from "#commands/why-not.ts";
import { NotFoundError } from "#domain/errors.ts";
import { whyNotPage } from "#queries/why-not-page.ts";
import { startDiscovery } from "#commands/start-discovery.ts";
import { startGroup } from "#commands/start-group.ts";
import { exportProposals } from "#queries/proposal-export.ts";
import { candidateFinder } from "#matching/columns/find-candidate.ts";
import { loadSnapshot } from "#queries/snapshot.ts";
import { findDiscoveryPage } from "#queries/discovery-pages.ts";
import type { Facts } from "#domain/business/facts.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { openPool } from "#persistence/pool.ts";
import { DiscoveryRecord } from "#persistence/discovery-record.ts";
import { GroupRecord } from "#persistence/group-record.ts";
import { actingAs, KAGAWA, knownBusinesses, TOKUSHIMA } from "../../test/acting.ts";
import { openAnsweredHouse, type AnsweredHouse } from "../../test/answered-house.ts";
import { answerDiscovery, type DiscoveryJob } from "./answer-discovery.ts";
import type { MatchingBench } from "./matching-bench.ts";
import { startWorker } from "./worker.ts";

let house: AnsweredHouse;
beforeAll(async () => void (house = await openAnsweredHouse()));
afterAll(() => house.close());

const defects: unknown[] = [];
const me = () => house.me();
const job = () => house.job((defect) => `number ${defects.push(defect)}`);

const working = () =>
  startWorker(house.database.ownerUrl, { discover: (payload: DiscoveryJob) => answerDiscovery(job(), payload) });

describe("a question", () => {
  it("is answered by a job with groups, reasons and rules in words", async () => {
    const id = await house.asked({ purpose: "COOPERATIVE" });
    expect(await findDiscoveryPage(me(), id)).toMatchObject({ status: "WAITING", stored: null });
    await answerDiscovery(job(), { discoveryId: id, federation: KAGAWA });

    const page = await findDiscoveryPage(me(), id);
    expect(page).toMatchObject({ status: "DONE", progressPermille: 1000, problem: null });
    const best = (await house.answerOf(id))?.proposals[0];
    expect(best?.rank).toBe(1);
    expect(best?.reasonsFor[0]).toContain("人手不足");
    expect(best?.rules.find(({ id: rule }) => rule === "H1")).toMatchObject({ verdict: "PASS" });
    expect(best?.rules.find(({ id: rule }) => rule === "H1")?.sentence).toContain("中小企業等協同組合法第24条第1項");
    expect(best?.unknowns.length).toBeGreaterThan(0);
    const parts = best?.components.map(({ weight, low }) => weight * low) ?? [];
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(best?.lower);
  });

  it("is answered with what stands beside the score: joint businesses, what is there already, and no guess where nothing is loaded", async () => {
    const id = await house.asked({ purpose: "COOPERATIVE" });
    await answerDiscovery(job(), { discoveryId: id, federation: KAGAWA });
    const [best] = (await house.answerOf(id))?.proposals ?? [];
    expect(best?.jointBusinesses.map(({ code }) => code)).toEqual(["B15", "B16"]);
    expect(best?.jointBusinesses[0]?.sentence).toContain("人手不足");
    expect(best).toMatchObject({ existingCooperatives: null, existingGroups: [] });

    const memberIds = best?.members.slice(0, 2).map(({ musubiNumber }) => musubiNumber) ?? [];
    await startGroup(me(), { name: "先にあるグループ", purpose: "COOPERATIVE", memberIds });
    const [again] = (await house.answerOf(id))?.proposals ?? [];
    expect(again?.existingGroups).toMatchObject([{ name: "先にあるグループ", stageName: "発掘", sharedCount: 2 }]);
  });

  it("says of a business where it stands, why, and what would bring it in", async () => {
    const id = await house.asked({ purpose: "COOPERATIVE", top: 1, membersMax: 4 });
    await answerDiscovery(job(), { discoveryId: id, federation: KAGAWA });
    const proposals = (await house.answerOf(id))?.proposals ?? [];
    const inside = proposals[0]?.members[0]?.musubiNumber ?? "";
    const shown = new Set(proposals.flatMap(({ members }) => members.map(({ musubiNumber }) => musubiNumber)));
    const outside = (await me().em.find(BusinessRecord, {})).find(({ id: one }) => !shown.has(one))?.id ?? "";
    const asking = { ...me(), matching: house.matching };
    const explained = async (businessId: string) => {
      const decision = await explainWhyNot(asking, { discoveryId: id, businessId });
      return decision.accepted ? whyNotPage(me(), decision.change) : undefined;
    };
    expect(await explained(inside)).toMatchObject({ ranks: [1], hindrance: null, wayIn: null });
    const told = await explained(outside);
    expect(told).toMatchObject({ ranks: [], business: { musubiNumber: outside } });
    expect(told?.hindrance).toContain("点数");
    expect(told?.best[0]?.members.map(({ musubiNumber }) => musubiNumber)).toContain(outside);
    expect(told?.wayIn?.conditions).toEqual(["まとめ役を引き受けてもよいとなれば"]);
    const elsewhere = actingAs(house.database.orm, { federation: TOKUSHIMA });
    await expect(
      explainWhyNot(
        { ...asking, viewer: elsewhere.viewer, em: elsewhere.em },
        { discoveryId: id, businessId: outside },
      ),
    ).rejects.toThrow(NotFoundError);
  });

  it("goes out with what was asked and what became of each, under the name of its purpose", async () => {
    const id = await house.asked({ purpose: "CROSS_INDUSTRY" });
    await answerDiscovery(job(), { discoveryId: id, federation: KAGAWA });
    const found = { discoveryId: id, rank: 1, name: "今年は忙しい会" };
    expect(await dismissProposal(me(), found, { reason: "BAD_TIMING" })).toMatchObject({ accepted: true });
    const { title, header, rows } = await exportProposals(me(), id);
    expect(title).toBe("連携候補_異業種連携");
    const cells = new Map<string, unknown>();
    for await (const row of rows) {
      header.forEach((name, at) => cells.set(name, row[at]));
      break;
    }
    expect(cells.get("状態")).toBe("見送った候補");
    expect(cells.get("探した条件")).toContain("異業種連携");
  });

  it("goes out with points of 100, and without any where too little is known for a number", async () => {
    const cellsOf = async (purpose: string) => {
      const id = await house.asked({ purpose });
      await answerDiscovery(job(), { discoveryId: id, federation: KAGAWA });
      const first = (await house.answerOf(id))?.proposals[0];
      for await (const row of (await exportProposals(me(), id)).rows) return { first, points: row.slice(2, 4) };
      throw new Error("Nothing went out.");
    };
    const shown = await cellsOf("COOPERATIVE");
    expect(shown.first?.bands).toHaveLength(1);
    expect(shown.points).toEqual([(shown.first?.lower ?? 0) / 1000, (shown.first?.upper ?? 0) / 1000]);
    const hidden = await cellsOf("SHARED_ORDERS");
    expect(hidden.first?.bands).toHaveLength(2);
    expect(hidden.points).toEqual(["", ""]);
  });

  it("about a circle looks at nobody outside it, and refuses one without a middle or a radius", async () => {
    // The businesses lie 111 m apart, one after another to the north of 34.34; the middle of all lies at 34.3445.
    const id = await house.asked({ purpose: "COOPERATIVE", around: { municipality: "37201", km: 0.2 } });
    await answerDiscovery(job(), { discoveryId: id, federation: KAGAWA });
    const names = new Set(
      (await house.answerOf(id))?.proposals.flatMap(({ members }) => members.map(({ name }) => name)),
    );
    expect([...names].sort()).toEqual(["事業者3", "事業者4", "事業者5", "事業者6"]);
    expect((await findDiscoveryPage(me(), id))?.summary).toContain("高松市の中心から0.2km以内の円");

    const refused = await startDiscovery(me(), { purpose: "COOPERATIVE", around: { municipality: "13101", km: 0 } });
    expect(refused.accepted ? [] : refused.problems.map(({ code }) => code)).toEqual([
      "CIRCLE_WITHOUT_PLACE",
      "CIRCLE_OUT_OF_RANGE",
    ]);
  });

  it("about shared orders proposes those who hold the licence for the place", async () => {
    const licences = [["waste-general-collection", "37201"]] as const;
    const id = await house.asked({ purpose: "SHARED_ORDERS", demand: { licences, areas: ["37201"] } });
    await answerDiscovery(job(), { discoveryId: id, federation: KAGAWA });
    const page = await findDiscoveryPage(me(), id);
    const best = (await house.answerOf(id))?.proposals[0];
    const coverage = best?.components.find((component) => component.id === "coverage");
    expect(coverage).toMatchObject({ low: 1000, known: 1000 });
    expect(page?.demand?.areas[0]?.name).toBe("高松市");
  });

  it("says what of an order nobody is known to meet, and of its months the tightest", async () => {
    const licences = [["waste-general-collection", "37201"]] as const;
    const areas = ["37201", "37202"];
    const unitsPerMonth = [500, ...Array<number>(11).fill(1)];
    const id = await house.asked({ purpose: "SHARED_ORDERS", demand: { licences, areas, unitsPerMonth } });
    await answerDiscovery(job(), { discoveryId: id, federation: KAGAWA });
    const best = (await house.answerOf(id))?.proposals[0];
    expect(best?.reasonsAgainst.join()).toContain("丸亀市");
  });

  it("does not count a licence whose term has ended, and counts one that ends today", async () => {
    const { orm } = house.database;
    const today = me().today();
    const held = (until: string) => ({ licences: { value: [{ kind: "inn", until }], source: "list", on: today } });
    for (const [until, expected] of [
      [today, [["inn"]]],
      ["2026-11-20", []],
    ] as const) {
      const [id = ""] = await knownBusinesses(orm, [`宿 ${until}`], TOKUSHIMA);
      const { em } = actingAs(orm, { federation: TOKUSHIMA });
      await em.nativeUpdate(BusinessRecord, { id }, { facts: held(until) as unknown as Facts });
      expect((await loadSnapshot(em, { today, ids: [id] }))[0]?.licences).toEqual(expected);
    }
  });

  it("leaves out those marked as closed, unless they are named", async () => {
    const [open = "", closed = ""] = await knownBusinesses(house.database.orm, ["続く店", "閉めた店"], TOKUSHIMA);
    const { em } = actingAs(house.database.orm, { federation: TOKUSHIMA });
    const note = { value: CLOSED_LINE, source: "list", on: me().today() } as const;
    await em.nativeUpdate(BusinessRecord, { id: closed }, { facts: { note } });
    const inColumns = async (mustHave: readonly string[]) => {
      const { layout } = await house.matching.layouts.layoutFor(em, { today: me().today(), mustHave });
      return [open, closed].filter((id) => candidateFinder(layout)(id) !== undefined);
    };
    expect(await inColumns([])).toEqual([open]);
    expect(await inColumns([closed])).toEqual([open, closed]);
    expect((await loadSnapshot(em, { today: me().today(), ids: [closed] })).map(({ id }) => id)).toEqual([closed]);
  });

  it("that was cancelled before its turn is not answered", async () => {
    const id = await house.asked({ purpose: "COOPERATIVE" });
    await cancelDiscovery(me(), id);
    await answerDiscovery(job(), { discoveryId: id, federation: KAGAWA });
    expect(await findDiscoveryPage(me(), id)).toMatchObject({ status: "CANCELLED", stored: null });
  });

  it("that is delivered twice is answered once", async () => {
    const id = await house.asked({ purpose: "COOPERATIVE" });
    await answerDiscovery(job(), { discoveryId: id, federation: KAGAWA });
    const first = await me().em.findOneOrFail(DiscoveryRecord, { id });
    await answerDiscovery(job(), { discoveryId: id, federation: KAGAWA });
    expect((await me().em.findOneOrFail(DiscoveryRecord, { id })).finishedAt).toEqual(first.finishedAt);
  });

  it("of another federation is not there for a job that names the wrong one", async () => {
    const id = await house.asked({ purpose: "COOPERATIVE" });
    await answerDiscovery(job(), { discoveryId: id, federation: TOKUSHIMA });
    expect(await findDiscoveryPage(me(), id)).toMatchObject({ status: "WAITING" });
  });

  it("that we fail to answer says so with a number to quote", async () => {
    const id = await house.asked({ purpose: "COOPERATIVE" });
    const broken: MatchingBench = { ...house.matching, search: () => Promise.reject(new Error("no thread")) };
    await answerDiscovery({ ...job(), matching: broken }, { discoveryId: id, federation: KAGAWA });
    const page = await findDiscoveryPage(me(), id);
    expect(page).toMatchObject({ status: "FAILED" });
    expect(page?.problem?.message).toContain(`番号 number ${defects.length}`);
  });

  it("is taken from the queue by a worker", async () => {
    const worker = await working();
    try {
      const id = await house.asked({ purpose: "COOPERATIVE", membersMax: 5 });
      await vi.waitFor(async () => expect(await findDiscoveryPage(me(), id)).toMatchObject({ status: "DONE" }), {
        timeout: 20_000,
        interval: 100,
      });
    } finally {
      await worker.stop();
    }
  });

  it("whose worker was killed is taken anew by the next one", async () => {
    const id = await house.asked({ purpose: "COOPERATIVE", membersMax: 6 });
    const owner = openPool(house.database.ownerUrl, 1);
    await owner.query(
      "update graphile_worker._private_jobs set locked_by = 'killed', locked_at = now() - interval '11 minutes', attempts = 1",
    );
    await owner.end();
    const worker = await working();
    try {
      await vi.waitFor(async () => expect(await findDiscoveryPage(me(), id)).toMatchObject({ status: "DONE" }), {
        timeout: 20_000,
        interval: 100,
      });
    } finally {
      await worker.stop();
    }
  });

  it.each([
    [{ purpose: "PARTY" }, "PURPOSE_UNKNOWN"],
    [{ purpose: "COOPERATIVE", membersMin: 9, membersMax: 3 }, "SIZES_OUT_OF_RANGE"],
    [{ purpose: "COOPERATIVE", membersMax: 3, membersMin: 2 }, "FORM_NEEDS_MORE"],
    [{ purpose: "COOPERATIVE", withinKm: 0 }, "BAD_DISTANCE"],
    [{ purpose: "COOPERATIVE", top: 101 }, "TOP_TOO_MANY"],
    [{ purpose: "SHARED_ORDERS", demand: { unitsPerMonth: [1, 2] } }, "UNITS_NOT_TWELVE"],
    [{ purpose: "COOPERATIVE", mustHave: ["00000000-0000-4000-8000-000000000000"] }, "UNKNOWN_BUSINESS"],
  ])("that cannot be answered (%j) is refused before anything runs", async (request, code) => {
    const decision = await startDiscovery(me(), request);
    expect(decision).toMatchObject({ accepted: false, problems: [expect.objectContaining({ code })] });
  });

  it("that asks for somebody outside its district, or for two who must not meet, is refused before anything runs", async () => {
    const [one, other] = await me().em.find(BusinessRecord, {}, { orderBy: { externalId: "asc" }, limit: 2 });
    const mustHave = [one, other].flatMap((business) => business?.id ?? []);
    const refusal = async (district: string) => {
      const decision = await startDiscovery(me(), { purpose: "COOPERATIVE", mustHave, districts: [district] });
      return decision.accepted ? [] : decision.problems;
    };
    const outside = ["事業者0", "事業者1"].map((id) => ({ code: "LEFT_OUT", id, reason: "DISTRICT" }));
    expect(await refusal("37202")).toEqual(outside);
    expect(await refusal("37201")).toEqual([]);

    const kept = await keepApart(me(), { businessId: mustHave[0] ?? "", otherId: mustHave[1] ?? "", reason: "" });
    if (!kept.accepted) throw new Error(JSON.stringify(kept.problems));
    expect(await refusal("37201")).toMatchObject([
      {
        code: "CANNOT_MEET",
        ids: expect.arrayContaining(["事業者0", "事業者1"]) as string[],
        reason: "NEVER_TOGETHER",
      },
    ]);
    await withdrawPair(me(), kept.change.pairId, { restore: false });
    expect(await refusal("37201")).toEqual([]);
  });
});

describe("a group that is started from an answer", () => {
  it("keeps the analysis it was made with, and only with those very members", async () => {
    const discoveryId = await house.asked({ purpose: "COOPERATIVE" });
    await answerDiscovery(job(), { discoveryId, federation: KAGAWA });
    const { answer } = await me().em.findOneOrFail(DiscoveryRecord, { id: discoveryId });
    const memberIds = answer?.proposals[0]?.members ?? [];
    const start = (ids: readonly string[]) =>
      startGroup(me(), { name: "駅前の組", purpose: "COOPERATIVE", memberIds: ids, from: { discoveryId, rank: 1 } });

    await start(memberIds);
    await start(memberIds.slice(1));
    const groups = await me().em.find(GroupRecord, {}, { orderBy: { createdAt: "asc", id: "asc" } });
    const kept = groups.map(({ proposal }) => proposal?.proposal.lower);
    expect(kept).toContain(answer?.proposals[0]?.lower);
    expect(kept).toContain(undefined);
  });
});
