import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ProvenanceAnswers } from "#domain/business/provenance.ts";
import { startWorker } from "#jobs/worker.ts";
import { actingFor } from "#persistence/acting-for.ts";
import { BusinessEventRecord } from "#persistence/business-event-record.ts";
import { BusinessImportRecord } from "#persistence/business-import-record.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { openPool } from "#persistence/pool.ts";
import { findImportPage } from "#queries/import-pages.ts";
import { actingAs, KAGAWA, TOKUSHIMA } from "../../test/acting.ts";
import { openTestDatabase, type TestDatabase } from "../../test/test-database.ts";
import { applyImport } from "./apply-import.ts";
import { cancelImport } from "./cancel-import.ts";
import { importBusinesses } from "./import-businesses.ts";
import { reviseImport } from "./revise-import.ts";
import { startImport } from "./start-import.ts";
import { undoImport } from "./undo-import.ts";
import { writeImport, type WritingContext, type WritingJob } from "./write-import.ts";

let database: TestDatabase;
const defects: unknown[] = [];
beforeEach(async () => void (database = await openTestDatabase()));
afterEach(() => database.close());

const me = () => actingAs(database.orm);
const job = (): WritingContext => ({
  ...{ orm: database.orm, reference: me().reference, now: me().now, today: me().today, newId: me().newId },
  noteDefect: (defect) => `number ${defects.push(defect)}`,
});
const PROVENANCE: ProvenanceAnswers = { origin: "MEMBERS", name: "名簿", uses: ["MATCHING"], handOn: "YES" };
const WISHES = { skipRefused: false, provenance: PROVENANCE };

/** More businesses than one statement writes, so that the writing can be looked at on the way. */
const MANY = 2_500;
const LIST = ["管理番号,事業者名", ...Array.from({ length: MANY }, (_, index) => `${index},店${index}`)].join("\n");

async function handIn(text = "管理番号,事業者名,従業員数\n1,うどん本陣,6\n2,さぬき製麺,12\n"): Promise<string> {
  const read = await importBusinesses(me(), { name: "list.csv", bytes: Buffer.from(text) });
  if (!read.accepted) throw new Error(JSON.stringify(read.problems));
  return read.change.importId;
}

async function started(text?: string): Promise<string> {
  const importId = await handIn(text);
  expect(await startImport(me(), importId, WISHES)).toMatchObject({ accepted: true });
  return importId;
}

const work = (importId: string, federation = KAGAWA) => writeImport(job(), { importId, federation });
const page = (importId: string) => findImportPage(me(), importId);
const countBusinesses = () => me().em.count(BusinessRecord);

/** Lets the writing run until it has told of its first businesses, does something, and lets it end. */
async function meanwhile(importId: string, act: () => Promise<unknown>): Promise<void> {
  const working = work(importId);
  await vi.waitFor(async () => expect((await page(importId))?.writtenCount).toBeGreaterThan(0), {
    timeout: 20_000,
    interval: 5,
  });
  await act();
  await working;
}

