import { KNOWN } from "../columns/columns.ts";
import type { Field } from "./field.ts";
import type { Overlaps, OverlapWatch } from "./overlaps.ts";
import { POOL_MAX, type OpenSlots, type TriedGroup, type WeighedPart } from "./part.ts";
import type { PoolMaker } from "./pool.ts";

/** A pool, and who of it must not meet whom. */
type LaidPool = Pick<PoolMaker, "pool" | "isBarred">;

/** What a broken wish costs, so that no score makes up for it: a licence nobody holds, then being too like another group. */
export const FAILED_LICENCE = 1e12;
const TOO_ALIKE = 1e7;

const NOBODY = -1;

/** Groups examined so far in a search. */
export interface Examined {
  count: number;
}

/** A group being put together from a pool: members come and go, and the worth of every next one is known at once. */
export class Trial {
  readonly group: TriedGroup = { size: 0, slots: new Int32Array(POOL_MAX) };
  readonly open: OpenSlots = { count: 0, slots: new Int32Array(POOL_MAX) };
  /** By slot: what the group is worth with it; of open slots, after `weigh`. */
  readonly worth = new Float64Array(POOL_MAX);
  private readonly isMember = new Uint8Array(POOL_MAX);
  /** By slot: members it must not meet, the one who left last still among them. */
  private readonly barredBy = new Int32Array(POOL_MAX);
  /** Who left last, most often to come back after one look at who could come in its stead. */
  private out = NOBODY;
  private readonly maker: LaidPool;
  private readonly parts: readonly WeighedPart[];
  private readonly licences: LicenceWatch;
  private readonly examined: Examined;
  private differing: OverlapWatch | undefined;

  constructor(
    maker: LaidPool,
    parts: readonly WeighedPart[],
    { field, examined }: { readonly field: Field; readonly examined: Examined },
  ) {
    this.maker = maker;
    this.parts = parts;
    this.examined = examined;
    this.licences = new LicenceWatch(field);
  }

  /** Turns to the pool as it was just made, with nobody in the group. */
  begin(from: Overlaps, membersMin: number): void {
    const { pool } = this.maker;
    this.group.size = 0;
    this.isMember.fill(0);
    this.barredBy.fill(0);
    this.out = NOBODY;
    for (const part of this.parts) part.lay(pool);
    this.licences.lay(pool);
    this.differing = from.isEmpty ? undefined : from.watch(pool.candidates.subarray(0, pool.size), membersMin);
  }

  has(slot: number): boolean {
    return this.isMember[slot] === 1;
  }

  mayJoin(slot: number): boolean {
    if (this.isMember[slot] === 1) return false;
    const byWhoLeft = this.out === NOBODY ? 0 : (this.maker.isBarred[this.out * POOL_MAX + slot] as number);
    return this.barredBy[slot] === byWhoLeft;
  }

  add(slot: number): void {
    for (const part of this.parts) part.add(slot);
    this.licences.change(slot, 1);
    this.differing?.change(slot, 1);
    this.group.slots[this.group.size] = slot;
    this.group.size += 1;
    this.isMember[slot] = 1;
    if (slot === this.out) this.out = NOBODY;
    else {
      this.letGo();
      this.bar(slot, 1);
    }
  }

  remove(slot: number): void {
    const { group } = this;
    const at = group.slots.indexOf(slot);
    group.size -= 1;
    group.slots[at] = group.slots[group.size] as number;
    this.isMember[slot] = 0;
    for (const part of this.parts) part.remove(slot);
    this.licences.change(slot, -1);
    this.differing?.change(slot, -1);
    this.letGo();
    this.out = slot;
  }

  /** Who left does not come back. */
  private letGo(): void {
    if (this.out !== NOBODY) this.bar(this.out, -1);
    this.out = NOBODY;
  }

  private bar(slot: number, by: 1 | -1): void {
    const { isBarred, pool } = this.maker;
    const row = slot * POOL_MAX;
    for (let other = 0; other < pool.size; other += 1)
      this.barredBy[other] = (this.barredBy[other] as number) + by * (isBarred[row + other] as number);
  }

  empty(): void {
    while (this.group.size > 0) this.remove(this.group.slots[this.group.size - 1] as number);
  }

