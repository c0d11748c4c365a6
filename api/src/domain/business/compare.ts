import type { PlainDate } from "../calendar.ts";
import { evenWidth } from "../text.ts";
import type { BusinessEntry, BusinessIdentity } from "./entry.ts";
import type { Fact, FactKey, Facts, FactSource } from "./facts.ts";
import type { IdentityKey } from "./fields.ts";
import type { ImportProblem } from "./import-problem.ts";
import type { BusinessState } from "./history.ts";
import { joinSame, keyedOf } from "./join-entries.ts";
import { KnownBusinesses, type Keyed } from "./known-businesses.ts";
import { sameFact } from "./list-facts.ts";
import type { ListReading } from "./read-list.ts";
import type { SetAside } from "./set-aside.ts";

/** A business as it is kept. */
export interface KeptBusiness extends BusinessState {
  readonly id: string;
  /** Goes up with each change: what is written must still be the version that was looked at. */
  readonly version: number;
  /** Whether it is no longer among the known ones. */
  readonly removed?: true;
  /** What it was before merges: itself, and those that turned out to be it. */
  readonly former?: readonly BusinessState[];
}

/** One value that a list changes; `before` is absent where nothing was known. */
export interface Change {
  readonly key: IdentityKey | FactKey;
  readonly before?: unknown;
  readonly after: unknown;
}

/** What a list means for one business. */
export type Verdict =
  | { readonly verdict: "new"; readonly entry: BusinessEntry }
  | { readonly verdict: "unchanged"; readonly entry: BusinessEntry; readonly id: string }
  | {
      readonly verdict: "changed";
      readonly entry: BusinessEntry;
      readonly id: string;
      readonly changes: readonly Change[];
    };

/** What loading a list would do, counted in rows: a business with three rows counts three. */
export interface ImportPlan {
  readonly verdicts: readonly Verdict[];
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  /** Rows not taken unless they are asked for. */
  readonly setAside: number;
  /** What those rows say; a business that is known already is never among them. */
  readonly setAsideEntries: readonly SetAside[];
  /** What was noticed while businesses were looked for. */
  readonly notices: readonly ImportProblem[];
}

/**
 * Says for each business of a list whether it is new, changed or unchanged. A cell left empty never erases what is
 * known; a list of things is replaced by the file's (all its rows united), so that what was struck off is struck off.
 */
export function planImport(
  existing: readonly KeptBusiness[],
  reading: Pick<ListReading, "entries" | "refusedRows"> & Partial<Pick<ListReading, "setAside">>,
): ImportPlan {
  const left = (reading.setAside ?? []).filter(({ isTaken }) => !isTaken);
  const { setAside, knownChains } = partSetAside(existing, left);
  const verdicts = verdictsOf(existing, [...reading.entries, ...knownChains]);
  const sum = (entries: readonly { readonly entry: BusinessEntry }[]) =>
    entries.reduce((rows, { entry }) => rows + entry.rows.length, 0);
  const rowsOf = (verdict: Verdict["verdict"]) => sum(verdicts.filter((each) => each.verdict === verdict));
  return {
    verdicts,
    new: rowsOf("new"),
    changed: rowsOf("changed"),
    unchanged: rowsOf("unchanged"),
    refused: reading.refusedRows.length,
    setAside: sum(setAside),
    setAsideEntries: setAside,
    notices: unknownNumbers(existing, reading.entries),
  };
}

/** Numbers of ours that find no business: it was removed, or is another federation's. */
function unknownNumbers(existing: readonly KeptBusiness[], entries: readonly BusinessEntry[]): ImportProblem[] {
  const known = new Set(existing.map(({ id }) => id));
  return entries.flatMap(({ musubiId, rows }) =>
    musubiId === undefined || known.has(musubiId)
      ? []
      : [{ code: "MUSUBI_NUMBER_NOT_KNOWN" as const, row: rows[0] ?? 0, column: "Musubi番号", value: musubiId }],
  );
}

/** Parts what is set aside from the chains that were brought back once: of those the list goes on speaking. */
function partSetAside(existing: readonly KeptBusiness[], given: readonly SetAside[]) {
  const chains = given.filter(({ reason }) => reason === "CHAIN");
  if (chains.length === 0) return { setAside: given, knownChains: [] };
  const known = new KnownBusinesses<KeptBusiness>({ byNameAlone: false });
  for (const kept of existing) known.add(claimKeys({ kept }), kept);
  const isKnown = ({ entry }: SetAside) => known.find(keyedOf(entry)) !== undefined;
  const back = new Set(chains.filter(isKnown));
  return {
    setAside: given.filter((one) => !back.has(one)),
    knownChains: [...back].map(({ entry }) => entry),
  };
}

