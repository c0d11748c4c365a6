import { foldForSearch } from "../text.ts";
import type { BusinessIdentity } from "./entry.ts";
import type { Facts } from "./facts.ts";

/** What a business is found by, folded as searches are: name, reading, keys, address, trade, note and places. */
export function searchTextOf(identity: BusinessIdentity, facts: Facts): string {
  const { name, nameKana, externalId, corporateNumber } = identity;
  const known = [facts.address?.value, facts.industry?.value, facts.note?.value];
  const places = (facts.places?.value ?? []).flatMap((place) => [place.name, place.address]);
  return [name, nameKana, externalId, corporateNumber, ...known, ...places]
    .filter((text) => text !== undefined)
    .map(foldForSearch)
    .join("\n");
}
