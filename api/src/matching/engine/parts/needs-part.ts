import { wholeQuotient } from "../../whole.ts";
import { LEVEL_BITS, LEVEL_MASK, type ListColumn, type Postings } from "../../columns/columns.ts";
import type { Drawing } from "../drawing.ts";
import type { Field } from "../field.ts";
import { entriesOf, POOL_MAX, type OpenSlots, type Pool, type TriedGroup, type WeighedPart } from "../part.ts";

/** Tenths of the points that the most pressing issue in common brings, and the next. */
const [FIRST, SECOND] = [7, 3];

/** Ten tenths times three levels: what makes a thousandth of the answer, the level and the tenths a point. */
const SHARE = 30;

/** Issues of a pool, each counted once a slot, that there is room for at first. */
const ENTRIES_USUAL = POOL_MAX * 16;

const NONE = -1;

/** Points of the two most pressing issues of a group. */
const points = (first: number, second: number, members: number): number =>
  Math.floor((FIRST * first) / (SHARE * members)) + Math.floor((SECOND * second) / (SHARE * members));

/** A candidate's two most pressing issues, and where they stand in the column. */
interface Pressing {
  first: number;
  second: number;
  firstAt: number;
  secondAt: number;
}

/** shared-need: how pressing each issue of the pool is in the group, and how many have it. */
export class NeedsPart implements WeighedPart {
  readonly weight: number;
  private readonly column: ListColumn;
  private readonly answers: Int32Array;
  private readonly needing: Postings;

  // The pool's issues that two of it have, numbered anew; those of a slot lie from slotStart[slot] to slotStart[slot + 1].
  private readonly numberOf: Int32Array;
  private readonly havingInPool: Int32Array;
  private readonly slotStart = new Int32Array(POOL_MAX + 1);
  private issueAt = new Int32Array(ENTRIES_USUAL);
  private pressAt = new Int32Array(ENTRIES_USUAL);
  private numbered = 0;

  // By number: Σ answer · level over the members who have the issue, and how many they are.
  private press = new Int32Array(ENTRIES_USUAL);
  private having = new Int32Array(ENTRIES_USUAL);

  constructor({ columns, needAnswers }: Field, weight: number) {
    const issues = needAnswers.length;
    this.weight = weight;
    this.column = columns.needs;
    this.answers = needAnswers;
    this.needing = columns.needing;
    this.numberOf = new Int32Array(issues).fill(NONE);
    this.havingInPool = new Int32Array(issues);
  }

  private pressAlone(at: number): number {
    const entry = this.column.entry[at] as number;
    return (this.answers[entry >> LEVEL_BITS] as number) * (entry & LEVEL_MASK);
  }

  /** How many candidates have an issue, at any level. */
  private havingIn(issue: number): number {
    const { start } = this.needing;
    return (start[(issue + 1) << LEVEL_BITS] as number) - (start[issue << LEVEL_BITS] as number);
  }

