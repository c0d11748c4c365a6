import type { PlaceFinder } from "../place-estimate.ts";
import type { ClearTrade } from "../trade/clear.ts";
import type { BusinessEntry } from "./entry.ts";
import type { FactKey, FactValues } from "./facts.ts";
import type { ImportProblem } from "./import-problem.ts";

/** What facts a list does not give are worked out from. */
export interface EstimateSources {
  readonly placeOf: PlaceFinder;
  readonly tradeOf: ClearTrade;
  /** Whether any place of a municipality or town is loaded at all. */
  readonly placesLoaded: boolean;
}

/** Entries with what could be worked out, each such fact marked as an estimate, and what to tell of it. */
export interface EstimatedEntries {
  readonly entries: readonly BusinessEntry[];
  readonly notices: readonly ImportProblem[];
}

/** Works out of each entry what its list does not give: a place from the address, a trade code from clear words. */
export function estimateMissing(entries: readonly BusinessEntry[], sources: EstimateSources): EstimatedEntries {
  const estimated = entries.map((entry) => withTrade(withPlace(entry, sources), sources));
  return { entries: estimated, notices: noticesOf(estimated, sources) };
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

/** Counts for the list as a whole: a line for every row would say the same a thousand times. */
function noticesOf(entries: readonly BusinessEntry[], { placesLoaded }: EstimateSources): ImportProblem[] {
  const count = (is: (entry: BusinessEntry) => boolean) => entries.filter(is).length;
  const towns = count(({ facts }) => facts.place?.exactness === "town");
  const offices = count(({ facts }) => facts.place?.exactness === "municipality");
  const trades = count(({ estimated }) => estimated.includes("industryCode"));
  const unknown = count(({ facts }) => facts.place === undefined);
  return [
    ...(towns + offices > 0 ? [{ code: "PLACES_ESTIMATED", towns, offices } as const] : []),
    ...(unknown > 0 ? [{ code: "PLACES_UNKNOWN", businesses: unknown, loaded: placesLoaded } as const] : []),
    ...(trades > 0 ? [{ code: "TRADES_ESTIMATED", businesses: trades } as const] : []),
  ];
}
