import { PURPOSES } from "#domain/purpose.ts";
import type { Member } from "../member.ts";
import type { LicenceFact, Months } from "../snapshot.ts";
import {
  ANYWHERE,
  KNOWN,
  LEVEL_BITS,
  LEVEL_MASK,
  UNKNOWN,
  type Columns,
  type Layout,
  type ListColumn,
  type MonthColumn,
  type Words,
} from "./columns.ts";
import { readUtf8 } from "./utf8.ts";

/** Months in a year. */
const MONTHS = 12;

/** The id of a candidate. */
export function idAt({ idBytes, idStart }: Words, candidate: number): string {
  return readUtf8(idBytes, idStart[candidate] as number, idStart[candidate + 1] as number);
}

/** A loop, for `Array.from({ length })` is slow and a search reads hundreds of members for its analyses. */
function entriesOf<T>(start: Uint32Array, candidate: number, read: (at: number) => T): T[] {
  const entries: T[] = [];
  const end = start[candidate + 1] as number;
  for (let at = start[candidate] as number; at < end; at += 1) entries.push(read(at));
  return entries;
}

function tagsAt(
  { start, entry }: ListColumn,
  candidate: number,
  words: readonly string[],
): ReadonlyMap<string, number> {
  const tags = new Map<string, number>();
  const end = start[candidate + 1] as number;
  for (let at = start[candidate] as number; at < end; at += 1) {
    const held = entry[at] as number;
    tags.set(words[held >>> LEVEL_BITS] as string, held & LEVEL_MASK);
  }
  return tags;
}

const spendAt = ({ start, item, yen }: Columns["purchases"], candidate: number, items: readonly string[]) =>
  new Map(entriesOf(start, candidate, (at) => [items[item[at] as number] as string, yen[at] as number] as const));

const licencesAt = ({ start, kind, area }: Columns["licences"], candidate: number, words: Words): LicenceFact[] =>
  entriesOf(start, candidate, (at) => {
    const name = words.licenceKinds[kind[at] as number] as string;
    return area[at] === ANYWHERE ? [name] : [name, words.licenceAreas[area[at] as number] as string];
  });

function monthsAt({ row, months }: MonthColumn, candidate: number): Months | undefined {
  const from = row[candidate] as number;
  return from === UNKNOWN ? undefined : Array.from(months.subarray(from * MONTHS, (from + 1) * MONTHS));
}

const numberAt = (values: ArrayLike<number>, candidate: number): number | undefined =>
  values[candidate] === UNKNOWN ? undefined : values[candidate];

const purposesOf = (bits: number): readonly string[] => PURPOSES.filter((_, place) => (bits & (1 << place)) !== 0);

function placeAt({ placed, latMicro, lonMicro }: Columns, candidate: number): Member["place"] {
  if (candidate >= placed) return undefined;
  return { latMicro: latMicro[candidate] as number, lonMicro: lonMicro[candidate] as number };
}

/**
 * Reads a business out of the columns as the components read it. It is what `memberOf` makes of the business, but for what
 * weighs nothing: ties to oneself or to businesses that are not in the columns, words that are none of the purposes, and in
 * what order tags, items, purposes and ties were told.
 */
export function memberAt({ columns, words }: Layout, candidate: number): Member {
  const known = columns.known[candidate] as number;
  const where = <T>(fact: keyof typeof KNOWN, read: () => T): T | undefined =>
    (known & KNOWN[fact]) === 0 ? undefined : read();
  return {
    id: idAt(words, candidate),
    place: placeAt(columns, candidate),
    municipality: where("municipality", () => words.municipalities[columns.municipality[candidate] as number]),
    industry: where("industry", () => words.trades[columns.trade[candidate] as number]),
    employees: numberAt(columns.employees, candidate),
    capitalYen: numberAt(columns.capitalYen, candidate),
    capabilities: where("capabilities", () => tagsAt(columns.capabilities, candidate, words.skills)),
    seeks: where("seeks", () => tagsAt(columns.seeks, candidate, words.skills)),
    needs: where("needs", () => tagsAt(columns.needs, candidate, words.issues)),
    licences: where("licences", () => licencesAt(columns.licences, candidate, words)),
    monthlyLoad: monthsAt(columns.monthlyLoad, candidate),
    monthlyWorkers: monthsAt(columns.monthlyWorkers, candidate),
    monthlyCapacity: monthsAt(columns.monthlyCapacity, candidate),
    leader: numberAt(columns.leader, candidate),
    purchases: where("purchases", () => spendAt(columns.purchases, candidate, words.items)),
    purposes: where("purposes", () => purposesOf(columns.purposes[candidate] as number)),
    ties: where("ties", () =>
      entriesOf(columns.ties.start, candidate, (at) => idAt(words, columns.ties.entry[at] as number)),
    ),
  };
}
