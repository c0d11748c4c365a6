import { foldAddress, foldName } from "../text.ts";

/** What businesses are told apart by. */
export interface Keyed {
  readonly externalId?: string | undefined;
  readonly corporateNumber?: string | undefined;
  readonly name: string;
  readonly address?: string | undefined;
  /** Where else it works. */
  readonly placeAddresses?: readonly string[] | undefined;
}

/**
 * Businesses found again by what a row tells: the federation's own key; else the corporate number; else name and
 * one of its addresses, folded. A row without an address is the only business of its name where there is just one. Two businesses
 * whose keys or corporate numbers differ are never taken for one by name.
 */
export class KnownBusinesses<T> {
  readonly #byExternalId = new Map<string, T>();
  readonly #byCorporateNumber = new Map<string, T>();
  readonly #byPlace = new Map<string, T[]>();
  readonly #byName = new Map<string, T[]>();
  readonly #keyedOf = new Map<T, Keyed>();
  readonly #matchesByNameAlone: boolean;

  /** `byNameAlone`: whether a row without an address may be taken for the only business of its name. */
  constructor({ byNameAlone }: { readonly byNameAlone: boolean }) {
    this.#matchesByNameAlone = byNameAlone;
  }

  /** Makes a business known under each of its keys; a key already taken stays with the earlier one. */
  add(keyed: Keyed, item: T): void {
    const { externalId, corporateNumber } = keyed;
    if (externalId !== undefined && !this.#byExternalId.has(externalId)) this.#byExternalId.set(externalId, item);
    if (corporateNumber !== undefined && !this.#byCorporateNumber.has(corporateNumber)) {
      this.#byCorporateNumber.set(corporateNumber, item);
    }
    this.#keyedOf.set(item, keyed);
    for (const key of placeKeys(keyed)) pushTo(this.#byPlace, key, item);
    if (this.#matchesByNameAlone) pushTo(this.#byName, foldName(keyed.name), item);
  }

  /** Lets a business be found by what it was before, too: that finds it and contradicts nothing. */
  addFormer(keyed: Keyed, item: T): void {
    const { externalId, corporateNumber } = keyed;
    if (externalId !== undefined && !this.#byExternalId.has(externalId)) this.#byExternalId.set(externalId, item);
    if (corporateNumber !== undefined && !this.#byCorporateNumber.has(corporateNumber)) {
      this.#byCorporateNumber.set(corporateNumber, item);
    }
    for (const key of placeKeys(keyed)) pushOnce(this.#byPlace, key, item);
  }

  /** Tells what has become known of a business: from now on this name and address find it, and these keys contradict others. */
  learn(keyed: Keyed, item: T): void {
    const before = this.#keyedOf.get(item);
    if (before !== undefined) {
      for (const key of placeKeys(before)) removeFrom(this.#byPlace, key, item);
      removeFrom(this.#byName, foldName(before.name), item);
      const number = before.corporateNumber;
      if (number !== undefined && this.#byCorporateNumber.get(number) === item) this.#byCorporateNumber.delete(number);
    }
    this.add(keyed, item);
  }

  /** The business a row speaks of, or undefined for one not known yet. */
  find(keyed: Keyed): T | undefined {
    const { externalId, corporateNumber } = keyed;
    const byKey = externalId === undefined ? undefined : this.#byExternalId.get(externalId);
    if (byKey !== undefined) return byKey;
    const byNumber = corporateNumber === undefined ? undefined : this.#byCorporateNumber.get(corporateNumber);
    if (byNumber !== undefined) return byNumber;
    const there = new Set(placeKeys(keyed).flatMap((key) => this.#byPlace.get(key) ?? []));
    const placed = this.#theOne([...there], keyed);
    if (placed !== undefined || !this.#matchesByNameAlone || keyed.address !== undefined) return placed;
    const named = this.#byName.get(foldName(keyed.name)) ?? [];
    return named.length === 1 ? this.#theOne(named, keyed) : undefined;
  }

  /** The only candidate whose keys do not contradict the row's; one with the very same keys goes before the others. */
  #theOne(candidates: readonly T[], keyed: Keyed): T | undefined {
    const possible = candidates.filter((item) => !contradict(this.#keyedOf.get(item), keyed));
    const same = possible.find((item) => haveSameKeys(this.#keyedOf.get(item), keyed));
    return same ?? (possible.length === 1 ? possible[0] : undefined);
  }
}

function pushTo<T>(map: Map<string, T[]>, key: string, item: T): void {
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
}

function pushOnce<T>(map: Map<string, T[]>, key: string, item: T): void {
  if (!map.get(key)?.includes(item)) pushTo(map, key, item);
}

function removeFrom<T>(map: Map<string, T[]>, key: string, item: T): void {
  const items = map.get(key);
  const at = items?.indexOf(item) ?? -1;
  if (at >= 0) items?.splice(at, 1);
}

/** Name and address, once for each address it is known at. */
function placeKeys({ name, address, placeAddresses = [] }: Keyed): string[] {
  const folded = foldName(name);
  const addresses = [address, ...placeAddresses].map((one) => (one === undefined ? "" : foldAddress(one)));
  return [...new Set(addresses)].map((one) => `${folded}\n${one}`);
}

function contradict(one: Keyed | undefined, other: Keyed): boolean {
  return differ(one?.externalId, other.externalId) || differ(one?.corporateNumber, other.corporateNumber);
}

function haveSameKeys(one: Keyed | undefined, other: Keyed): boolean {
  return one?.externalId === other.externalId && one?.corporateNumber === other.corporateNumber;
}

function differ(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}
