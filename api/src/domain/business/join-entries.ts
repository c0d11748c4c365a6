import { foldAddress, foldName } from "../text.ts";
import type { BusinessEntry } from "./entry.ts";
import { isListFact, type FactKey } from "./facts.ts";
import { fieldOf } from "./fields.ts";
import type { ImportProblem } from "./import-problem.ts";
import { KnownBusinesses, type Keyed } from "./known-businesses.ts";
import { sameFact, uniteLists } from "./list-facts.ts";
import { atMainPlace } from "./main-place.ts";
import { placeOfRow } from "./operator.ts";

/** Businesses of a file with what was told while their rows were joined. */
export interface JoinedEntries {
  readonly entries: readonly BusinessEntry[];
  readonly notices: readonly ImportProblem[];
}

/**
 * Joins the rows of one file that speak of the same business: a register has a row for each permit. Rows of one key of
 * the federation belong together, then those of one corporate number, then the premises of one operator, then those of
 * one name and address. Lists and
 * notes are united; where single facts contradict each other, the first row's is kept and the other told.
 */
export function joinEntries(entries: readonly BusinessEntry[]): JoinedEntries {
  const notices: ImportProblem[] = [];
  // Rows of a list that came back say which business they are: they are joined by that and by nothing else.
  const returned = joinBy(entries.filter(isReturned), ({ musubiId }) => musubiId, notices);
  const byKey = joinBy(
    entries.filter((entry) => !isReturned(entry)),
    ({ externalId }) => externalId,
    notices,
  );
  const byNumber = joinBy(byKey, ({ corporateNumber }) => corporateNumber, notices);
  const byOperator = joinBy(byNumber, operatorKeyOf(byNumber), notices);
  const joined = [...returned, ...joinByPlace(byOperator.map(atMainPlace), notices)];
  return { entries: joined, notices: [...joinedRows(joined), ...notices] };
}

/** Businesses whose joined rows are told one by one, and rows named where they are more. */
const JOINED_TOLD_MAX = 10;
const ROWS_NAMED_MAX = 10;

/** Tells which rows were taken for a business of an earlier one; those of one operator are told as such. */
function joinedRows(entries: readonly BusinessEntry[]): ImportProblem[] {
  const joined = entries.filter(({ rows, isLegalPerson }) => rows.length > 1 && !isLegalPerson);
  const told = (rows: readonly number[], businesses: number, firstRow?: number): ImportProblem => ({
    ...{ code: "ROWS_JOINED", rows: rows.slice(0, ROWS_NAMED_MAX), count: rows.length, businesses, row: rows[0] ?? 0 },
    ...(firstRow === undefined ? {} : { firstRow }),
  });
  if (joined.length <= JOINED_TOLD_MAX) return joined.map(({ rows: [first, ...others] }) => told(others, 1, first));
  return [
    told(
      joined.flatMap(({ rows }) => rows.slice(1)).sort((one, other) => one - other),
      joined.length,
    ),
  ];
}

function isReturned({ musubiId }: BusinessEntry): boolean {
  return musubiId !== undefined;
}

/**
 * What rows of one operator have in common: its name, and where rows of that name have different keys or corporate
 * numbers, those too.
 */
function operatorKeyOf(entries: readonly BusinessEntry[]): (entry: BusinessEntry) => string | undefined {
  const keysByName = new Map<string, Set<string>>();
  const keyOf = ({ externalId = "", corporateNumber = "" }: BusinessEntry) => `${externalId}\n${corporateNumber}`;
  for (const entry of entries) {
    if (!entry.isLegalPerson || keyOf(entry) === "\n") continue;
    const name = foldName(entry.name);
    keysByName.set(name, (keysByName.get(name) ?? new Set()).add(keyOf(entry)));
  }
  return (entry) => {
    if (!entry.isLegalPerson) return undefined;
    const name = foldName(entry.name);
    return (keysByName.get(name)?.size ?? 0) > 1 ? `${name}\n${keyOf(entry)}` : name;
  };
}

/** Joins entries already known to be one business. */
export function joinSame(
  entries: readonly [BusinessEntry, ...BusinessEntry[]],
  notices: ImportProblem[],
): BusinessEntry {
  const [first, ...others] = entries;
  return others.reduce((joined, next) => join(joined, next, notices), first);
}

function joinBy(
  entries: readonly BusinessEntry[],
  keyOf: (entry: BusinessEntry) => string | undefined,
  notices: ImportProblem[],
): BusinessEntry[] {
  const groups = new Map<string, [BusinessEntry, ...BusinessEntry[]]>();
  for (const [index, entry] of entries.entries()) {
    const key = keyOf(entry);
    const name = key === undefined ? `alone ${index}` : `key ${key}`;
    const group = groups.get(name);
    if (group) group.push(entry);
    else groups.set(name, [entry]);
  }
  return [...groups.values()].map((group) => joinSame(group, notices));
}

