import { foldAddress, foldForSearch, nameParts } from "../text.ts";
import type { BusinessState } from "./history.ts";
import { phoneNumbersIn } from "./telephone.ts";

/** A business as duplicates are looked for. */
export interface DuplicateSubject extends BusinessState {
  readonly id: string;
}

/** An address taken apart: the town as text, its numbers, and what follows them, a building or a floor. */
export interface AddressTraits {
  readonly town: string;
  readonly numbers: string;
  readonly rest: string;
}

/** What of a business is compared, folded once: each is met in many pairs. */
export interface Traits {
  readonly id: string;
  readonly corporateNumber: string | undefined;
  /** The name without its legal form. */
  readonly core: string;
  /** The core with small kana, long vowels and dashes evened out: ショップ and シヨツプ are one. */
  readonly loose: string;
  readonly form: string | undefined;
  /** How the name is read, from its reading or from a name that is written in kana. */
  readonly readings: readonly string[];
  readonly address: AddressTraits | undefined;
  readonly phones: readonly string[];
  readonly email: string | undefined;
  readonly representative: string | undefined;
  /** Where it works: the name over the door and its address. */
  readonly places: readonly { readonly loose: string; readonly address: AddressTraits }[];
}

/** Small kana and the kana that sound alike, to the one comparison keeps. */
const KANA_ALIKE: Readonly<Record<string, string>> = {
  ...{ ぁ: "あ", ぃ: "い", ぅ: "う", ぇ: "え", ぉ: "お", っ: "つ", ゃ: "や", ゅ: "ゆ", ょ: "よ", ゎ: "わ", ゕ: "か" },
  ...{ ゖ: "け", ヶ: "け", を: "お", ぢ: "じ", づ: "ず", ゔ: "ぶ", ゐ: "い", ゑ: "え" },
};

/** A folded text with the spellings of kana evened out that people mix up. */
export function looseOf(folded: string): string {
  return folded
    .replace(/[ー~・･.,、。'’"“”-]/g, "")
    .replace(/[ぁぃぅぇぉっゃゅょゎゕゖヶをぢづゔゐゑ]/g, (one) => KANA_ALIKE[one] ?? one);
}

/** Legal forms as readings carry them. */
const FORM_READINGS =
  /かぶしきがいしや|かぶしきかいしや|ゆうげんがいしや|ごうどうがいしや|ごうしがいしや|ごうめいがいしや|^か[)）]|[(（]か$|^ゆ[)）]|[(（]ゆ$|^ど[)）]|[(（]ど$/g;
const ALL_KANA = /^[ぁ-ゖーa-z0-9]+$/;

function readingsOf(core: string, nameKana: string | undefined): string[] {
  const told = nameKana === undefined ? "" : looseOf(foldForSearch(nameKana)).replace(FORM_READINGS, "");
  const written = ALL_KANA.test(core) ? looseOf(core) : "";
  return [...new Set([told, written])].filter((reading) => reading.length >= 2);
}

/** Takes an address apart; undefined for none. */
export function addressTraitsOf(address: string | undefined): AddressTraits | undefined {
  if (address === undefined) return undefined;
  const [, town = "", numbers = "", rest = ""] = /^(\D*)([\d-]*)(.*)$/.exec(foldAddress(address)) ?? [];
  if (town === "" && numbers === "") return undefined;
  return { town, numbers: numbers.replace(/-+$/, ""), rest: rest.replace(/^[-,、]/, "") };
}

/** Fewest digits two businesses are told by: a shortened second number, or one cut off, may be anybody's. */
const PHONE_DIGITS_MIN = 9;

/** The telephone numbers of a cell, digits only: it may hold two, or a fax number too. */
export function phonesOf(...texts: readonly (string | undefined)[]): string[] {
  const numbers = texts.flatMap((text) => (text === undefined ? [] : phoneNumbersIn(text)));
  return [...new Set(numbers.filter(({ length }) => length >= PHONE_DIGITS_MIN))];
}

const TITLES = /^(?:代表取締役(?:社長|会長)?|取締役社長|代表社員|代表理事|理事長|代表者|代表|店主|社長)/;

function representativeOf(text: string | undefined): string | undefined {
  const name = text === undefined ? "" : foldForSearch(text).replace(TITLES, "");
  return name.length >= 2 ? name : undefined;
}

/** Folds what of a business is compared. */
export function traitsOf({ id, name, nameKana, corporateNumber, facts }: DuplicateSubject): Traits {
  const { core, form } = nameParts(name);
  const places = (facts.places?.value ?? []).flatMap((place) => {
    const address = addressTraitsOf(place.address);
    return address === undefined ? [] : [{ loose: looseOf(nameParts(place.name).core), address }];
  });
  return {
    ...{ id, corporateNumber, core, form, loose: looseOf(core), readings: readingsOf(core, nameKana), places },
    address: addressTraitsOf(facts.address?.value),
    phones: phonesOf(facts.phone?.value),
    email: facts.email?.value === undefined ? undefined : foldForSearch(facts.email.value),
    representative: representativeOf(facts.representative?.value),
  };
}
