import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Came } from "./engine-under-test.ts";

/**
 * Another thread that searches alone, for the same and among the same, but with nothing shared. What two searches beside each
 * other gain over one after the other is what this machine's second core is good for here and now, in this very work: two
 * cores that are one's two hands, that share what memory gives, or that another machine's work is on, bring less than twice.
 */
export class SecondCore {
  /** What it came to last. */
  groups: readonly Came[] = [];
  private readonly worker: Worker;

  private constructor(worker: Worker) {
    this.worker = worker;
  }

  /** Waits until the thread says that it is up, its businesses laid out. */
  static async open(): Promise<SecondCore> {
    const worker = new Worker(new URL("./second-core-thread.ts", import.meta.url));
    await once(worker, "message");
    return new SecondCore(worker);
  }

  /** Searches there, and nowhere else. */
  readonly alone = (): Promise<void> => this.beside(() => undefined);

  /** Searches there while `here` searches, until both have ended. */
  async beside(here: () => unknown): Promise<void> {
    const done = once(this.worker, "message");
    this.worker.postMessage("search");
    await here();
    [this.groups] = (await done) as [readonly Came[]];
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}
