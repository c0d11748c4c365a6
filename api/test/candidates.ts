import { startDiscovery } from "#commands/start-discovery.ts";
import type { Decision } from "#domain/decision.ts";
import { DiscoveryRecord } from "#persistence/discovery-record.ts";
import type { StoredAnswer } from "#persistence/stored-answer.ts";
import { scoreByKeptQuestion } from "#queries/kept-score.ts";
import type { TestContext } from "./acting.ts";

/** A run whose candidates are these businesses, in their order, scored by its question. */
export async function answeredRun(me: () => TestContext, candidates: readonly (readonly string[])[]): Promise<string> {
  const asked = await startDiscovery(me(), { purpose: "COOPERATIVE" });
  if (!asked.accepted) throw new Error("The fixture was refused.");
  const id = asked.change.discoveryId;
  const { question } = await me().em.findOneOrFail(DiscoveryRecord, { id });
  const scored = await Promise.all(candidates.map((ids) => scoreByKeptQuestion(me(), question, ids)));
  const proposals = scored.flatMap((one, index) => (one ? [{ rank: index + 1, ...one.proposal }] : []));
  const answer: StoredAnswer = {
    ...({ purpose: "COOPERATIVE", engine: "1", terms: "2026-11", examined: 1, elapsedMs: 1, cutShort: false } as const),
    ...{ snapshot: { businesses: 4, hash: "sha256:0" }, proposals },
  };
  await me().em.nativeUpdate(DiscoveryRecord, { id }, { answer, status: "DONE" });
  return id;
}

/** The proposal a decision kept; a fixture that is refused is a fault of the test. */
export async function keptBy(decision: Promise<Decision<{ readonly proposalId: string }, object>>): Promise<string> {
  const decided = await decision;
  if (!decided.accepted) throw new Error(JSON.stringify(decided.problems));
  return decided.change.proposalId;
}