function joinByPlace(entries: readonly BusinessEntry[], notices: ImportProblem[]): BusinessEntry[] {
  const known = new KnownBusinesses<{ entry: BusinessEntry }>({ byNameAlone: false });
  const businesses: { entry: BusinessEntry }[] = [];
  for (const entry of entries) {
    const same = known.find(keyedOf(entry));
    if (same !== undefined) {
      const [first, next] = asPlaces(same.entry, entry);
      same.entry = atMainPlace(join(first, next, notices));
      known.learn(keyedOf(same.entry), same);
    } else {
      const business = { entry };
      businesses.push(business);
      known.add(keyedOf(entry), business);
    }
  }
  return businesses.map(({ entry }) => entry);
}

/** Where one of two is a legal person with its places, the other's row is one of its places too. */
function asPlaces(first: BusinessEntry, next: BusinessEntry): readonly [BusinessEntry, BusinessEntry] {
  if (first.isLegalPerson === next.isLegalPerson) return [first, next];
  return [asLegalPerson(first), asLegalPerson(next)];
}

function asLegalPerson(entry: BusinessEntry): BusinessEntry {
  if (entry.isLegalPerson) return entry;
  const places = [placeOfRow(entry.name, entry.nameKana, entry.facts)];
  return { ...entry, facts: { ...entry.facts, places }, isLegalPerson: true };
}

/** What an entry is told apart by: its keys, its name, and each address it works at. */
export function keyedOf(entry: BusinessEntry): Keyed {
  const { address, places = [] } = entry.facts;
  return { ...entry, address, placeAddresses: places.flatMap((place) => place.address ?? []) };
}

function join(first: BusinessEntry, next: BusinessEntry, notices: ImportProblem[]): BusinessEntry {
  // The same key again updates the business (that is what a key is for), but another name under it is told.
  if (foldName(first.name) !== foldName(next.name)) {
    const kept = { kept: first.name, keptRow: first.rows[0] ?? 0 };
    const where = { row: next.rows[0] ?? 0, column: fieldOf("name").header, value: next.name };
    notices.push({ code: "FACT_CONTRADICTED", ...kept, ...where });
  }
  const facts: Record<string, unknown> = { ...first.facts };
  for (const key of Object.keys(next.facts) as FactKey[]) {
    facts[key] = joinFact(key, { first, next }, notices);
  }
  const { closed: _nextIsClosed, ...open } = next;
  const { closed: _firstIsClosed, ...kept } = first;
  return {
    ...open,
    ...kept,
    ...(first.closed && next.closed ? { closed: true as const } : {}),
    rows: [...first.rows, ...next.rows],
    facts: facts as BusinessEntry["facts"],
    about: flagged("about", first, next),
    estimated: flagged("estimated", first, next),
  };
}

/** A flag follows the row whose value was kept: the first row that has the fact. */
function flagged(flag: "about" | "estimated", first: BusinessEntry, next: BusinessEntry): FactKey[] {
  return [...first[flag], ...next[flag].filter((key) => first.facts[key] === undefined)];
}

function joinFact(
  key: FactKey,
  { first, next }: { first: BusinessEntry; next: BusinessEntry },
  notices: ImportProblem[],
): unknown {
  const kept = first.facts[key];
  const other = next.facts[key];
  if (kept === undefined || other === undefined) return kept ?? other;
  if (isListFact(key)) return uniteLists(key, kept as never, other as never);
  if (sameFact(key, kept as never, other as never) || isSameAddress(key, kept, other)) return kept;
  if (first.isLegalPerson && next.isLegalPerson && OF_A_PLACE.includes(key)) return kept;
  if (key === "note") return [...new Set([...String(kept).split("\n"), ...String(other).split("\n")])].join("\n");
  notices.push({
    code: "FACT_CONTRADICTED",
    row: next.rows[0] ?? 0,
    column: headerOf(key),
    value: shown(other),
    kept: shown(kept),
    keptRow: first.rows[0] ?? 0,
  });
  return kept;
}

/** Facts that every place of a legal person has for itself. */
const OF_A_PLACE: readonly FactKey[] = ["address", "postalCode", "municipality", "place"];

/** One address written in two ways is no contradiction. */
function isSameAddress(key: FactKey, kept: unknown, other: unknown): boolean {
  return key === "address" && foldAddress(String(kept)) === foldAddress(String(other));
}

function headerOf(key: FactKey): string {
  if (key === "place") return "緯度・経度";
  return key === "places" ? "事業所" : fieldOf(key).header;
}

function shown(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  return Object.values(value).join(", ");
}