describe("a list that is taken", () => {
  it("waits for its turn, is written by a job on behalf of whoever asked, and can be undone", async () => {
    const importId = await started();
    expect(await page(importId)).toMatchObject({ status: "WAITING", appliedAt: null, toWriteCount: null });
    expect(await countBusinesses()).toBe(0);
    await work(importId);
    expect(await page(importId)).toMatchObject({
      ...{ status: "APPLIED", appliedBy: "coordinator of 37", writtenCount: 2, toWriteCount: 2 },
      ...{ progressPermille: 1000, isCancelled: false, fault: null },
    });
    const events = await me().em.find(BusinessEventRecord, { causeId: importId });
    expect(events.map(({ actorId }) => actorId)).toEqual([me().viewer.accountId, me().viewer.accountId]);
    expect(await undoImport(me(), importId, "undo")).toMatchObject({ accepted: true });
    expect(await page(importId)).toMatchObject({ status: "UNDONE" });
  });

  it("is refused before anything is asked of the queue, with every reason", async () => {
    const importId = await handIn("事業者名,従業員数\nうどん本陣,たくさん\n");
    const refused = await startImport(me(), importId, { skipRefused: false, provenance: { name: "" } });
    expect(refused.accepted ? [] : refused.problems.map(({ code }) => code)).toContain("IMPORT_HAS_REFUSED_ROWS");
    expect(refused.accepted ? [] : refused.problems.map(({ code }) => code)).toContain("PROVENANCE_ORIGIN_MISSING");
    expect(await page(importId)).toMatchObject({ status: "PREVIEW" });
  });

  it("is one job though it is asked for twice at once, and is written once though it is delivered twice", async () => {
    const importId = await handIn();
    const both = await Promise.all([startImport(me(), importId, WISHES), startImport(me(), importId, WISHES)]);
    expect(both.map(({ accepted }) => accepted)).toEqual([true, true]);
    const owner = openPool(database.ownerUrl, 1);
    const { rows } = await owner.query("select count(*)::int as jobs from graphile_worker.jobs");
    await owner.end();
    expect(rows).toEqual([{ jobs: 1 }]);
    await Promise.all([work(importId), work(importId)]);
    expect(await countBusinesses()).toBe(2);
    expect(await page(importId)).toMatchObject({ status: "APPLIED", fault: null });
    expect(await startImport(me(), importId, WISHES)).toMatchObject({ problems: [{ code: "IMPORT_APPLIED_ALREADY" }] });
  });

  it("tells others how far it is while they see none of it", async () => {
    const importId = await started(LIST);
    await meanwhile(importId, async () => {
      expect(await page(importId)).toMatchObject({ status: "WRITING", toWriteCount: MANY });
      expect(await countBusinesses()).toBe(0);
    });
    expect(await countBusinesses()).toBe(MANY);
  });

  it("is wholly absent once it is cancelled on the way, and can be taken again", async () => {
    const importId = await started(LIST);
    await meanwhile(importId, () => cancelImport(me(), importId));
    expect(await page(importId)).toMatchObject({ status: "PREVIEW", isCancelled: true, fault: null });
    expect(await countBusinesses()).toBe(0);
    expect(await me().em.count(BusinessEventRecord)).toBe(0);
    expect(await page(importId)).toMatchObject({ suggestedProvenance: { ...PROVENANCE } });
    expect(await startImport(me(), importId, WISHES)).toMatchObject({ accepted: true });
    expect(await page(importId)).toMatchObject({ status: "WAITING", isCancelled: false });
    await work(importId);
    expect(await countBusinesses()).toBe(MANY);
  });

  it("is not written where it was cancelled before its turn, and stays written where cancelling came too late", async () => {
    const importId = await started();
    await cancelImport(me(), importId);
    await work(importId);
    expect(await countBusinesses()).toBe(0);
    await startImport(me(), importId, WISHES);
    await work(importId);
    await cancelImport(me(), importId);
    expect(await page(importId)).toMatchObject({ status: "APPLIED", isCancelled: false });
  });

  it("is not read otherwise while it waits, and once it is, its cancelling is no longer told", async () => {
    const importId = await started();
    await expect(reviseImport(me(), importId, { startOver: true })).rejects.toThrow("import");
    await cancelImport(me(), importId);
    await reviseImport(me(), importId, { startOver: true });
    expect(await page(importId)).toMatchObject({ status: "PREVIEW", isCancelled: false });
  });

  it("is compared anew where somebody edits one of its businesses while it is being written", async () => {
    await applyImport(me(), await handIn(LIST), WISHES);
    const changed = LIST.replaceAll(/店(\d+)/g, "屋$1");
    const importId = await started(changed);
    await meanwhile(importId, async () => {
      await me().em.nativeUpdate(BusinessRecord, { externalId: "2499" }, { version: 7 });
    });
    expect(await page(importId)).toMatchObject({ status: "APPLIED" });
    expect(await me().em.findOne(BusinessRecord, { externalId: "2499" })).toMatchObject({ name: "屋2499", version: 8 });
  });

  it("that we fail to write is a preview again, with a number to quote", async () => {
    const importId = await started();
    await me().em.nativeUpdate(BusinessImportRecord, { id: importId }, { content: Buffer.from([0xd0, 0xcf]) });
    await work(importId);
    const failed = await page(importId);
    expect(failed).toMatchObject({ status: "PREVIEW", isCancelled: false });
    expect(failed?.fault?.message).toContain(`番号 number ${defects.length}`);
    expect(await countBusinesses()).toBe(0);
  });

  it("of another federation is not there for a job that names the wrong one, nor for whoever would cancel it", async () => {
    const importId = await started();
    await work(importId, TOKUSHIMA);
    await expect(cancelImport(actingAs(database.orm, { federation: TOKUSHIMA }), importId)).rejects.toThrow();
    expect(await page(importId)).toMatchObject({ status: "WAITING" });
  });

  it("stays in the queue where nothing of another federation may be put there", async () => {
    const importId = await handIn();
    const stranger = actingFor(database.orm, { federation: TOKUSHIMA });
    await expect(stranger.execute("select enqueue_import(?)", [importId])).rejects.toThrow(/no such import/);
  });
});

describe("the queue", () => {
  const working = (kinds: Parameters<typeof startWorker>[1] = {}) =>
    startWorker(database.ownerUrl, { writeImport: (payload: WritingJob) => writeImport(job(), payload), ...kinds });

  async function untilApplied(importId: string): Promise<void> {
    await vi.waitFor(async () => expect(await page(importId)).toMatchObject({ status: "APPLIED" }), {
      ...{ timeout: 20_000, interval: 50 },
    });
  }

  it("lets no list wait for a search that takes long", async () => {
    let endSearch = () => {};
    const search = vi.fn(() => new Promise<void>((resolve) => void (endSearch = resolve)));
    const owner = openPool(database.ownerUrl, 1);
    await owner.query("select graphile_worker.add_job('discover', '{}')");
    const worker = await working({ discover: search });
    try {
      await vi.waitFor(() => expect(search).toHaveBeenCalledTimes(1), { timeout: 20_000, interval: 50 });
      await untilApplied(await started());
    } finally {
      endSearch();
      await worker.stop();
      await owner.end();
    }
  });

  it("hands the list of a killed worker to the next one, and takes none from a worker that lives", async () => {
    const killed = await started();
    const owner = openPool(database.ownerUrl, 2);
    const alive = await owner.connect();
    const take = `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - interval '1 minute'
      where locked_by is null`;
    await owner.query(take, ["killed"]);
    const held = await started("事業者名\nふじ屋\n");
    await owner.query(take, ["alive"]);
    await alive.query("select pg_advisory_lock(hashtext('worker'), hashtext('alive'))");
    const worker = await working();
    try {
      await untilApplied(killed);
      expect(await page(held)).toMatchObject({ status: "WAITING" });
    } finally {
      await worker.stop();
      alive.release(true);
      await owner.end();
    }
  });
});
