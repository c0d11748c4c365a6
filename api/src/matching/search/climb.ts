import type { Attempt } from "./attempt.ts";

/** What a climb has to respect: sizes, and slots that stay whatever happens. */
export interface ClimbLimits {
  readonly membersMin: number;
  readonly membersMax: number;
  readonly fixedSlots: readonly number[];
}

/** How good a group is while it is put together: first no failed licence, then the lower bound. */
interface Worth {
  readonly failed: number;
  readonly lower: number;
}

/** One change of one member, or of one for another. */
interface Move {
  readonly out: number | undefined;
  readonly in: number | undefined;
}

/** Each round betters the group, so rounds end by themselves; this only guards against a defect. */
const ROUNDS_MAX = 200;

const worthOf = (attempt: Attempt): Worth => ({ failed: attempt.failedLicences(), lower: attempt.lower() });

const isBetter = (a: Worth, b: Worth): boolean => (a.failed !== b.failed ? a.failed < b.failed : a.lower > b.lower);

function worthAfter(attempt: Attempt, move: Move): Worth {
  make(attempt, move);
  const worth = worthOf(attempt);
  make(attempt, { out: move.in, in: move.out });
  return worth;
}

function make(attempt: Attempt, move: Move): void {
  if (move.out !== undefined) attempt.remove(move.out);
  if (move.in !== undefined) attempt.add(move.in);
}

/** The best so far of what it is shown; of equals the first. */
class Best {
  move: Move | undefined;
  worth: Worth | undefined;

  show(move: Move, worth: Worth): void {
    if (this.worth !== undefined && !isBetter(worth, this.worth)) return;
    this.move = move;
    this.worth = worth;
  }
}

function showAdditions(attempt: Attempt, best: Best): void {
  for (let slot = 0; slot < attempt.pool.candidates.length; slot += 1) {
    if (!attempt.mayJoin(slot)) continue;
    const move = { out: undefined, in: slot };
    best.show(move, worthAfter(attempt, move));
  }
}

/** Everyone who may leave, dropped or exchanged for everyone who may then join. */
function showExchanges(attempt: Attempt, limits: ClimbLimits, best: Best): void {
  const members = attempt.group.slots.slice(0, attempt.group.size).sort();
  for (const out of members) {
    if (limits.fixedSlots.includes(out)) continue;
    attempt.remove(out);
    if (attempt.group.size >= limits.membersMin) best.show({ out, in: undefined }, worthOf(attempt));
    for (let slot = 0; slot < attempt.pool.candidates.length; slot += 1) {
      if (slot === out || !attempt.mayJoin(slot)) continue;
      attempt.add(slot);
      best.show({ out, in: slot }, worthOf(attempt));
      attempt.remove(slot);
    }
    attempt.add(out);
  }
}

/** Adds the best next member until there are enough, then as long as it helps. False where there are not enough. */
function grow(attempt: Attempt, { membersMin, membersMax }: ClimbLimits): boolean {
  while (attempt.group.size < membersMax) {
    const best = new Best();
    showAdditions(attempt, best);
    if (best.move === undefined || best.worth === undefined) break;
    if (attempt.group.size >= membersMin && !isBetter(best.worth, worthOf(attempt))) break;
    make(attempt, best.move);
  }
  return attempt.group.size >= membersMin;
}

/**
 * Puts a group together from the slots already in it: greedy growth, then the best addition, dropping or exchange of
 * one member as long as any betters it. False where no group of the asked size, or none that holds every licence, came of it.
 */
export function climb(attempt: Attempt, limits: ClimbLimits): boolean {
  if (!grow(attempt, limits)) return false;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const best = new Best();
    if (attempt.group.size < limits.membersMax) showAdditions(attempt, best);
    showExchanges(attempt, limits, best);
    if (best.move === undefined || best.worth === undefined || !isBetter(best.worth, worthOf(attempt))) break;
    make(attempt, best.move);
  }
  return attempt.failedLicences() === 0;
}
