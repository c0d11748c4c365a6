import type { PlainDate } from "../calendar.ts";
import { fromRevision13, type RevisionNames } from "../industry-revision.ts";
import type { PlaceFinder } from "../place-estimate.ts";
import type { ClearTrade } from "../trade/clear.ts";
import type { BusinessEntry } from "./entry.ts";
import type { Fact, FactKey, FactValues } from "./facts.ts";
import type { BusinessState } from "./history.ts";
import type { ImportProblem } from "./import-problem.ts";

/** What facts a list does not give are worked out from. */
export interface EstimateSources {
  readonly placeOf: PlaceFinder;
  readonly tradeOf: ClearTrade;
  /** What trade codes of an earlier revision are carried over by. */
  readonly revisions: RevisionNames;
  /** Whether any place of a municipality or town is loaded at all. */
  readonly placesLoaded: boolean;
}

/** Entries with what could be worked out, each such fact marked as an estimate, and what to tell of it. */
export interface EstimatedEntries {
  readonly entries: readonly BusinessEntry[];
  readonly notices: readonly ImportProblem[];
}

/**
 * Works out of each entry what its list does not give: a place from the address, a trade code from clear words, today's
 * code for one of an earlier revision.
 */
export function estimateMissing(entries: readonly BusinessEntry[], sources: EstimateSources): EstimatedEntries {
  const carried = entries.map((entry) => withTodaysCode(entry, sources));
  const placed = carried.map((entry) => withPlace(entry, sources));
  const estimated = placed.map((entry) => withTrade(entry, sources));
  const trades = estimated.filter((entry, index) => entry !== placed[index]).length;
  const notices = [...placeNotices(placed, sources), ...tradeNotices(trades), ...revisionNotices(entries, carried)];
  return { entries: estimated, notices };
}

/** A code that is only known by a wider class now is an estimate: it does not replace a finer one that somebody gave. */
function withTodaysCode({ industryRevision, ...entry }: BusinessEntry, { revisions }: EstimateSources): BusinessEntry {
  const before = entry.facts.industryCode;
  if (industryRevision === undefined || before === undefined) return entry;
  const { code, sureness } = fromRevision13(before, revisions);
  if (sureness === "same") return entry;
  return withEstimate(entry, "industryCode", code);
}

function revisionNotices(written: readonly BusinessEntry[], carried: readonly BusinessEntry[]): ImportProblem[] {
  const codes = written.flatMap(({ industryRevision, facts }, index) =>
    industryRevision === undefined || facts.industryCode === undefined
      ? []
      : [{ isSame: carried[index]?.facts.industryCode === facts.industryCode }],
  );
  if (codes.length === 0) return [];
  const same = codes.filter(({ isSame }) => isSame).length;
  return [{ code: "TRADE_CODES_CARRIED", same, wider: codes.length - same }];
}

function withPlace(entry: BusinessEntry, { placeOf }: EstimateSources): BusinessEntry {
  const { place, municipality, address } = entry.facts;
  if (place !== undefined || municipality === undefined) return entry;
  const found = placeOf(municipality, address);
  return found === undefined ? entry : withEstimate(entry, "place", found);
}

function withTrade(entry: BusinessEntry, { tradeOf }: EstimateSources): BusinessEntry {
  const { industry, industryCode } = entry.facts;
  if (industry === undefined || industryCode !== undefined) return entry;
  const code = tradeOf(industry);
  return code === undefined ? entry : withEstimate(entry, "industryCode", code);
}

function withEstimate<K extends FactKey>(entry: BusinessEntry, key: K, value: FactValues[K]): BusinessEntry {
  return { ...entry, facts: { ...entry.facts, [key]: value }, estimated: [...entry.estimated, key] };
}

function tradeNotices(businesses: number): ImportProblem[] {
  return businesses > 0 ? [{ code: "TRADES_ESTIMATED", businesses }] : [];
}

/** Counts for the list as a whole: a line for every row would say the same a thousand times. */
function placeNotices(entries: readonly BusinessEntry[], { placesLoaded }: EstimateSources): ImportProblem[] {
  const count = (is: (entry: BusinessEntry) => boolean) => entries.filter(is).length;
  const towns = count(({ facts }) => facts.place?.exactness === "town");
  const offices = count(({ facts }) => facts.place?.exactness === "municipality");
  const unknown = count(({ facts }) => facts.place === undefined);
  return [
    ...(towns + offices > 0 ? [{ code: "PLACES_ESTIMATED", towns, offices } as const] : []),
    ...(unknown > 0 ? [{ code: "PLACES_UNKNOWN", businesses: unknown, loaded: placesLoaded } as const] : []),
  ];
}

/** What a fact is worked out from. */
const WORKED_OUT_FROM = { place: ["municipality", "address"], industryCode: ["industry"] } as const;

/**
 * An entry of what is known once it was typed, as lists are estimated by: it holds only what was changed just now and
 * has something to be worked out of; nothing where there is no such thing. An estimate of what stood there before is
 * left out of it.
 */
export function entryToEstimate(before: BusinessState | undefined, after: BusinessState): BusinessEntry | undefined {
  const isChanged = (key: FactKey) =>
    JSON.stringify(before?.facts[key]?.value) !== JSON.stringify(after.facts[key]?.value);
  const isOpen = (key: keyof typeof WORKED_OUT_FROM) =>
    WORKED_OUT_FROM[key].some(isChanged) && (after.facts[key] === undefined || isOldEstimate(key, before, after));
  const { municipality, address, industry } = after.facts;
  const facts: Partial<FactValues> = {
    ...(isOpen("place") && municipality ? { municipality: municipality.value } : {}),
    ...(isOpen("place") && address ? { address: address.value } : {}),
    ...(isOpen("industryCode") && industry ? { industry: industry.value } : {}),
  };
  const isNothing = facts.municipality === undefined && facts.industry === undefined;
  return isNothing ? undefined : { name: after.name, rows: [], about: [], estimated: [], facts };
}

function isOldEstimate(key: FactKey, before: BusinessState | undefined, after: BusinessState): boolean {
  const fact: Fact<unknown> | undefined = after.facts[key];
  return fact?.source === "estimate" && before?.facts[key] === fact;
}

/** What is known, with what was worked out of it today; what was worked out of what stood there before is gone. */
export function withEstimates(
  state: BusinessState,
  { facts: read, estimated }: BusinessEntry,
  on: PlainDate,
): BusinessState {
  const facts: Record<string, unknown> = { ...state.facts };
  if (read.municipality !== undefined) delete facts["place"];
  if (read.industry !== undefined) delete facts["industryCode"];
  for (const key of estimated) facts[key] = { value: read[key], source: "estimate", on };
  return { ...state, facts: facts as BusinessState["facts"] };
}
