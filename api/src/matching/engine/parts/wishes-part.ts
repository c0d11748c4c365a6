import type { ListColumn, Postings } from "../../columns/columns.ts";
import type { Drawing } from "../drawing.ts";
import { constantPart, POOL_MAX, type OpenSlots, type Pool, type TriedGroup, type WeighedPart } from "../part.ts";
import { share } from "../../whole.ts";

/** What a demand asks, and how many members each wish has room for. */
export interface Wishes {
  /** Which wishes each candidate is known to meet, and who is known to meet each. */
  readonly able: ListColumn;
  readonly holders: Postings;
  /** Undefined where nothing of the kind is asked. */
  readonly asked: readonly unknown[] | undefined;
  /** Members that count for one wish: 1, or 2 where there is to be a second. */
  readonly places: 1 | 2;
  /** Members of a group at most. */
  readonly membersMax: number;
}

/** coverage, redundancy, area-coverage; wishes not asked bring 0, an empty list of them 1000. */
export function wishesPart(wishes: Wishes, weight: number): WeighedPart {
  if (wishes.asked === undefined) return { weight, ...constantPart(0) };
  if (wishes.asked.length === 0) return { weight, ...constantPart(1000) };
  return new WishesPart({ ...wishes, count: wishes.asked.length }, weight);
}

/** Wishes filled by the members able to. */
class WishesPart implements WeighedPart {
  readonly weight: number;
  private readonly able: ListColumn;
  private readonly count: number;
  private readonly places: number;
  private readonly membersMax: number;
  private readonly holders: Postings;
  /** Points of each place of each wish. */
  private readonly shares: Int32Array;
  private readonly filled: Int32Array;
  private readonly candidateOf = new Int32Array(POOL_MAX);
  private points = 0;

  constructor({ able, holders, count, places, membersMax }: Wishes & { readonly count: number }, weight: number) {
    this.weight = weight;
    this.able = able;
    this.count = count;
    this.places = places;
    this.membersMax = membersMax;
    this.holders = holders;
    this.shares = Int32Array.from({ length: count * places }, (_, place) => share(1000, count * places, place + 1));
    this.filled = new Int32Array(count);
  }

  /** Each wish that is met is some member's doing: with n members, its share is n times what it alone could meet. */
  most(candidate: number): number {
    const { start, entry } = this.able;
    let alone = 0;
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
      const first = (entry[at] as number) * this.places;
      // The places of a wish differ by a point at most; which of them a member fills depends on the others.
      alone += Math.max(...this.shares.subarray(first, first + this.places));
    }
    return this.membersMax * alone;
  }

  draw(_seed: number, drawing: Drawing): void {
    const liking = (1000 * this.weight) / this.count;
    for (let wish = 0; wish < this.count; wish += 1) drawing.drawHolders(this.holders, wish, liking);
  }

  lay({ size, candidates }: Pool): void {
    this.points = 0;
    this.filled.fill(0);
    this.candidateOf.set(candidates.subarray(0, size));
  }

  add(slot: number): void {
    this.points += this.gainOf(slot);
    this.change(slot, 1);
  }

  remove(slot: number): void {
    this.change(slot, -1);
    this.points -= this.gainOf(slot);
  }

  private change(slot: number, by: 1 | -1): void {
    const { start, entry } = this.able;
    const candidate = this.candidateOf[slot] as number;
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1)
      this.filled[entry[at] as number] = (this.filled[entry[at] as number] as number) + by;
  }

  private gainOf(slot: number): number {
    const { start, entry } = this.able;
    const candidate = this.candidateOf[slot] as number;
    let gain = 0;
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
      const wish = entry[at] as number;
      const there = this.filled[wish] as number;
      if (there < this.places) gain += this.shares[wish * this.places + there] as number;
    }
    return gain;
  }

  low(_group: TriedGroup): number {
    return this.points;
  }

  weigh(_group: TriedGroup, open: OpenSlots, worth: Float64Array): void {
    for (let place = 0; place < open.count; place += 1) {
      const slot = open.slots[place] as number;
      worth[slot] = (worth[slot] as number) + this.weight * (this.points + this.gainOf(slot));
    }
  }
}
