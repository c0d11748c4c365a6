import { reachFrom } from "#domain/place.ts";
import { ANYWHERE, LEVEL_BITS, LEVEL_MASK, type Layout, type ListColumn, type Postings } from "../columns/columns.ts";
import { sharedUint32, sharedUint8 } from "../columns/shared.ts";
import { placeAmongWords } from "../columns/word-numbers.ts";
import { holdsFor, licencesFor, type DemandedArea, type LicenceWish } from "../demand.ts";
import type { Question } from "../question.ts";
import type { LicenceFact } from "../snapshot.ts";

/** Who is known to be able to do what: by candidate and by wish. */
export interface Wished {
  /** Wishes each candidate is known to meet, by their place in the demand. */
  readonly able: ListColumn;
  /** Those known to meet each wish. */
  readonly holders: Postings;
}

/** What an order asks, and who is known to be able to do it: what `demand.ts` says of one member, for all at once. */
export interface Abilities {
  /** Requirements: capabilities, then licences. */
  readonly met: Wished;
  /** Demanded areas. */
  readonly served: Wished;
  /** By candidate: 1 where it is known to meet at least one requirement, or none is asked. */
  readonly able: Uint8Array;
}

/** Candidates in their order. */
type Holders = Uint32Array;

/** Lays out both ways who meets which wish; holders of a wish come in the order of candidates. */
function wishedBy(holdersOf: readonly Holders[], candidates: number): Wished {
  const start = sharedUint32(candidates + 1);
  if (holdersOf.length === 0) {
    const nobody = sharedUint32(0);
    return { able: { start, entry: nobody }, holders: { start: sharedUint32(1), holder: nobody } };
  }
  for (const holders of holdersOf) for (const one of holders) start[one + 1] = (start[one + 1] as number) + 1;
  for (let at = 0; at < candidates; at += 1) start[at + 1] = (start[at + 1] as number) + (start[at] as number);
  const entry = sharedUint32(start[candidates] as number);
  const next = start.slice();
  const first = sharedUint32(holdersOf.length + 1);
  const holder = sharedUint32(start[candidates] as number);
  let filled = 0;
  holdersOf.forEach((holders, wish) => {
    for (const one of holders) {
      const at = next[one] as number;
      entry[at] = wish;
      next[one] = at + 1;
    }
    holder.set(holders, filled);
    filled += holders.length;
    first[wish + 1] = filled;
  });
  return { able: { start, entry }, holders: { start: first, holder } };
}

/** Both of two growing lists that have nobody in common, as one. */
function merged(a: Holders, b: Holders): Holders {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const both = new Uint32Array(a.length + b.length);
  let [inA, inB] = [0, 0];
  for (let at = 0; at < both.length; at += 1) {
    const isA = inB === b.length || (inA < a.length && (a[inA] as number) < (b[inB] as number));
    both[at] = (isA ? a[inA] : b[inB]) as number;
    if (isA) inA += 1;
    else inB += 1;
  }
  return both;
}

/** Reads the columns for one order. */
class AbilityReader {
  private readonly layout: Layout;
  private readonly question: Question;
  private readonly isEligible: Uint8Array;

  constructor(layout: Layout, question: Question, isEligible: Uint8Array) {
    this.layout = layout;
    this.question = question;
    this.isEligible = isEligible;
  }

  holdersOfCapability(tag: string, level: number): Holders {
    const { columns, words } = this.layout;
    const skill = placeAmongWords(words.skills, tag);
    let holders: Holders = new Uint32Array(0);
    if (skill === undefined) return holders;
    const { start, holder } = columns.offering;
    for (let each = level; each <= LEVEL_MASK; each += 1) {
      const key = (skill << LEVEL_BITS) | each;
      holders = merged(holders, holder.subarray(start[key], start[key + 1]));
    }
    return this.eligible(holders);
  }

