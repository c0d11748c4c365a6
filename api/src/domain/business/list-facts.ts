import { canonicalJson, type Json } from "../canonical-json.ts";
import { evenWidth, foldAddress, foldName } from "../text.ts";
import type { BusinessPlace, FactKey, FactValues, LicenceHeld, ListFactKey, PlaceKnown } from "./facts.ts";
import { samePhoneText } from "./telephone.ts";

/** Unites what several rows say of one list fact: each thing once, a tag at its highest level, a licence to its latest day, a place with all that is done there. */
export function uniteLists<K extends ListFactKey>(key: K, one: FactValues[K], other: FactValues[K]): FactValues[K] {
  const united = new Map<string, unknown>();
  for (const item of [...one, ...other]) {
    const name = nameOfItem(key, item);
    const before = united.get(name);
    united.set(name, before === undefined ? item : stronger(key, before, item));
  }
  return [...united.values()] as unknown as FactValues[K];
}

function nameOfItem(key: ListFactKey, item: unknown): string {
  if (key === "licences") {
    const { kind, area } = item as LicenceHeld;
    return `${kind}:${area ?? ""}`;
  }
  if (key === "places") {
    const { name, address } = item as BusinessPlace;
    return `${foldName(name)}\n${address === undefined ? "" : foldAddress(address)}`;
  }
  return Array.isArray(item) ? String(item[0]) : String(item);
}

function stronger(key: ListFactKey, before: unknown, item: unknown): unknown {
  if (key === "licences") {
    return ((item as LicenceHeld).until ?? "") > ((before as LicenceHeld).until ?? "") ? item : before;
  }
  if (key === "places") return onePlace(before as BusinessPlace, item as BusinessPlace);
  if (!Array.isArray(before) || !Array.isArray(item)) return before;
  return (item[1] ?? 0) > (before[1] ?? 0) ? item : before;
}

function onePlace(before: BusinessPlace, item: BusinessPlace): BusinessPlace {
  const licences = [...new Set([...(before.licences ?? []), ...(item.licences ?? [])])].sort();
  return { ...item, ...before, ...(licences.length === 0 ? {} : { licences }) };
}

/** Whether two values of a fact say the same; the order in a list of things does not count, that of months does. */
export function sameFact<K extends FactKey>(key: K, one: FactValues[K], other: FactValues[K]): boolean {
  return canonical(key, one) === canonical(key, other);
}

function placeText({ lat, lon }: PlaceKnown): string {
  return `${lat},${lon}`;
}

const ORDERED: readonly FactKey[] = ["monthlyLoad", "monthlyWorkers", "monthlyCapacity"];

function canonical(key: FactKey, value: unknown): string {
  // A list carries coordinates alone: written out and read again, an estimate is still the same place.
  if (key === "place") return placeText(value as PlaceKnown);
  if (key === "phone" || key === "fax") return samePhoneText(String(value));
  if (key === "email") return evenWidth(String(value));
  if (!Array.isArray(value) || ORDERED.includes(key)) return canonicalJson(value as Json);
  return value
    .map((item) => canonicalJson(item as Json))
    .sort()
    .join("\n");
}
