/**
 * How far a group that shares `shared` of its `size` members with another of `otherSize` is past the limit of
 * difference, in quarters of a member: Jaccard ≤ 1/3 is 3 · shared ≤ size + otherSize − shared.
 */
const pastLimit = (shared: number, size: number, otherSize: number): number =>
  Math.max(0, 4 * shared - size - otherSize);

/** Groups in one row of numbers: of each how many members and who. */
export function packedGroups(groups: readonly Int32Array[]): Int32Array {
  return Int32Array.from(groups.flatMap((group) => [group.length, ...group]));
}

/** Groups already chosen, against which others are held; no two proposals may share more than a third of their union. */
export class Overlaps {
  private readonly groups: Int32Array[] = [];
  private readonly sizes: number[] = [];
  private readonly avoidedWith = new Map<number, number[]>();
  /** By group: members it shares with the one that is held against all; 0 between two questions. */
  private readonly sharedWith: number[] = [];

  /** Whether there is nothing to differ from. */
  get isEmpty(): boolean {
    return this.sizes.length === 0;
  }

  /** Adds a group the others have to differ from. */
  avoid(group: Int32Array): void {
    const place = this.sizes.length;
    for (const candidate of group) {
      const places = this.avoidedWith.get(candidate);
      if (places === undefined) this.avoidedWith.set(candidate, [place]);
      else places.push(place);
    }
    this.groups.push(group);
    this.sizes.push(group.length);
    this.sharedWith.push(0);
  }

  /** All of it in one row of numbers, for another thread. */
  packed(): Int32Array {
    return packedGroups(this.groups);
  }

  /** What `packed` packed. */
  static unpacked(packed: Int32Array): Overlaps {
    const overlaps = new Overlaps();
    for (let at = 0; at < packed.length; at += 1 + (packed[at] as number))
      overlaps.avoid(packed.subarray(at + 1, at + 1 + (packed[at] as number)));
    return overlaps;
  }

  /** Whether a group is diverse from each of those avoided. */
  isDiverse(group: Int32Array): boolean {
    const { sharedWith } = this;
    const met: number[] = [];
    for (const candidate of group)
      for (const place of this.avoidedWith.get(candidate) ?? []) {
        if (sharedWith[place] === 0) met.push(place);
        sharedWith[place] = (sharedWith[place] as number) + 1;
      }
    let isDiverse = true;
    for (const place of met) {
      isDiverse &&= pastLimit(sharedWith[place] as number, group.length, this.sizes[place] as number) === 0;
      sharedWith[place] = 0;
    }
    return isDiverse;
  }

  /** Whether somebody may join others without making a group, then of so many members, too like one of those avoided. */
  mayJoin(candidate: number, others: readonly number[], size: number): boolean {
    return (this.avoidedWith.get(candidate) ?? []).every((place) => {
      const group = this.groups[place] as Int32Array;
      const shared = others.filter((other) => group.includes(other)).length + 1;
      return pastLimit(shared, size, group.length) === 0;
    });
  }

  /** Follows a group of some candidates, by their places in the list; below `membersMin` it is judged as if it had grown so far. */
  watch(candidates: Iterable<number>, membersMin: number): OverlapWatch {
    const placesOf = Array.from(candidates, (candidate) => this.avoidedWith.get(candidate) ?? []);
    return new OverlapWatch(placesOf, this.sizes, membersMin);
  }
}

/** The overlaps of one changing group; only groups that share a candidate with it can be too like it. */
export class OverlapWatch {
  /** By candidate: the groups it is in, numbered anew among those met. */
  private readonly groupsOf: readonly (readonly number[])[];
  private readonly membersMin: number;
  /** By number of a group met: its size, and how many of its members are in the group that is followed. */
  private readonly sizes: readonly number[];
  private readonly shared: Int32Array;

  constructor(placesOf: readonly (readonly number[])[], sizes: readonly number[], membersMin: number) {
    const numbers = new Map<number, number>();
    const numberOf = (place: number): number => {
      const known = numbers.get(place) ?? numbers.size;
      numbers.set(place, known);
      return known;
    };
    this.groupsOf = placesOf.map((places) => places.map(numberOf));
    this.membersMin = membersMin;
    this.sizes = [...numbers.keys()].map((place) => sizes[place] as number);
    this.shared = new Int32Array(numbers.size);
  }

  /** Takes a candidate in (1) or lets it go (-1). */
  change(slot: number, by: 1 | -1): void {
    for (const group of this.groupsOf[slot] ?? []) this.shared[group] = (this.shared[group] as number) + by;
  }

  /** As of a group, for one of so many members. */
  excess(size: number): number {
    const grown = Math.max(size, this.membersMin);
    let excess = 0;
    for (let at = 0; at < this.sizes.length; at += 1)
      excess += pastLimit(this.shared[at] as number, grown, this.sizes[at] as number);
    return excess;
  }

  /** What a candidate who joins adds to it; of so many members with the newcomer. */
  added(slot: number, size: number): number {
    const grown = Math.max(size, this.membersMin);
    let added = 0;
    for (const group of this.groupsOf[slot] ?? []) {
      const [shared, otherSize] = [this.shared[group] as number, this.sizes[group] as number];
      added += pastLimit(shared + 1, grown, otherSize) - pastLimit(shared, grown, otherSize);
    }
    return added;
  }
}
