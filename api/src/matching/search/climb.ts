import type { Attempt } from "./attempt.ts";

/** What a climb has to respect: sizes, and slots that stay whatever happens. */
export interface ClimbLimits {
  readonly membersMin: number;
  readonly membersMax: number;
  readonly fixedSlots: readonly number[];
  /** Told of every group of the asked size on the way, and of the best neighbours, where no licence is failed. */
  readonly onGroup: (attempt: Attempt, lower: number) => void;
}

/** How good a group is while it is put together: first no failed licence, then different enough, then the lower bound. */
interface Worth {
  readonly failed: number;
  readonly alike: number;
  readonly lower: number;
}

/** One change of one member, or of one for another. */
interface Move {
  readonly out: number | undefined;
  readonly in: number | undefined;
}

/** Each round betters the group, so rounds end by themselves; this only guards against a defect. */
const ROUNDS_MAX = 200;

const worthOf = (attempt: Attempt): Worth => ({
  failed: attempt.failedLicences(),
  alike: attempt.likeness(),
  lower: attempt.lower(),
});

const isBetter = (a: Worth, b: Worth): boolean => {
  if (a.failed !== b.failed) return a.failed < b.failed;
  return a.alike !== b.alike ? a.alike < b.alike : a.lower > b.lower;
};

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

/** Tells of the group as it stands, where it is one to keep. */
function tell(attempt: Attempt, { membersMin, onGroup }: ClimbLimits, { failed, lower }: Worth): void {
  if (failed === 0 && attempt.group.size >= membersMin) onGroup(attempt, lower);
}

/** The best that can come of one member's leaving, alone or for someone else; the group itself is left as it was. */
function bestWithout(attempt: Attempt, out: number, { membersMin }: ClimbLimits): Best {
  const best = new Best();
  attempt.remove(out);
  if (attempt.group.size >= membersMin) best.show({ out, in: undefined }, worthOf(attempt));
  for (let slot = 0; slot < attempt.pool.candidates.length; slot += 1) {
    if (slot === out || !attempt.mayJoin(slot)) continue;
    attempt.add(slot);
    best.show({ out, in: slot }, worthOf(attempt));
    attempt.remove(slot);
  }
  attempt.add(out);
  return best;
}

/**
 * Everyone who may leave, dropped or exchanged for everyone who may then join. The best group without each is told of
 * too: it can be a proposal where the one climbed to is too like another.
 */
function showExchanges(attempt: Attempt, limits: ClimbLimits, best: Best): void {
  const members = attempt.group.slots.slice(0, attempt.group.size).sort();
  for (const out of members) {
    if (limits.fixedSlots.includes(out)) continue;
    const { move, worth } = bestWithout(attempt, out, limits);
    if (move === undefined || worth === undefined) continue;
    best.show(move, worth);
    make(attempt, move);
    tell(attempt, limits, worth);
    make(attempt, { out: move.in, in: move.out });
  }
}

/** Adds the best next member until there are enough, then as long as it helps. False where there are not enough. */
function grow(attempt: Attempt, limits: ClimbLimits): boolean {
  while (attempt.group.size < limits.membersMax) {
    const best = new Best();
    showAdditions(attempt, best);
    if (best.move === undefined || best.worth === undefined) break;
    if (attempt.group.size >= limits.membersMin && !isBetter(best.worth, worthOf(attempt))) break;
    make(attempt, best.move);
    tell(attempt, limits, best.worth);
  }
  return attempt.group.size >= limits.membersMin;
}

/**
 * Puts groups together from the slots already in the attempt: greedy growth, then the best addition, dropping or
 * exchange of one member as long as any betters the group.
 */
export function climb(attempt: Attempt, limits: ClimbLimits): void {
  if (!grow(attempt, limits)) return;
  let now = worthOf(attempt);
  tell(attempt, limits, now);
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const best = new Best();
    if (attempt.group.size < limits.membersMax) showAdditions(attempt, best);
    showExchanges(attempt, limits, best);
    if (best.move === undefined || best.worth === undefined || !isBetter(best.worth, now)) break;
    make(attempt, best.move);
    now = best.worth;
    tell(attempt, limits, now);
  }
}
