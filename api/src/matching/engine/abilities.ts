import { distanceDam } from "#domain/place.ts";
import { ANYWHERE, LEVEL_BITS, LEVEL_MASK, type Layout, type ListColumn, type Postings } from "../columns/columns.ts";
import { sharedUint32, sharedUint8 } from "../columns/shared.ts";
import { holdsFor, licencesFor, type LicenceWish } from "../demand.ts";
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

/** Lays out both ways who meets which wish; holders of a wish come in the order of candidates. */
function wishedBy(holdersOf: readonly (readonly number[])[], candidates: number): Wished {
  const start = sharedUint32(candidates + 1);
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
      holder[filled] = one;
      filled += 1;
    }
    first[wish + 1] = filled;
  });
  return { able: { start, entry }, holders: { start: first, holder } };
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

  /** Everyone who may be proposed of whom something holds, in the order of candidates. */
  private eligibleWhere(holds: (candidate: number) => boolean): readonly number[] {
    const found: number[] = [];
    for (let candidate = 0; candidate < this.layout.columns.placed; candidate += 1)
      if (this.isEligible[candidate] === 1 && holds(candidate)) found.push(candidate);
    return found;
  }

  holdersOfCapability(tag: string, level: number): readonly number[] {
    const { columns, words } = this.layout;
    const skill = words.skills.indexOf(tag);
    if (skill < 0) return [];
    const { start, holder } = columns.offering;
    const holders: number[] = [];
    for (let each = level; each <= LEVEL_MASK; each += 1) {
      const key = (skill << LEVEL_BITS) | each;
      for (const one of holder.subarray(start[key], start[key + 1])) if (this.isEligible[one] === 1) holders.push(one);
    }
    return holders.sort((a, b) => a - b);
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

  holdersOfLicence({ licence, area }: LicenceWish): readonly number[] {
    const { columns, words } = this.layout;
    const number = words.licenceKinds.indexOf(licence);
    const { start, kind } = columns.licences;
    if (number < 0) return [];
    return this.eligibleWhere((candidate) => {
      let has = false;
      for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1)
        has ||= kind[at] === number;
      if (!has || area === undefined) return has;
      return this.licencesOf(candidate).some((held) => holdsFor(held, licence, area));
    });
  }

  /** Those who can do some of the work, hold what an area wants, and lie near enough to it. */
  serving(area: NonNullable<Question["demand"]["areas"]>[number], isCapable: (candidate: number) => boolean) {
    const { place, municipality } = area;
    if (place === undefined) return [];
    const { latMicro, lonMicro } = this.layout.columns;
    const { demand, terms } = this.question;
    const wanted = licencesFor(demand, municipality);
    return this.eligibleWhere((candidate) => {
      if (!isCapable(candidate)) return false;
      const here = { latMicro: latMicro[candidate] as number, lonMicro: lonMicro[candidate] as number };
      if (distanceDam(here, place) > terms.servedWithinDam) return false;
      if (wanted.length === 0) return true;
      const held = this.licencesOf(candidate);
      return wanted.every(({ licence }) => held.some((one) => holdsFor(one, licence, municipality)));
    });
  }
}

function markOf(holdersOf: readonly (readonly number[])[], candidates: number): Uint8Array {
  const marks = sharedUint8(candidates);
  if (holdersOf.length === 0) marks.fill(1);
  for (const holders of holdersOf) for (const one of holders) marks[one] = 1;
  return marks;
}

/** Finds out who is known to be able to do what an order asks. */
export function abilitiesOf(layout: Layout, question: Question, isEligible: Uint8Array): Abilities {
  const { demand } = question;
  const { count } = layout.columns;
  const reader = new AbilityReader(layout, question, isEligible);
  const capable = demand.capabilities.map(({ tag, level }) => reader.holdersOfCapability(tag, level));
  const met = [...capable, ...demand.licences.map((wish) => reader.holdersOfLicence(wish))];
  const isCapable = markOf(capable, count);
  const served = (demand.areas ?? []).map((area) => reader.serving(area, (one) => isCapable[one] === 1));
  return { met: wishedBy(met, count), served: wishedBy(served, count), able: markOf(met, count) };
}
