import type { ListColumn } from "./columns.ts";
import { sharedCompact, sharedUint32 } from "./shared.ts";

/** Turns ties that one side names into ties of both sides; who names each other is there twice. */
export function tiedBothWays(ties: ListColumn, count: number): ListColumn {
  const start = sharedUint32(count + 1);
  for (let from = 0; from < count; from += 1)
    for (let at = ties.start[from] as number; at < (ties.start[from + 1] as number); at += 1) {
      const to = ties.entry[at] as number;
      start[from + 1] = (start[from + 1] as number) + 1;
      start[to + 1] = (start[to + 1] as number) + 1;
    }
  for (let at = 0; at < count; at += 1) start[at + 1] = (start[at + 1] as number) + (start[at] as number);
  const next = start.slice();
  const entry = sharedCompact(start[count] as number, count);
  const put = (from: number, to: number) => {
    entry[next[from] as number] = to;
    next[from] = (next[from] as number) + 1;
  };
  for (let from = 0; from < count; from += 1)
    for (let at = ties.start[from] as number; at < (ties.start[from + 1] as number); at += 1) {
      const to = ties.entry[at] as number;
      put(from, to);
      put(to, from);
    }
  return { start, entry };
}
