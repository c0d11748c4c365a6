import type { EntityManager, MikroORM } from "@mikro-orm/postgresql";
import type { PlainDate } from "#domain/calendar.ts";
import { isUnderWay, UNDER_WAY } from "#domain/job-status.ts";
import type { Reference } from "#files/seeds/reference.ts";
import type { SearchProgress } from "#matching/search-plan.ts";
import type { StoredAnswer } from "#persistence/stored-answer.ts";
import { actingFor } from "#persistence/acting-for.ts";
import { DiscoveryRecord } from "#persistence/discovery-record.ts";
import { findAnsweringRules } from "#queries/never-together.ts";
import type { MatchingBench } from "./matching-bench.ts";
import { withoutPairRule } from "#matching/staff-rules.ts";
import { searchTaskOf } from "./search-task.ts";

/** Milliseconds between two looks at the record: how late a bar moves and a cancelling is heard. */
const LOOK_EVERY_MS = 400;

/** What a job is given by the process that runs it. */
export interface JobContext {
  readonly orm: MikroORM;
  readonly reference: Reference;
  readonly matching: MatchingBench;
  now(): Date;
  today(): PlainDate;
  /** Writes a fault of ours into the log. @returns its number there */
  noteDefect(defect: unknown): string;
}

/** Which question is to be answered, of which federation: the job sees the rows of no other. */
export interface DiscoveryJob {
  readonly discoveryId: string;
  readonly federation: string;
}

/** Answers one question: takes the snapshot, searches, and keeps the answer. Delivered twice, it answers once. */
export async function answerDiscovery(job: JobContext, { discoveryId, federation }: DiscoveryJob): Promise<void> {
  const em = () => actingFor(job.orm, { federation });
  const discovery = await em().findOne(DiscoveryRecord, { id: discoveryId });
  if (!discovery || !isUnderWay(discovery.status)) return;
  await change(em(), discoveryId, { status: "RUNNING" });
  try {
    await searchAndKeep(job, em, discovery);
  } catch (defect) {
    await change(em(), discoveryId, { status: "FAILED", faultId: job.noteDefect(defect), finishedAt: job.now() });
  }
}

async function searchAndKeep(job: JobContext, em: () => EntityManager, discovery: DiscoveryRecord): Promise<void> {
  const { id, question } = discovery;
  const known = await job.matching.layouts.layoutFor(em(), { today: job.today(), mustHave: question.mustHave });
  const rules = await findAnsweringRules({ em: em(), reference: job.reference, today: () => job.today() });
  const task = searchTaskOf(question, known, rules);
  const stop = new AbortController();
  let progress: SearchProgress | undefined;
  const watch = setInterval(() => void lookAt(em(), id, { progress, stop }), LOOK_EVERY_MS);
  try {
    const hand = { signal: stop.signal, onProgress: (latest: SearchProgress) => void (progress = latest) };
    const answer = await job.matching.search(task, hand);
    if (stop.signal.aborted) return;
    if (!answer.accepted) throw new Error(`A checked question was refused: ${JSON.stringify(answer.problems)}`);
    const done = {
      status: "DONE",
      progressPermille: 1000,
      answer: keptAnswer(answer.change),
      finishedAt: job.now(),
    } as const;
    await change(em(), id, done);
  } finally {
    clearInterval(watch);
  }
}

/** The answer as it is kept: that some must not meet leaves no trace in it. */
function keptAnswer(answer: StoredAnswer): StoredAnswer {
  return { ...answer, proposals: answer.proposals.map(withoutPairRule) };
}

/** Writes how far it is, and hears whether somebody cancelled. */
async function lookAt(
  em: EntityManager,
  id: string,
  { progress, stop }: { readonly progress: SearchProgress | undefined; readonly stop: AbortController },
): Promise<void> {
  // A look that fails now is made good by the next one; the search itself goes on.
  const permille = progress ? Math.floor((1000 * progress.done) / Math.max(progress.total, 1)) : 0;
  const running = await change(em, id, { progressPermille: Math.min(permille, 999) }).catch(() => true);
  if (!running) stop.abort();
}

/** Changes a discovery that nobody ended. @returns whether there was one */
async function change(em: EntityManager, id: string, data: Partial<DiscoveryRecord>): Promise<boolean> {
  const changed = await em.nativeUpdate(DiscoveryRecord, { id, status: { $in: UNDER_WAY } }, data);
  return changed > 0;
}
