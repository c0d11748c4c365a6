import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Paper } from "#words/paper.ts";
import type { PaperAnswer, PaperOrder } from "./paper-process.ts";

/** How long the press is kept ready: somebody who prints one sheet often prints the next. */
const IDLE_MILLISECONDS = 10_000;

const PROCESS = fileURLToPath(new URL("./paper-process.ts", import.meta.url));

let ready: ChildProcess | undefined;
let idle: NodeJS.Timeout | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * Sheets as one PDF, each with its own page numbers. They are set in a process of its own, which is there only while
 * somebody prints: the hundred megabytes it takes are given back to the last byte, which those of a thread are not, and
 * a fault in native code does not end the server. One order after the other.
 */
export function paperPdf(papers: readonly Paper[]): Promise<Uint8Array> {
  const printing = last.then(() => print(papers));
  last = printing.catch(() => undefined);
  return printing;
}

async function print(papers: readonly Paper[]): Promise<Uint8Array> {
  const press = takePress();
  const settled = new AbortController();
  const ended = once(press, "exit", settled).then(() => ({ fault: "the process ended" }));
  const answered = once(press, "message", settled).then(([answer]) => answer as PaperAnswer);
  press.send({ papers } satisfies PaperOrder);
  try {
    const answer = await Promise.race([answered, ended]);
    if ("pdf" in answer) return answer.pdf;
    throw new Error(`The sheet could not be set: ${answer.fault}`);
  } finally {
    settled.abort();
    putBack(press);
  }
}

function takePress(): ChildProcess {
  clearTimeout(idle);
  ready ??= startPress();
  ready.ref();
  ready.channel?.ref();
  return ready;
}

/** Whoever ends the server need not wait for it: it ends with the channel it is spoken to by. */
function putBack(press: ChildProcess): void {
  press.unref();
  press.channel?.unref();
  idle = setTimeout(endPress, IDLE_MILLISECONDS).unref();
}

/** Without the loaders of the server: Node reads these files as they are. */
function startPress(): ChildProcess {
  const press = fork(PROCESS, { execArgv: ["--no-memory-protection-keys"], serialization: "advanced" });
  const forget = () => {
    if (ready === press) ready = undefined;
  };
  return press.once("error", forget).once("exit", forget);
}

function endPress(): void {
  ready?.kill();
  ready = undefined; // at once: a press that is ending must not be given the next order
}
