import { foldName } from "../text.ts";
import type { BusinessEntry } from "./entry.ts";
import type { BusinessPlace, FactValues } from "./facts.ts";

/** What a name calls the place a legal person has its seat at. */
const HEAD_OFFICE = /本社|本店|本部|本館/;

/**
 * The place a legal person is counted and looked for at: the head office where one is told (本社, 本店, or a place that
 * bears the legal person's own name), else the place with most licences, else the first one of the list. A stall or van
 * licensed for a whole city (高松市一円) has no address and goes behind every place that has one.
 */
export function mainPlaceOf(name: string, places: readonly BusinessPlace[]): BusinessPlace | undefined {
  const own = foldName(name);
  const somewhere = places.filter(({ address = "" }) => /[0-9０-９]/.test(address));
  const seats = somewhere.filter((place) => HEAD_OFFICE.test(place.name));
  const namedAlike = somewhere.filter((place) => foldName(place.name) === own);
  const chosen = [seats, namedAlike, somewhere, places].find((some) => some.length > 0) ?? [];
  const most = Math.max(...chosen.map(({ licences = [] }) => licences.length));
  return chosen.find(({ licences = [] }) => licences.length === most);
}

/** A legal person with the address, municipality and place of its main place. */
export function atMainPlace(entry: BusinessEntry): BusinessEntry {
  const main = entry.isLegalPerson ? mainPlaceOf(entry.name, entry.facts.places ?? []) : undefined;
  if (main === undefined) return entry;
  const { address: _a, municipality: _m, postalCode: _p, place: _l, ...others } = entry.facts;
  const { address, municipality, postalCode, lat, lon } = main;
  const place = lat === undefined || lon === undefined ? undefined : { lat, lon };
  const there: Partial<FactValues> = Object.fromEntries(
    Object.entries({ address, municipality, postalCode, place }).filter(([, value]) => value !== undefined),
  );
  return { ...entry, facts: { ...others, ...there } };
}
