import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** Steps of the reckoning: about a tenth of a second. */
export const STEPS = 40_000_000;

/** Numbers it goes through without an order: less than any core's own memory holds. */
const NUMBERS = 4_096;

/** Reckoning that shares nothing with anybody. @returns a number that depends on every step */
export function reckon(steps: number): number {
  const numbers = new Int32Array(NUMBERS);
  let [random, sum] = [1, 0];
  for (let step = 0; step < steps; step += 1) {
    random = (Math.imul(random, 1_103_515_245) + 12_345) | 0;
    const at = (random >>> 8) % NUMBERS;
    numbers[at] = (numbers[at] as number) + (random & 7);
    sum = (sum + (numbers[(at * 7) % NUMBERS] as number)) | 0;
  }
  return sum;
}

/**
 * What a second core of this machine is good for here and now, whatever runs on it: two that are one core's two hands, or
 * that another machine's work is on, bring less than twice as much.
 */
export class SecondCore {
  private readonly worker = new Worker(new URL("./second-core-thread.ts", import.meta.url));

  constructor() {
    this.worker.unref();
  }

  /** Reckons as much as `both` does, alone. */
  readonly alone = (): void => {
    reckon(STEPS);
    reckon(STEPS);
  };

  /** Reckons one half here and one on the second core. */
  readonly both = async (): Promise<void> => {
    const done = once(this.worker, "message");
    this.worker.postMessage("reckon");
    reckon(STEPS);
    await done;
  };
}
