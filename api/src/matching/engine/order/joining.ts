import type { Bearers } from "./bearers.ts";

/** Bearers who may join a group, in their order and so kind by kind: those of one kind meet the same and lead alike. */
export interface Joining {
  readonly ones: Int32Array;
  readonly kinds: number;
  /** By kind: where its bearers begin; one more says where the last ends. */
  readonly start: Int32Array;
  /** By kind: what its bearers meet, how they lead, and what the units of the first bring, who has most. */
  readonly bits: Int32Array;
  readonly leader: Uint8Array;
  readonly supplies: Float64Array;
}

/** Finds where each kind begins. @param ones bearers in their order */
export function joiningOf({ kind, bits, leader, supplies }: Bearers, ones: Int32Array): Joining {
  const start = new Int32Array(ones.length + 1);
  let kinds = 0;
  for (let at = 0; at < ones.length; at += 1) {
    if (at > 0 && kind[ones[at] as number] === kind[ones[at - 1] as number]) continue;
    start[kinds] = at;
    kinds += 1;
  }
  start[kinds] = ones.length;
  const of = { bits: new Int32Array(kinds), leader: new Uint8Array(kinds), supplies: new Float64Array(kinds) };
  for (let each = 0; each < kinds; each += 1) {
    const first = ones[start[each] as number] as number;
    of.bits[each] = bits[first] as number;
    of.leader[each] = leader[first] as number;
    of.supplies[each] = supplies[first] as number;
  }
  return { ones, kinds, start, ...of };
}
