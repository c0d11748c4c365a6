/**
 * How far a group that shares `shared` of its `size` members with another of `otherSize` is past the limit of
 * difference, in quarters of a member: Jaccard ≤ 1/3 is 3 · shared ≤ size + otherSize − shared.
 */
const pastLimit = (shared: number, size: number, otherSize: number): number =>
  Math.max(0, 4 * shared - size - otherSize);

/** Groups already chosen, against which others are held; no two proposals may share more than a third of their union. */
export class Overlaps {
  private readonly sizes: number[] = [];
  private readonly avoidedWith = new Map<number, number[]>();

  /** Adds a group the others have to differ from. */
  avoid(candidates: Iterable<number>): void {
    const place = this.sizes.length;
    let size = 0;
    for (const candidate of candidates) {
      const places = this.avoidedWith.get(candidate);
      if (places === undefined) this.avoidedWith.set(candidate, [place]);
      else places.push(place);
      size += 1;
    }
    this.sizes.push(size);
  }

  /** By how much a group is too like those avoided, summed over them: 0 where it is diverse from each. */
  excess(candidates: Iterable<number>): number {
    const watch = this.watch(0);
    let size = 0;
    for (const candidate of candidates) {
      watch.add(candidate);
      size += 1;
    }
    return watch.excess(size);
  }

  /** Follows a group that changes by one member at a time; below `membersMin` it is judged as if it had grown so far. */
  watch(membersMin: number): OverlapWatch {
    const { sizes, avoidedWith } = this;
    const shared = new Int32Array(sizes.length);
    const change = (candidate: number, by: 1 | -1) => {
      for (const place of avoidedWith.get(candidate) ?? []) shared[place] = (shared[place] as number) + by;
    };
    return {
      add: (candidate) => change(candidate, 1),
      remove: (candidate) => change(candidate, -1),
      excess: (size) => {
        const grown = Math.max(size, membersMin);
        let excess = 0;
        for (let place = 0; place < sizes.length; place += 1) {
          excess += pastLimit(shared[place] as number, grown, sizes[place] as number);
        }
        return excess;
      },
    };
  }
}

/** The overlaps of one changing group. */
export interface OverlapWatch {
  readonly add: (candidate: number) => void;
  readonly remove: (candidate: number) => void;
  /** As of a group, for a group of so many members. */
  readonly excess: (size: number) => number;
}
