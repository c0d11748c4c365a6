import { placeOf, type Place } from "#domain/place.ts";
import type { Levelled, LicenceFact, Months, PurchaseFact, SnapshotBusiness } from "./snapshot.ts";

/** A business as the components read it: places in microdegrees, each tag once with its highest level. Undefined is unknown. */
export interface Member {
  readonly id: string;
  readonly place: Place | undefined;
  readonly municipality: string | undefined;
  readonly industry: string | undefined;
  readonly employees: number | undefined;
  readonly capitalYen: number | undefined;
  readonly capabilities: ReadonlyMap<string, number> | undefined;
  readonly seeks: ReadonlyMap<string, number> | undefined;
  readonly needs: ReadonlyMap<string, number> | undefined;
  readonly licences: readonly LicenceFact[] | undefined;
  readonly monthlyLoad: Months | undefined;
  /**
   * Workers wanted from outside, in tenths: as told, else what the work on hand has above its own least month. One fact,
   * known where either is.
   */
  readonly monthlyWorkers: Months | undefined;
  readonly monthlyCapacity: Months | undefined;
  /** The adviser's judgement, 0 to 3. */
  readonly leader: number | undefined;
  /** Yen a month by item, an item named twice added up. One item without yen leaves them all unknown. */
  readonly purchases: ReadonlyMap<string, number> | undefined;
  readonly purposes: readonly string[] | undefined;
  readonly ties: readonly string[] | undefined;
}

/** Microdegrees in a degree. */
const MICRO = 1_000_000;

/** Members sorted by id as UTF-8 bytes, none twice. */
export type Group = readonly Member[];

/** Tags with their level; a tag given twice keeps its highest. */
export function highestLevels(tags: readonly Levelled[]): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  for (const [tag, level] of tags) levels.set(tag, Math.max(level, levels.get(tag) ?? 0));
  return levels;
}

const levelsOf = (tags: readonly Levelled[] | undefined) => (tags === undefined ? undefined : highestLevels(tags));

/** What a year's work has above its own least month. */
export function aboveLeast(load: Months | undefined): Months | undefined {
  if (load === undefined) return undefined;
  const least = Math.min(...load);
  return load.map((month) => month - least);
}

function spendByItem(purchases: readonly PurchaseFact[] | undefined): ReadonlyMap<string, number> | undefined {
  if (purchases === undefined) return undefined;
  const spend = new Map<string, number>();
  for (const [item, yen] of purchases) {
    if (yen === undefined) return undefined;
    spend.set(item, (spend.get(item) ?? 0) + yen);
  }
  return spend;
}

/** A business of which `memberOf` makes this member. */
export function businessOf(member: Member): SnapshotBusiness {
  const { place, capabilities, seeks, needs, purchases, ...same } = member;
  const entries = <Value>(map: ReadonlyMap<string, Value> | undefined) => map && [...map];
  const business = {
    ...same,
    ...(place && { lat: place.latMicro / MICRO, lon: place.lonMicro / MICRO }),
    capabilities: entries(capabilities),
    seeks: entries(seeks),
    needs: entries(needs),
    purchases: entries(purchases),
  };
  return Object.fromEntries(
    Object.entries(business).filter(([, value]) => value !== undefined),
  ) as unknown as SnapshotBusiness;
}

/** Prepares one business of a snapshot for the components. */
export function memberOf(business: SnapshotBusiness): Member {
  const { lat, lon } = business;
  return {
    id: business.id,
    place: lat === undefined || lon === undefined ? undefined : placeOf(lat, lon),
    municipality: business.municipality,
    industry: business.industry,
    employees: business.employees,
    capitalYen: business.capitalYen,
    capabilities: levelsOf(business.capabilities),
    seeks: levelsOf(business.seeks),
    needs: levelsOf(business.needs),
    licences: business.licences,
    monthlyLoad: business.monthlyLoad,
    monthlyWorkers: business.monthlyWorkers ?? aboveLeast(business.monthlyLoad),
    monthlyCapacity: business.monthlyCapacity,
    leader: business.leader,
    purchases: spendByItem(business.purchases),
    purposes: business.purposes,
    ties: business.ties,
  };
}