  /** Worth of the group as it stands; the lower bound where nothing is broken. */
  now(): number {
    this.examined.count += 1;
    let worth = 0;
    for (const part of this.parts) worth += part.weight * part.low(this.group);
    return worth - this.licences.failed() * FAILED_LICENCE - (this.differing?.excess(this.group.size) ?? 0) * TOO_ALIKE;
  }

  /** Says of every slot that may join what the group would then be worth. @returns the best of them, of equals the first; -1 where none may */
  weigh(but = NOBODY): number {
    const { open, worth, group, maker } = this;
    open.count = 0;
    for (let slot = 0; slot < maker.pool.size; slot += 1) {
      if (slot === but || !this.mayJoin(slot)) continue;
      open.slots[open.count] = slot;
      open.count += 1;
      worth[slot] = 0;
    }
    if (open.count === 0) return NOBODY;
    this.examined.count += open.count;
    for (const part of this.parts) {
      if (part.weigh === undefined) this.weighByTrying(part);
      else part.weigh(group, open, worth);
    }
    if (this.licences.isAsked || this.differing !== undefined) this.weighWishes();
    let best = open.slots[0] as number;
    for (let at = 1; at < open.count; at += 1) {
      const slot = open.slots[at] as number;
      if ((worth[slot] as number) > (worth[best] as number)) best = slot;
    }
    return best;
  }

  /** What a part's own `weigh` would say, by taking each slot in and letting it go again. */
  private weighByTrying(part: WeighedPart): void {
    const { group, open, worth } = this;
    for (let at = 0; at < open.count; at += 1) {
      const slot = open.slots[at] as number;
      part.add(slot);
      group.slots[group.size] = slot;
      group.size += 1;
      worth[slot] = (worth[slot] as number) + part.weight * part.low(group);
      group.size -= 1;
      part.remove(slot);
    }
  }

  private weighWishes(): void {
    const { open, worth, group, licences, differing } = this;
    const size = group.size + 1;
    const alike = differing?.excess(size) ?? 0;
    for (let at = 0; at < open.count; at += 1) {
      const slot = open.slots[at] as number;
      const excess = alike + (differing?.added(slot, size) ?? 0);
      worth[slot] = (worth[slot] as number) - licences.failedWith(slot) * FAILED_LICENCE - excess * TOO_ALIKE;
    }
  }
}

/** Counts demanded licences that surely nobody in the group holds: none while a member's licences are unknown. */
class LicenceWatch {
  readonly isAsked: boolean;
  private readonly field: Field;
  private readonly from: number;
  private readonly holders: Int32Array;
  private readonly candidateOf = new Int32Array(POOL_MAX);
  private unmet: number;
  private unknown = 0;

  constructor(field: Field) {
    const { demand } = field.question;
    const requirements = demand.requirements?.length ?? 0;
    this.field = field;
    this.from = demand.capabilities.length;
    this.holders = new Int32Array(requirements);
    this.unmet = requirements - this.from;
    this.isAsked = this.unmet > 0;
  }

  lay({ size, candidates }: { readonly size: number; readonly candidates: Int32Array }): void {
    if (!this.isAsked) return;
    this.holders.fill(0);
    this.unmet = this.holders.length - this.from;
    this.unknown = 0;
    this.candidateOf.set(candidates.subarray(0, size));
  }

  private isUnknown(slot: number): boolean {
    return ((this.field.columns.known[this.candidateOf[slot] as number] as number) & KNOWN.licences) === 0;
  }

  change(slot: number, by: 1 | -1): void {
    if (!this.isAsked) return;
    const { start, entry } = this.field.met.able;
    const candidate = this.candidateOf[slot] as number;
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
      const wish = entry[at] as number;
      if (wish < this.from) continue;
      const before = this.holders[wish] as number;
      this.holders[wish] = before + by;
      if (before === 0) this.unmet -= 1;
      else if (before + by === 0) this.unmet += 1;
    }
    if (this.isUnknown(slot)) this.unknown += by;
  }

  failed(): number {
    return this.unknown > 0 ? 0 : this.unmet;
  }

  failedWith(slot: number): number {
    if (!this.isAsked) return 0;
    this.change(slot, 1);
    const failed = this.failed();
    this.change(slot, -1);
    return failed;
  }
}
