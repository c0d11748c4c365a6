import { parentPort, type MessagePort } from "node:worker_threads";
import type { ListRow } from "#domain/business/headers.ts";
import { readListTable, type ListFileReading, type TableChoice } from "./list-table.ts";

/** A file to read, and which of its tables. */
export interface ListTask {
  readonly bytes: Uint8Array;
  readonly choice: TableChoice;
}

/** What the thread is told: a file to read, or that the last rows have arrived. */
export type ThreadOrder = ListTask | "more";

/** What the thread says: some rows, one batch for each order, and at last the reading without its rows. */
export type ThreadMessage = { readonly rows: readonly ListRow[] } | { readonly reading: ListFileReading };

/** Cells handed over at once: receiving them takes the other thread about ten milliseconds. */
const BATCH_CELLS = 20_000;

function* messagesOf(reading: ListFileReading): Generator<ThreadMessage, void> {
  if ("problems" in reading) return yield { reading };
  for (const rows of batchesOf(reading.table.rows)) yield { rows };
  yield { reading: { ...reading, table: { ...reading.table, rows: [] } } };
}

function* batchesOf(rows: readonly ListRow[]): Generator<readonly ListRow[], void> {
  let batch: ListRow[] = [];
  let cells = 0;
  for (const row of rows) {
    batch.push(row);
    cells += row.cells.length;
    if (cells < BATCH_CELLS) continue;
    yield batch;
    batch = [];
    cells = 0;
  }
  yield batch;
}

function serve(port: MessagePort): void {
  let messages: Iterator<ThreadMessage, void> | undefined;
  const follow = async (order: ThreadOrder) => {
    if (order !== "more") messages = messagesOf(await readListTable(order.bytes, order.choice));
    port.postMessage(messages?.next().value);
  };
  port.on("message", (order: ThreadOrder) => void follow(order));
}

if (parentPort !== null) serve(parentPort);
