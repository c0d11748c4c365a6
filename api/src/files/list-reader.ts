import { once } from "node:events";
import { setImmediate, setTimeout as after } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { ImportProblem } from "#domain/business/import-problem.ts";
import type { SetAside } from "#domain/business/set-aside.ts";
import type { ListAnswer, ListTask } from "./list-reading.ts";
import type { UnreadTable } from "./list-table.ts";
import type { ReadItem, ThreadMessage, ThreadOrder } from "./list-thread.ts";

/** What reading one file may take. */
export interface ReadingLimits {
  readonly heapMegabytes: number;
  readonly milliseconds: number;
}

/** Reads files outside the thread that answers people. */
export interface ListReader {
  read(task: ListTask): Promise<ListAnswer | UnreadTable>;
}

/**
 * A workbook of a million cells fits; the same list as a CSV file takes a tenth of the memory and of the time. Reading
 * the longest list we take, 200,000 rows, is some fifteen seconds of work on a machine that has other things to do, too.
 */
const LIMITS: ReadingLimits = { heapMegabytes: 768, milliseconds: 60_000 };

/** How long a thread without work is kept: long enough for a preview and its import, and for a folder of files. */
const IDLE_MILLISECONDS = 10_000;

const TOO_HEAVY: UnreadTable = { problems: [{ code: "FILE_TOO_HEAVY" }] };

/** Opens a reader. One file at a time: two heavy ones side by side would take twice the memory. */
export function openListReader(limits = LIMITS): ListReader {
  let last: Promise<unknown> = Promise.resolve();
  const threads = spareThread(limits.heapMegabytes);
  return {
    read(task) {
      const reading = last.then(async () => {
        const thread = threads.take();
        const answer = await ask(thread, { ...task, bytes: new Uint8Array(task.bytes) }, limits.milliseconds);
        if (answer === TOO_HEAVY) threads.end();
        else threads.putBack();
        return answer;
      });
      last = reading.catch(() => undefined);
      return reading;
    },
  };
}

interface SpareThread {
  take(): Worker;
  putBack(): void;
  end(): void;
}

/** The one thread of a reader: started when needed, forgotten when it ends, ended when idle. */
function spareThread(heapMegabytes: number): SpareThread {
  let spare: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  const start = () => {
    const thread = startThread(heapMegabytes);
    const forget = () => {
      if (spare === thread) spare = undefined;
    };
    return thread.once("error", forget).once("exit", forget);
  };
  const end = () => {
    void spare?.terminate();
    spare = undefined; // at once: a thread that is ending must not be given the next file
  };
  return {
    take() {
      clearTimeout(idle);
      spare ??= start();
      spare.ref();
      return spare;
    },
    putBack() {
      spare?.unref();
      idle = setTimeout(end, IDLE_MILLISECONDS).unref();
    },
    end,
  };
}

/** Without the loaders of the process: Node reads these files as they are, and the thread is ready in half the time. */
function startThread(heapMegabytes: number): Worker {
  return new Worker(new URL("./list-thread.ts", import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
}

/** A thread that gives no answer in time, or ends before it has one, has been given too heavy a file. */
async function ask(thread: Worker, task: ListTask, milliseconds: number): Promise<ListAnswer | UnreadTable> {
  const settled = new AbortController();
  const ended = once(thread, "exit", settled).then(() => TOO_HEAVY);
  const late = after(milliseconds, TOO_HEAVY, settled);
  thread.postMessage(task satisfies ThreadOrder, [task.bytes.buffer as ArrayBuffer]);
  try {
    return await Promise.race([answerOf(thread, settled), ended, late]);
  } catch (error) {
    if (isOutOfMemory(error)) return TOO_HEAVY;
    throw error;
  } finally {
    settled.abort();
  }
}

/** What has arrived of an answer. */
interface Arrived {
  readonly items: ReadItem[];
  readonly told: ImportProblem[];
  readonly setAside: SetAside[];
}

/** Fetches the answer batch by batch: between two of them whoever else waits is answered. */
async function answerOf(thread: Worker, settled: AbortController): Promise<ListAnswer | UnreadTable> {
  const arrived: Arrived = { items: [], told: [], setAside: [] };
  for (;;) {
    const [message] = (await once(thread, "message", settled)) as [ThreadMessage];
    if ("answer" in message) return whole(message.answer, arrived);
    if ("items" in message) arrived.items.push(...message.items);
    else if ("told" in message) arrived.told.push(...message.told);
    else arrived.setAside.push(...message.setAside);
    await setImmediate();
    thread.postMessage("more" satisfies ThreadOrder);
  }
}

function whole(answer: ListAnswer | UnreadTable, { items, told, setAside }: Arrived): ListAnswer | UnreadTable {
  if ("problems" in answer) return answer;
  const read = "entries" in answer.reading ? { entries: items, setAside } : { responses: items };
  return { ...answer, reading: { ...answer.reading, ...read, problems: told } as ListAnswer["reading"] };
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