  private eligible(holders: Holders): Holders {
    const eligible = new Uint32Array(holders.length);
    let count = 0;
    for (const one of holders) {
      if (this.isEligible[one] === 0) continue;
      eligible[count] = one;
      count += 1;
    }
    return eligible.subarray(0, count);
  }

  private licencesOf(candidate: number): readonly LicenceFact[] {
    const { columns, words } = this.layout;
    const { start, kind, area } = columns.licences;
    const facts: LicenceFact[] = [];
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
      const name = words.licenceKinds[kind[at] as number] as string;
      facts.push(area[at] === ANYWHERE ? [name] : [name, words.licenceAreas[area[at] as number] as string]);
    }
    return facts;
  }

  holdersOfLicence({ licence, area }: LicenceWish): Holders {
    const { columns, words } = this.layout;
    const number = placeAmongWords(words.licenceKinds, licence);
    const { start, kind } = columns.licences;
    const holders = new Uint32Array(columns.placed);
    let count = 0;
    if (number === undefined) return holders.subarray(0, 0);
    for (let candidate = 0; candidate < columns.placed; candidate += 1) {
      let has = false;
      for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1)
        has ||= kind[at] === number;
      if (!has || this.isEligible[candidate] === 0) continue;
      if (area !== undefined && !this.licencesOf(candidate).some((held) => holdsFor(held, licence, area))) continue;
      holders[count] = candidate;
      count += 1;
    }
    return holders.subarray(0, count);
  }

  /** Those of the capable who hold what an area wants, and lie near enough to it. */
  serving({ place, municipality }: DemandedArea, capable: Holders): Holders {
    const { latMicro, lonMicro } = this.layout.columns;
    const { demand, terms } = this.question;
    const wanted = licencesFor(demand, municipality);
    const isLicensed = (candidate: number): boolean => {
      const held = this.licencesOf(candidate);
      return wanted.every(({ licence }) => held.some((one) => holdsFor(one, licence, municipality)));
    };
    if (place === undefined) return new Uint32Array(0);
    const serving = new Uint32Array(capable.length);
    let count = 0;
    const isNear = reachFrom(place, terms.servedWithinDam);
    for (let at = 0; at < capable.length; at += 1) {
      const one = capable[at] as number;
      if (!isNear(latMicro[one] as number, lonMicro[one] as number)) continue;
      if (wanted.length > 0 && !isLicensed(one)) continue;
      serving[count] = one;
      count += 1;
    }
    return serving.subarray(0, count);
  }

  /** By candidate: 1 where it is among the holders of any wish, or may be proposed where there is no wish. */
  marked(holdersOf: readonly Holders[]): Uint8Array {
    const marks = sharedUint8(this.layout.columns.count);
    if (holdersOf.length === 0) marks.set(this.isEligible);
    for (const holders of holdersOf) for (const one of holders) marks[one] = 1;
    return marks;
  }
}

/** The candidates that are marked, in their order. */
function placesOf(marks: Uint8Array): Holders {
  const places = new Uint32Array(marks.length);
  let count = 0;
  for (let candidate = 0; candidate < marks.length; candidate += 1) {
    if (marks[candidate] === 0) continue;
    places[count] = candidate;
    count += 1;
  }
  return places.subarray(0, count);
}

/** Finds out who is known to be able to do what an order asks. */
export function abilitiesOf(layout: Layout, question: Question, isEligible: Uint8Array): Abilities {
  const { capabilities, licences, areas = [] } = question.demand;
  const { count } = layout.columns;
  const reader = new AbilityReader(layout, question, isEligible);
  const capable = capabilities.map(({ tag, level }) => reader.holdersOfCapability(tag, level));
  const met = [...capable, ...licences.map((wish) => reader.holdersOfLicence(wish))];
  const ableToWork = areas.length === 0 ? new Uint32Array(0) : placesOf(reader.marked(capable));
  const served = areas.map((area) => reader.serving(area, ableToWork));
  return { met: wishedBy(met, count), served: wishedBy(served, count), able: reader.marked(met) };
}
