import { LEVEL_BITS, LEVEL_MASK, type Columns, type ListColumn, type Postings } from "../../columns/columns.ts";
import type { Drawing } from "../drawing.ts";
import { entriesOf, POOL_MAX, type OpenSlots, type Pool, type TriedGroup, type WeighedPart } from "../part.ts";

/** Points at level 3 of the strongest met want of a member and of the next. */
const [FIRST, SECOND] = [700, 300];

const LEVELS = 3;

/** Wants, and offers, of a pool that there is room for at first. */
const ENTRIES_USUAL = POOL_MAX * 16;

const NONE = -1;

/** complementarity: for each thing wanted in the pool, how many in the group offer it. */
export class WantsPart implements WeighedPart {
  readonly weight: number;
  private readonly seeks: ListColumn;
  private readonly offers: ListColumn;
  private readonly offering: Postings;
  private readonly seeking: Postings;

  // Things wanted in the pool, numbered anew: what each slot wants and offers of them.
  private readonly numberOf: Int32Array;
  private readonly wantStart = new Int32Array(POOL_MAX + 1);
  private wantAt = new Int32Array(ENTRIES_USUAL);
  private levelAt = new Int32Array(ENTRIES_USUAL);
  private ownAt = new Int32Array(ENTRIES_USUAL);
  private readonly offerStart = new Int32Array(POOL_MAX + 1);
  private offerAt = new Int32Array(ENTRIES_USUAL);
  private numbered = 0;

  // By number: members who offer the thing; and 1 where a member wants it and nobody else offers it.
  private suppliers = new Int32Array(ENTRIES_USUAL);
  private isUnmet = new Uint8Array(ENTRIES_USUAL);

  constructor({ seeks, capabilities, offering, seeking }: Columns, weight: number) {
    this.weight = weight;
    this.seeks = seeks;
    this.offers = capabilities;
    this.offering = offering;
    this.seeking = seeking;
    this.numberOf = new Int32Array(offering.start.length >> LEVEL_BITS).fill(NONE);
  }