/** A business with the entries that speak of it; one not kept yet has entries only. */
interface Claimed {
  readonly kept?: KeptBusiness;
  entry?: BusinessEntry;
}

/**
 * Finds for each entry the business it speaks of, the surest first: what an entry with a key settles is known before
 * one found by name is looked for. Entries of one business are joined, since two verdicts on it would undo each other.
 */
function verdictsOf(existing: readonly KeptBusiness[], entries: readonly BusinessEntry[]): Verdict[] {
  const known = new KnownBusinesses<Claimed>({ byNameAlone: true });
  const byMusubiId = new Map<string, Claimed>(existing.map((kept) => [kept.id, { kept }]));
  const businesses = [...byMusubiId.values()];
  for (const business of businesses) known.add(claimKeys(business), business);
  // After every key in use: what somebody has now goes before what another had once.
  for (const business of businesses) {
    for (const state of business.kept?.former ?? []) known.addFormer(claimKeys({ kept: state }), business);
  }
  const claimed = new Set<Claimed>();
  const sureness = surenessOf(existing);
  for (const entry of [...entries].sort((one, other) => sureness(other) - sureness(one))) {
    const returned = entry.musubiId === undefined ? undefined : byMusubiId.get(entry.musubiId);
    const business = returned ?? known.find(keyedOf(entry)) ?? {};
    business.entry = business.entry === undefined ? entry : joinSame([business.entry, entry], []);
    known.learn(claimKeys(business), business);
    claimed.add(business);
  }
  return [...claimed].flatMap((business) => verdictOf(business) ?? []).sort(byFirstRow);
}

/** How sure an entry's keys are: a number of ours, a key of the federation that is kept, another, a corporate number, an address, a name. */
function surenessOf(existing: readonly KeptBusiness[]): (entry: BusinessEntry) => number {
  const keptIds = new Set(existing.map(({ externalId }) => externalId));
  return ({ musubiId, externalId, corporateNumber, facts }) => {
    if (musubiId !== undefined) return 5;
    if (externalId !== undefined) return keptIds.has(externalId) ? 4 : 3;
    if (corporateNumber !== undefined) return 2;
    return facts.address === undefined ? 0 : 1;
  };
}

function claimKeys({ kept, entry }: { readonly kept?: BusinessState; readonly entry?: BusinessEntry }): Keyed {
  const identity = entry === undefined ? kept : identityAfter(kept, entry);
  const places = [...(kept?.facts.places?.value ?? []), ...(entry?.facts.places ?? [])];
  const address = entry?.facts.address ?? kept?.facts.address?.value;
  return { name: "", ...identity, address, placeAddresses: places.flatMap((place) => place.address ?? []) };
}

function verdictOf({ kept, entry }: Claimed): Verdict | undefined {
  if (entry === undefined) return undefined;
  return kept === undefined ? { verdict: "new", entry } : compareEntry(kept, entry);
}

function byFirstRow(one: Verdict, other: Verdict): number {
  return (one.entry.rows[0] ?? 0) - (other.entry.rows[0] ?? 0);
}

/** What an entry means for the business it speaks of. */
export function compareEntry(kept: KeptBusiness, entry: BusinessEntry): Verdict {
  const changes = [...identityChanges(kept, entry), ...factChanges(kept, entry)];
  if (changes.length === 0) return { verdict: "unchanged", entry, id: kept.id };
  return { verdict: "changed", entry, id: kept.id, changes };
}

/**
 * A federation's key is filled in and never replaced: another key for the same corporate number is a branch's. The
 * corporate number follows the list where the key found the business. In a list that came back both may be edited.
 */
function identityChanges(kept: KnownState, entry: BusinessEntry): Change[] {
  const changes: Change[] = [];
  for (const key of ["externalId", "corporateNumber", "name", "nameKana"] as const) {
    const before = kept[key];
    const after = entry[key];
    if (after === undefined || (before !== undefined && evenWidth(before) === evenWidth(after))) continue;
    if (key === "externalId" && before !== undefined && entry.musubiId === undefined) continue;
    if (isLossyCopy(before, after) || (before !== undefined && saidBefore(kept, entry, key))) continue;
    changes.push(before === undefined ? { key, after } : { key, before, after });
  }
  return changes;
}

