import type { Field } from "../field.ts";
import type { Ground, Postings } from "../ground.ts";
import {
  entriesOf,
  POOL_MAX,
  type OpenSlots,
  type Pool,
  type Touch,
  type TriedGroup,
  type WeighedPart,
} from "../part.ts";

/** Points at level 3 of the strongest met want of a member and of the next. */
const [FIRST, SECOND] = [700, 300];

const LEVELS = 3;

/** Wants, and offers, of a pool that there is room for at first. */
const ENTRIES_USUAL = POOL_MAX * 16;

const NONE = -1;

/** For each want, 1 where the candidate offers the very thing itself: only another's offer meets a want. */
function ownOffers({ seeks, offers, skillCount, members }: Field): Uint8Array {
  const isOwn = new Uint8Array(seeks.entry.length);
  const offeredBy = new Int32Array(skillCount).fill(NONE);
  for (let candidate = 0; candidate < members.length; candidate += 1) {
    for (let at = offers.start[candidate] as number; at < (offers.start[candidate + 1] as number); at += 1)
      offeredBy[offers.entry[at] as number] = candidate;
    for (let at = seeks.start[candidate] as number; at < (seeks.start[candidate + 1] as number); at += 1)
      isOwn[at] = offeredBy[seeks.entry[at] as number] === candidate ? 1 : 0;
  }
  return isOwn;
}

/** complementarity: for each thing wanted in the pool, how many in the group offer it and how many want it. */
export class WantsPart implements WeighedPart {
  readonly weight: number;
  private readonly seeks: Field["seeks"];
  private readonly offers: Field["offers"];
  private readonly isOwn: Uint8Array;
  private readonly ground: Ground;
  private readonly offering: Postings;
  private readonly wanting: Postings;
  /** How many candidates offer each thing. */
  private readonly offeringOf: Int32Array;

  // Things wanted in the pool, numbered anew: what each slot wants and offers of them.
  private readonly numberOf: Int32Array;
  private readonly wantStart = new Int32Array(POOL_MAX + 1);
  private wantAt = new Int32Array(ENTRIES_USUAL);
  private levelAt = new Int32Array(ENTRIES_USUAL);
  private ownAt = new Int32Array(ENTRIES_USUAL);
  private readonly offerStart = new Int32Array(POOL_MAX + 1);
  private offerAt = new Int32Array(ENTRIES_USUAL);
  private numbered = 0;

  // By number: members who offer the thing, and who want it.
  private suppliers = new Int32Array(ENTRIES_USUAL);
  private wanters = new Int32Array(ENTRIES_USUAL);

  constructor(field: Field, ground: Ground, weight: number) {
    const { seeks, offers, skillCount } = field;
    this.weight = weight;
    this.seeks = seeks;
    this.offers = offers;
    this.isOwn = ownOffers(field);
    this.ground = ground;
    this.offering = ground.postingsOf(offers, skillCount);
    this.wanting = ground.postingsOf(seeks, skillCount, seeks.level);
    this.offeringOf = new Int32Array(skillCount);
    for (const thing of offers.entry) this.offeringOf[thing] = (this.offeringOf[thing] as number) + 1;
    this.numberOf = new Int32Array(skillCount).fill(NONE);
  }