  /** Whether a candidate offers a thing itself: only another's offer meets a want. */
  private ownOffer(candidate: number, thing: number): 0 | 1 {
    const { start, entry } = this.offers;
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1)
      if ((entry[at] as number) >> LEVEL_BITS === thing) return 1;
    return 0;
  }

  private isOfferedByAnother(candidate: number, thing: number): boolean {
    const { start } = this.offering;
    const offering = (start[(thing + 1) << LEVEL_BITS] as number) - (start[thing << LEVEL_BITS] as number);
    return offering > 1 || (offering === 1 && this.ownOffer(candidate, thing) === 0);
  }

  most(candidate: number): number {
    const { start, entry } = this.seeks;
    let [first, second] = [0, 0];
    // The strongest want stands first: two that can be met are the two that press most.
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number) && second === 0; at += 1) {
      const want = entry[at] as number;
      if (!this.isOfferedByAnother(candidate, want >> LEVEL_BITS)) continue;
      if (first === 0) first = want & LEVEL_MASK;
      else second = want & LEVEL_MASK;
    }
    return (FIRST * first + SECOND * second) / LEVELS;
  }

  /** As for a group of the two: what it offers of one's wants, and what it wants of one's offers, the strongest first. */
  draw(seed: number, drawing: Drawing): void {
    const { seeks, offers } = this;
    const each = (this.weight * FIRST) / (2 * LEVELS);
    for (let at = seeks.start[seed] as number; at < (seeks.start[seed + 1] as number); at += 1) {
      const want = seeks.entry[at] as number;
      const any = want & ~LEVEL_MASK;
      for (let theirs = LEVEL_MASK; theirs > 0; theirs -= 1)
        drawing.drawHolders(this.offering, any | theirs, each * (want & LEVEL_MASK));
    }
    for (let at = offers.start[seed] as number; at < (offers.start[seed + 1] as number); at += 1) {
      if (drawing.isEnough) return;
      const any = (offers.entry[at] as number) & ~LEVEL_MASK;
      for (let theirs = LEVEL_MASK; theirs > 0; theirs -= 1)
        drawing.drawHolders(this.seeking, any | theirs, each * theirs);
    }
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
        this.numberOf[(entry[at] as number) >> LEVEL_BITS] = NONE;
    }
    this.suppliers.fill(0, 0, this.numbered);
  }

  private makeRoom(wants: number, offers: number): void {
    if (offers > this.offerAt.length) this.offerAt = new Int32Array(offers);
    if (wants <= this.wantAt.length) return;
    this.wantAt = new Int32Array(wants);
    this.levelAt = new Int32Array(wants);
    this.ownAt = new Int32Array(wants);
    this.suppliers = new Int32Array(wants);
    this.isUnmet = new Uint8Array(wants);
  }

  private layWants({ size, candidates }: Pool): void {
    const { start, entry } = this.seeks;
    let to = 0;
    for (let slot = 0; slot < size; slot += 1) {
      this.wantStart[slot] = to;
      const candidate = candidates[slot] as number;
      for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
        const want = entry[at] as number;
        const thing = want >> LEVEL_BITS;
        if (this.numberOf[thing] === NONE) {
          this.numberOf[thing] = this.numbered;
          this.numbered += 1;
        }
        this.wantAt[to] = this.numberOf[thing] as number;
        this.levelAt[to] = want & LEVEL_MASK;
        this.ownAt[to] = this.ownOffer(candidate, thing);
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
        const number = this.numberOf[(entry[at] as number) >> LEVEL_BITS] as number;
        if (number === NONE) continue;
        this.offerAt[to] = number;
        to += 1;
      }
    }
    this.offerStart[size] = to;
  }

  add(slot: number): void {
    this.changeOffers(slot, 1);
  }

  remove(slot: number): void {
    this.changeOffers(slot, -1);
  }

  private changeOffers(slot: number, by: 1 | -1): void {
    const { offerStart, offerAt, suppliers } = this;
    for (let at = offerStart[slot] as number; at < (offerStart[slot + 1] as number); at += 1)
      suppliers[offerAt[at] as number] = (suppliers[offerAt[at] as number] as number) + by;
  }

  /**
   * Points of one's met wants, which stand in order, the strongest first.
   * @param inside 1 where it is in the group, so that its own offers are counted there and meet no want of its own
   */
  private pointsOf(slot: number, members: number, inside: 0 | 1): number {
    const { wantStart, wantAt, levelAt, ownAt, suppliers } = this;
    let points = 0;
    let isFirst = true;
    for (let at = wantStart[slot] as number; at < (wantStart[slot + 1] as number); at += 1) {
      if ((suppliers[wantAt[at] as number] as number) <= inside * (ownAt[at] as number)) continue;
      points += Math.floor(((isFirst ? FIRST : SECOND) * (levelAt[at] as number)) / (LEVELS * members));
      if (!isFirst) break;
      isFirst = false;
    }
    return points;
  }

  private pointsOfAll({ size, slots }: TriedGroup, members: number): number {
    let points = 0;
    for (let at = 0; at < size; at += 1) points += this.pointsOf(slots[at] as number, members, 1);
    return points;
  }

  low(group: TriedGroup): number {
    return this.pointsOfAll(group, group.size);
  }

  /** Marks what members want and nobody else in the group offers. */
  private markUnmet({ size, slots }: TriedGroup, mark: 0 | 1): void {
    const { wantStart, wantAt, ownAt, suppliers, isUnmet } = this;
    for (let at = 0; at < size; at += 1) {
      const slot = slots[at] as number;
      for (let want = wantStart[slot] as number; want < (wantStart[slot + 1] as number); want += 1)
        if ((suppliers[wantAt[want] as number] as number) <= (ownAt[want] as number))
          isUnmet[wantAt[want] as number] = mark;
    }
  }

  /** Most who could join offer nothing that a member lacks. */
  private meetsAny(slot: number): boolean {
    const { offerStart, offerAt, isUnmet } = this;
    for (let at = offerStart[slot] as number; at < (offerStart[slot + 1] as number); at += 1)
      if (isUnmet[offerAt[at] as number] === 1) return true;
    return false;
  }

  /** Points of all members with one who joins. */
  private pointsOfAllWith(group: TriedGroup, slot: number): number {
    this.changeOffers(slot, 1);
    const points = this.pointsOfAll(group, group.size + 1);
    this.changeOffers(slot, -1);
    return points;
  }

  weigh(group: TriedGroup, open: OpenSlots, worth: Float64Array): void {
    const members = group.size + 1;
    const without = this.pointsOfAll(group, members);
    this.markUnmet(group, 1);
    for (let place = 0; place < open.count; place += 1) {
      const slot = open.slots[place] as number;
      const points = this.meetsAny(slot) ? this.pointsOfAllWith(group, slot) : without;
      worth[slot] = (worth[slot] as number) + this.weight * (points + this.pointsOf(slot, members, 0));
    }
    this.markUnmet(group, 0);
  }
}