/** Whether a business merged into this one was called so: an old list says nothing new. One that came back was edited. */
function saidBefore(kept: KnownState, entry: BusinessEntry, key: IdentityKey): boolean {
  if (entry.musubiId !== undefined) return false;
  return kept.former?.some((state) => evenWidth(state[key] ?? "") === evenWidth(entry[key] ?? "")) ?? false;
}

function factChanges({ facts, former = [] }: FormerFacts, entry: BusinessEntry): Change[] {
  const changes: (Change & { readonly key: FactKey })[] = [];
  const isReturned = entry.musubiId !== undefined;
  for (const key of Object.keys(entry.facts) as FactKey[]) {
    const before = facts[key];
    const after = entry.facts[key];
    if (after === undefined || isKept(key, before, entry) || isLossyCopy(before?.value, after)) continue;
    if (!isReturned && before !== undefined && former.some((state) => says(state.facts, key, after))) continue;
    changes.push(before === undefined ? { key, after } : { key, before: before.value, after });
  }
  return isReturned ? withoutStaleEstimates(changes, entry) : changes;
}

/** Facts that others are worked out from. */
const WORKED_OUT_FROM: readonly FactKey[] = ["address", "postalCode", "industry", "industryCode", "municipality"];

/** A list that came back says nothing new by what is worked out from cells nobody edited. */
function withoutStaleEstimates<C extends { readonly key: FactKey }>(changes: readonly C[], entry: BusinessEntry): C[] {
  const told = changes.filter(({ key }) => !entry.estimated.includes(key));
  return told.some(({ key }) => WORKED_OUT_FROM.includes(key)) ? [...changes] : told;
}

/** What an encoding writes for a character it lacks. */
const LOST_CHARACTER = "〓";

/** Whether a value is what is known but for characters an encoding lost on the way: it must not overwrite them. */
function isLossyCopy(before: unknown, after: unknown): boolean {
  const copy = JSON.stringify(after);
  if (before === undefined || !copy.includes(LOST_CHARACTER)) return false;
  const [letters, copied] = [[...JSON.stringify(before)], [...copy]];
  return (
    letters.length === copied.length &&
    copied.every((letter, index) => letter === LOST_CHARACTER || letter === letters[index])
  );
}

/** Facts with those before merges. What a list said then and was not chosen is no news when it goes on saying so. */
type FormerFacts = Pick<KeptBusiness, "facts" | "former">;
type KnownState = BusinessState & Pick<KeptBusiness, "former">;

function says(facts: Facts, key: FactKey, value: unknown): boolean {
  const fact = facts[key];
  return fact !== undefined && sameFact(key, fact.value as never, value as never);
}

/** Whether what is known stays: it says the same, or the list's value is only an estimate and ours is not. */
function isKept(key: FactKey, before: Fact<unknown> | undefined, entry: BusinessEntry): boolean {
  if (before === undefined) return false;
  if (entry.estimated.includes(key) && before.source !== "estimate") return true;
  if (!sameFact(key, before.value as never, entry.facts[key] as never)) return false;
  return (before.about === true) === entry.about.includes(key);
}

/**
 * The facts of a business once the list's are taken; what did not change keeps its source and date, and what was said
 * after the day the list is as of stays as it is.
 */
export function factsAfter(
  facts: Facts,
  entry: BusinessEntry,
  told: {
    readonly source: FactSource;
    readonly on: PlainDate;
    readonly by?: string;
    /** What it was before merges. */
    readonly former?: readonly BusinessState[];
  },
): Facts {
  const changes = factChanges({ facts, ...told }, entry).filter(({ key }) => {
    const known: Fact<unknown> | undefined = facts[key as FactKey];
    return known === undefined || known.on <= told.on;
  });
  const changed = changes.map(({ key, after }) => {
    const source = entry.estimated.includes(key as FactKey) ? "estimate" : told.source;
    const about = entry.about.includes(key as FactKey) ? { about: true } : {};
    const by = told.by === undefined ? {} : { by: told.by };
    return [key, { value: after, source, on: told.on, ...by, ...about }];
  });
  return { ...facts, ...Object.fromEntries(changed) };
}

/** What identifies a business once the list's word is taken. */
export function identityAfter(kept: KnownState | undefined, entry: BusinessEntry): BusinessIdentity {
  const { name, nameKana, corporateNumber, externalId } = kept ?? entry;
  const before = Object.entries({ name, nameKana, corporateNumber, externalId }).filter(
    ([, value]) => value !== undefined,
  );
  const changes = kept === undefined ? [] : identityChanges(kept, entry).map(({ key, after }) => [key, after]);
  return Object.fromEntries([...before, ...changes]) as unknown as BusinessIdentity;
}
