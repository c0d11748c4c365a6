/** The least, the middle and the most of some values. */
export interface Spread {
  readonly runs: number;
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

/** What repeated measurements came to. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  const median = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
  return { runs: sorted.length, least: sorted[0] as number, median, most: sorted.at(-1) as number };
}

/** The value that a share of all measured ones does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** The slope of a straight line through points of a doubly logarithmic plane: cost grows as size to this power. */
export function growthExponent(points: readonly (readonly [size: number, cost: number])[]): number {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)] as const);
  const mean = (at: 0 | 1) => logs.reduce((sum, point) => sum + point[at], 0) / logs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const along = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const across = logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return along / across;
}

/** Seconds of one run. */
export async function secondsOf(run: () => unknown): Promise<number> {
  const begun = performance.now();
  await run();
  return (performance.now() - begun) / 1000;
}

/** Runs before those that are measured: so many until the code of every thread is compiled for what it does. */
export const WARM_UPS = 8;

/** Runs to warm up, as an installation is that searches now and then, and then so many times. */
export async function repeated(runs: number, run: () => unknown): Promise<Spread> {
  const [spread] = await repeatedInTurn(runs, [run]);
  return spread as Spread;
}

/**
 * The same of several things that are held against each other: one run of each, then the next of each, so that a machine
 * that is slower for a while is slower for all of them.
 */
export async function repeatedInTurn(runs: number, things: readonly (() => unknown)[]): Promise<readonly Spread[]> {
  for (let at = 0; at < WARM_UPS; at += 1) for (const thing of things) await thing();
  const values = things.map((): number[] => []);
  for (let at = 0; at < runs; at += 1)
    for (const [place, thing] of things.entries()) values[place]?.push(await secondsOf(thing));
  return values.map(spreadOf);
}