  /** Of the issues that somebody else has too. */
  private pressingOf(candidate: number): Pressing {
    const { start, entry } = this.column;
    const top: Pressing = { first: 0, second: 0, firstAt: NONE, secondAt: NONE };
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
      if (this.havingIn((entry[at] as number) >> LEVEL_BITS) < 2) continue;
      const press = this.pressAlone(at);
      if (press > top.first) {
        top.second = top.first;
        top.secondAt = top.firstAt;
        top.first = press;
        top.firstAt = at;
      } else if (press > top.second) {
        top.second = press;
        top.secondAt = at;
      }
    }
    return top;
  }

  most(candidate: number): number {
    const { first, second } = this.pressingOf(candidate);
    return (FIRST * first + SECOND * second) / SHARE;
  }

  draw(seed: number, drawing: Drawing): void {
    const { firstAt, secondAt } = this.pressingOf(seed);
    this.drawBy(firstAt, FIRST, drawing);
    this.drawBy(secondAt, SECOND, drawing);
  }

  /** As for a group of the two, those whom it presses most first. */
  private drawBy(at: number, tenths: number, drawing: Drawing): void {
    if (at === NONE) return;
    const entry = this.column.entry[at] as number;
    const [issue, mine] = [entry >> LEVEL_BITS, entry & LEVEL_MASK];
    const each = (this.weight * tenths * (this.answers[issue] as number)) / (2 * SHARE);
    for (let theirs = LEVEL_MASK; theirs > 0 && !drawing.isFull; theirs -= 1)
      drawing.drawHolders(this.needing, (issue << LEVEL_BITS) | theirs, each * (mine + theirs));
  }

  lay(pool: Pool): void {
    this.makeRoom(entriesOf(this.column, pool));
    this.countInPool(pool);
    this.numbered = 0;
    let to = 0;
    for (let slot = 0; slot < pool.size; slot += 1) {
      this.slotStart[slot] = to;
      to = this.laySlot(pool.candidates[slot] as number, to);
    }
    this.slotStart[pool.size] = to;
    this.forgetPool(pool);
    this.press.fill(0, 0, this.numbered);
    this.having.fill(0, 0, this.numbered);
  }

  private makeRoom(entries: number): void {
    if (entries <= this.issueAt.length) return;
    this.issueAt = new Int32Array(entries);
    this.pressAt = new Int32Array(entries);
    this.press = new Int32Array(entries);
    this.having = new Int32Array(entries);
  }

  private laySlot(candidate: number, from: number): number {
    const { start, entry } = this.column;
    let to = from;
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
      const issue = (entry[at] as number) >> LEVEL_BITS;
      if ((this.havingInPool[issue] as number) < 2) continue;
      if (this.numberOf[issue] === NONE) {
        this.numberOf[issue] = this.numbered;
        this.numbered += 1;
      }
      this.issueAt[to] = this.numberOf[issue] as number;
      this.pressAt[to] = this.pressAlone(at);
      to += 1;
    }
    return to;
  }

  private countInPool({ size, candidates }: Pool): void {
    const { start, entry } = this.column;
    for (let slot = 0; slot < size; slot += 1) {
      const candidate = candidates[slot] as number;
      for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
        const issue = (entry[at] as number) >> LEVEL_BITS;
        this.havingInPool[issue] = (this.havingInPool[issue] as number) + 1;
      }
    }
  }

  private forgetPool({ size, candidates }: Pool): void {
    const { start, entry } = this.column;
    for (let slot = 0; slot < size; slot += 1) {
      const candidate = candidates[slot] as number;
      for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
        const issue = (entry[at] as number) >> LEVEL_BITS;
        this.havingInPool[issue] = 0;
        this.numberOf[issue] = NONE;
      }
    }
  }

  add(slot: number): void {
    const { press, having, issueAt, pressAt, slotStart } = this;
    for (let at = slotStart[slot] as number; at < (slotStart[slot + 1] as number); at += 1) {
      const issue = issueAt[at] as number;
      press[issue] = (press[issue] as number) + (pressAt[at] as number);
      having[issue] = (having[issue] as number) + 1;
    }
  }

  remove(slot: number): void {
    const { press, having, issueAt, pressAt, slotStart } = this;
    for (let at = slotStart[slot] as number; at < (slotStart[slot + 1] as number); at += 1) {
      const issue = issueAt[at] as number;
      press[issue] = (press[issue] as number) - (pressAt[at] as number);
      having[issue] = (having[issue] as number) - 1;
    }
  }

  /** The two most pressing issues that at least two members have; `firstAt` is the number of the first. */
  private pressingInGroup(): Pressing {
    const { press, having } = this;
    const top: Pressing = { first: 0, second: 0, firstAt: NONE, secondAt: NONE };
    for (let issue = 0; issue < this.numbered; issue += 1) {
      if ((having[issue] as number) < 2) continue;
      const pressing = press[issue] as number;
      if (pressing > top.first) {
        top.second = top.first;
        top.first = pressing;
        top.firstAt = issue;
      } else if (pressing > top.second) top.second = pressing;
    }
    return top;
  }

  low({ size }: TriedGroup): number {
    const { first, second } = this.pressingInGroup();
    return points(first, second, size);
  }

  /** Only the issues of the one who joins change: they are held against the two that press most without it. */
  weigh(group: TriedGroup, open: OpenSlots, worth: Float64Array): void {
    const { press, having, issueAt, pressAt, slotStart, weight } = this;
    const now = this.pressingInGroup();
    const each = 1 / (SHARE * (group.size + 1));
    for (let place = 0; place < open.count; place += 1) {
      const slot = open.slots[place] as number;
      let { first, second, firstAt } = now;
      for (let at = slotStart[slot] as number; at < (slotStart[slot + 1] as number); at += 1) {
        const issue = issueAt[at] as number;
        if (having[issue] === 0) continue;
        const pressing = (press[issue] as number) + (pressAt[at] as number);
        if (issue === firstAt) first = pressing;
        else if (pressing > first) {
          second = first;
          first = pressing;
          firstAt = issue;
        } else if (pressing > second) second = pressing;
      }
      const brought = wholeQuotient(FIRST * first, each) + wholeQuotient(SECOND * second, each);
      worth[slot] = (worth[slot] as number) + weight * brought;
    }
  }
}
