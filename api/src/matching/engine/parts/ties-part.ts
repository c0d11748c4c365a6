import type { ListColumn } from "../../columns/columns.ts";
import type { Drawing } from "../drawing.ts";
import type { Field } from "../field.ts";
import { POOL_MAX, type OpenSlots, type Pool, type TriedGroup, type WeighedPart } from "../part.ts";

/** Ties inside a pool at most, each counted either way, and once more where both name the other. */
const TIES_MAX = 2 * POOL_MAX * POOL_MAX;

const NONE = -1;

const points = (connected: number, members: number): number =>
  connected < 2 ? 0 : Math.floor((1000 * connected) / members);

/** Whether two candidates lie near enough to be in one group. */
export type AreNear = (a: number, b: number) => boolean;

/** ties: the sets of members connected inside the group. */
export class TiesPart implements WeighedPart {
  readonly weight: number;
  private readonly column: ListColumn;
  private readonly areNear: AreNear;

  /** By candidate: its slot, `NONE` outside the pool. */
  private readonly slotOf: Int8Array;

  // Ties by slot: those of a slot lie from slotStart[slot] to slotStart[slot + 1].
  private readonly slotStart = new Int32Array(POOL_MAX + 1);
  private readonly tiedTo = new Int32Array(TIES_MAX);
  private readonly isMember = new Uint8Array(POOL_MAX);
  private tiesInside = 0;

  // Sets of the group as last numbered; one of a single member is a set, too.
  private readonly setOf = new Int32Array(POOL_MAX);
  private readonly sizeOfSet = new Int32Array(POOL_MAX);
  private readonly waiting = new Int32Array(POOL_MAX);

  constructor({ ties }: Field, areNear: AreNear, weight: number) {
    this.weight = weight;
    this.column = ties;
    this.areNear = areNear;
    this.slotOf = new Int8Array(ties.start.length - 1).fill(NONE);
  }

  most(candidate: number): number {
    const { start, entry } = this.column;
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1)
      if (this.areNear(candidate, entry[at] as number)) return 1000;
    return 0;
  }

  drawNamed(seed: number, drawing: Drawing): void {
    const { start, entry } = this.column;
    for (let at = start[seed] as number; at < (start[seed + 1] as number); at += 1)
      drawing.draw(entry[at] as number, 1000 * this.weight);
  }

  lay({ size, candidates }: Pool): void {
    const { slotOf } = this;
    const { start, entry } = this.column;
    this.tiesInside = 0;
    this.isMember.fill(0);
    for (let slot = 0; slot < size; slot += 1) slotOf[candidates[slot] as number] = slot;
    let to = 0;
    for (let slot = 0; slot < size; slot += 1) {
      this.slotStart[slot] = to;
      const candidate = candidates[slot] as number;
      for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
        const other = slotOf[entry[at] as number] as number;
        if (other === NONE) continue;
        this.tiedTo[to] = other;
        to += 1;
      }
    }
    this.slotStart[size] = to;
    for (let slot = 0; slot < size; slot += 1) slotOf[candidates[slot] as number] = NONE;
  }

  add(slot: number): void {
    this.tiesInside += this.tiesOf(slot);
    this.isMember[slot] = 1;
  }

  remove(slot: number): void {
    this.isMember[slot] = 0;
    this.tiesInside -= this.tiesOf(slot);
  }

  /** How many members a slot is tied to. */
  private tiesOf(slot: number): number {
    let count = 0;
    for (let at = this.slotStart[slot] as number; at < (this.slotStart[slot + 1] as number); at += 1)
      count += this.isMember[this.tiedTo[at] as number] as number;
    return count;
  }

  /** Numbers the sets of the group anew. @returns the size of the largest */
  private numberSets({ size, slots }: TriedGroup): number {
    for (let at = 0; at < size; at += 1) this.setOf[slots[at] as number] = NONE;
    let [sets, largest] = [0, 0];
    for (let at = 0; at < size; at += 1) {
      const slot = slots[at] as number;
      if (this.setOf[slot] !== NONE) continue;
      const count = this.tiesInside === 0 ? this.standAlone(slot, sets) : this.spreadFrom(slot, sets);
      this.sizeOfSet[sets] = count;
      sets += 1;
      if (count > largest) largest = count;
    }
    return largest;
  }

  private standAlone(slot: number, set: number): number {
    this.setOf[slot] = set;
    return 1;
  }

  private spreadFrom(first: number, set: number): number {
    const { slotStart, tiedTo, isMember, setOf, waiting } = this;
    let [count, left] = [0, 1];
    waiting[0] = first;
    setOf[first] = set;
    while (left > 0) {
      left -= 1;
      count += 1;
      const slot = waiting[left] as number;
      for (let at = slotStart[slot] as number; at < (slotStart[slot + 1] as number); at += 1) {
        const other = tiedTo[at] as number;
        if (isMember[other] === 0 || setOf[other] !== NONE) continue;
        setOf[other] = set;
        waiting[left] = other;
        left += 1;
      }
    }
    return count;
  }

  /** Members of the sets that a slot would join to one, itself among them. */
  private joinedBy(slot: number): number {
    const { waiting } = this;
    let [count, sets] = [1, 0];
    for (let at = this.slotStart[slot] as number; at < (this.slotStart[slot + 1] as number); at += 1) {
      const other = this.tiedTo[at] as number;
      if (this.isMember[other] === 0) continue;
      const set = this.setOf[other] as number;
      if (waiting.subarray(0, sets).includes(set)) continue;
      waiting[sets] = set;
      sets += 1;
      count += this.sizeOfSet[set] as number;
    }
    return count;
  }

  low(group: TriedGroup): number {
    return this.tiesInside === 0 ? 0 : points(this.numberSets(group), group.size);
  }

  weigh(group: TriedGroup, open: OpenSlots, worth: Float64Array): void {
    const members = group.size + 1;
    const largest = this.numberSets(group);
    const without = points(largest, members);
    for (let place = 0; place < open.count; place += 1) {
      const slot = open.slots[place] as number;
      const connected = this.tiesOf(slot) === 0 ? without : points(Math.max(largest, this.joinedBy(slot)), members);
      worth[slot] = (worth[slot] as number) + this.weight * connected;
    }
  }
}
