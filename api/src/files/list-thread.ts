import { parentPort, type MessagePort } from "node:worker_threads";
import type { ImportProblem } from "#domain/business/import-problem.ts";
import type { SetAside } from "#domain/business/set-aside.ts";
import { readWhole, type ListAnswer, type ListTask } from "./list-reading.ts";
import type { UnreadTable } from "./list-table.ts";

/** What the thread is told: a file to read, or that the last part has arrived. */
export type ThreadOrder = ListTask | "more";

/** What was read of single rows: entries of businesses, or answers of a survey. */
export type ReadItem = object;

/** What the thread says: some of what it read, one batch for each order, and at last the answer without those. */
export type ThreadMessage =
  | { readonly items: readonly ReadItem[] }
  | { readonly told: readonly ImportProblem[] }
  | { readonly setAside: readonly SetAside[] }
  | { readonly answer: ListAnswer | UnreadTable };

/** Businesses or problems handed over at once: receiving them takes the other thread about ten milliseconds. */
const BATCH = 500;

function* messagesOf(answer: ListAnswer | UnreadTable): Generator<ThreadMessage, void> {
  if ("problems" in answer) return yield { answer };
  const { reading } = answer;
  const items: readonly ReadItem[] = "entries" in reading ? reading.entries : reading.responses;
  for (let at = 0; at < items.length; at += BATCH) yield { items: items.slice(at, at + BATCH) };
  for (let at = 0; at < reading.problems.length; at += BATCH) yield { told: reading.problems.slice(at, at + BATCH) };
  const setAside = "entries" in reading ? reading.setAside : [];
  for (let at = 0; at < setAside.length; at += BATCH) yield { setAside: setAside.slice(at, at + BATCH) };
  const rest = "entries" in reading ? { ...reading, entries: [], setAside: [] } : { ...reading, responses: [] };
  yield { answer: { ...answer, reading: { ...rest, problems: [] } } };
}

function serve(port: MessagePort): void {
  let messages: Iterator<ThreadMessage, void> | undefined;
  const follow = async (order: ThreadOrder) => {
    if (order !== "more") messages = messagesOf(await readWhole(order));
    port.postMessage(messages?.next().value);
  };
  port.on("message", (order: ThreadOrder) => void follow(order));
}

if (parentPort !== null) serve(parentPort);