  most(candidate: number): number {
    const { start, entry, level } = this.seeks;
    let [first, second] = [0, 0];
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
      if ((this.offeringOf[entry[at] as number] as number) <= (this.isOwn[at] as number)) continue;
      const pressing = level[at] as number;
      if (pressing > first) [second, first] = [first, pressing];
      else if (pressing > second) second = pressing;
    }
    return (FIRST * first + SECOND * second) / LEVELS;
  }

  /** As for a group of the two: what it offers of one's wants, and what it wants of one's offers. */
  draw(seed: number, touch: Touch): void {
    const { seeks, offers, ground } = this;
    const each = (this.weight * FIRST) / (2 * LEVELS);
    for (let at = seeks.start[seed] as number; at < (seeks.start[seed + 1] as number); at += 1) {
      const mine = each * (seeks.level[at] as number);
      const visit = (candidate: number) => touch(candidate, mine);
      ground.forEachHolder(this.offering, seeks.entry[at] as number, { around: seed, visit });
    }
    const visit = (candidate: number, theirs: number) => touch(candidate, each * theirs);
    for (let at = offers.start[seed] as number; at < (offers.start[seed + 1] as number); at += 1)
      ground.forEachHolder(this.wanting, offers.entry[at] as number, { around: seed, visit });
  }

  lay(pool: Pool): void {
    this.makeRoom(entriesOf(this.seeks, pool), entriesOf(this.offers, pool));
    this.numbered = 0;
    this.layWants(pool);
    this.layOffers(pool);
    const { start, entry } = this.seeks;
    for (let slot = 0; slot < pool.size; slot += 1) {
      const candidate = pool.candidates[slot] as number;
      for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1)
        this.numberOf[entry[at] as number] = NONE;
    }
    this.suppliers.fill(0, 0, this.numbered);
    this.wanters.fill(0, 0, this.numbered);
  }

  private makeRoom(wants: number, offers: number): void {
    if (offers > this.offerAt.length) this.offerAt = new Int32Array(offers);
    if (wants <= this.wantAt.length) return;
    this.wantAt = new Int32Array(wants);
    this.levelAt = new Int32Array(wants);
    this.ownAt = new Int32Array(wants);
    this.suppliers = new Int32Array(wants);
    this.wanters = new Int32Array(wants);
  }

  private layWants({ size, candidates }: Pool): void {
    const { start, entry, level } = this.seeks;
    let to = 0;
    for (let slot = 0; slot < size; slot += 1) {
      this.wantStart[slot] = to;
      const candidate = candidates[slot] as number;
      for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
        const thing = entry[at] as number;
        if (this.numberOf[thing] === NONE) {
          this.numberOf[thing] = this.numbered;
          this.numbered += 1;
        }
        this.wantAt[to] = this.numberOf[thing] as number;
        this.levelAt[to] = level[at] as number;
        this.ownAt[to] = this.isOwn[at] as number;
        to += 1;
      }
    }
    this.wantStart[size] = to;
  }

  private layOffers({ size, candidates }: Pool): void {
    const { start, entry } = this.offers;
    let to = 0;
    for (let slot = 0; slot < size; slot += 1) {
      this.offerStart[slot] = to;
      const candidate = candidates[slot] as number;
      for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
        const number = this.numberOf[entry[at] as number] as number;
        if (number === NONE) continue;
        this.offerAt[to] = number;
        to += 1;
      }
    }
    this.offerStart[size] = to;
  }

  add(slot: number): void {
    this.change(slot, 1);
  }

  remove(slot: number): void {
    this.change(slot, -1);
  }

  private change(slot: number, by: 1 | -1): void {
    const { offerStart, offerAt, suppliers, wantStart, wantAt, wanters } = this;
    for (let at = offerStart[slot] as number; at < (offerStart[slot + 1] as number); at += 1)
      suppliers[offerAt[at] as number] = (suppliers[offerAt[at] as number] as number) + by;
    for (let at = wantStart[slot] as number; at < (wantStart[slot + 1] as number); at += 1)
      wanters[wantAt[at] as number] = (wanters[wantAt[at] as number] as number) + by;
  }

  /** Points of one member's met wants, which stand in order, the strongest first. */
  private pointsOf(slot: number, members: number): number {
    const { wantStart, wantAt, levelAt, ownAt, suppliers } = this;
    let points = 0;
    let isFirst = true;
    for (let at = wantStart[slot] as number; at < (wantStart[slot + 1] as number); at += 1) {
      if ((suppliers[wantAt[at] as number] as number) <= (ownAt[at] as number)) continue;
      points += Math.floor(((isFirst ? FIRST : SECOND) * (levelAt[at] as number)) / (LEVELS * members));
      if (!isFirst) break;
      isFirst = false;
    }
    return points;
  }

  private pointsOfAll({ size, slots }: TriedGroup, members: number): number {
    let points = 0;
    for (let at = 0; at < size; at += 1) points += this.pointsOf(slots[at] as number, members);
    return points;
  }

  low(group: TriedGroup): number {
    return this.pointsOfAll(group, group.size);
  }

  /** Most who could join neither offer what a member wants nor want what a member offers. */
  private isOfUse(slot: number): boolean {
    const { offerStart, offerAt, suppliers, wantStart, wantAt, wanters } = this;
    for (let at = offerStart[slot] as number; at < (offerStart[slot + 1] as number); at += 1)
      if ((wanters[offerAt[at] as number] as number) > 0) return true;
    for (let at = wantStart[slot] as number; at < (wantStart[slot + 1] as number); at += 1)
      if ((suppliers[wantAt[at] as number] as number) > 0) return true;
    return false;
  }

  weigh(group: TriedGroup, open: OpenSlots, worth: Float64Array): void {
    const members = group.size + 1;
    const without = this.pointsOfAll(group, members);
    for (let place = 0; place < open.count; place += 1) {
      const slot = open.slots[place] as number;
      let points = without;
      if (this.isOfUse(slot)) {
        this.change(slot, 1);
        points = this.pointsOfAll(group, members) + this.pointsOf(slot, members);
        this.change(slot, -1);
      }
      worth[slot] = (worth[slot] as number) + this.weight * points;
    }
  }
}
