import { foldAddress, foldForSearch, spellOutLegalForms, splitLegalForm } from "../text.ts";
import type { BusinessIdentity } from "./entry.ts";
import type { Facts } from "./facts.ts";

/** Parts the names of a business from everything else it is found by; names count more. */
export const NAMES_END = "\f";

/** What people write either way without meaning another word, beyond what {@link foldForSearch} evens out. */
const LOOSE_KANA: readonly (readonly [RegExp, string])[] = [
  [/ゔぁ/g, "ば"],
  [/ゔぃ/g, "び"],
  [/ゔぇ/g, "べ"],
  [/ゔぉ/g, "ぼ"],
  [/ー/g, ""],
];
const SMALL_AND_ALIKE = "ぁあぃいぅうぇえぉおっつゃやゅゆょよゎわゕかゖけゔぶぢじづずをおゐいゑえ之の斎斉";
const ALIKE: ReadonlyMap<string, string> = new Map(
  [...SMALL_AND_ALIKE.matchAll(/(.)(.)/gu)].map(([, one = "", other = ""]) => [one, other]),
);
const ALIKE_LETTER = new RegExp(`[${[...ALIKE.keys()].join("")}]`, "g");
const MARKS = /[・･.,、。'’"“”「」『』()&!?~*#/\\:;…]|(?<!\d)-|-(?!\d)/g;

/**
 * Folded for finding alone, looser than for comparison: small and large kana, ぢ and じ, a long vowel mark or none, 佐々木
 * and 佐佐木, 斎 and 斉, marks between words, and ㈱ for 株式会社 no longer differ.
 */
export function foldForFinding(text: string): string {
  const folded = spellOutLegalForms(foldForSearch(text))
    .replace(/(?<=\d)ー(?=\d)/g, "-")
    .replace(/(.)[々ゝ]/gu, "$1$1");
  return LOOSE_KANA.reduce((loose, [pattern, letter]) => loose.replace(pattern, letter), folded)
    .replace(ALIKE_LETTER, (letter) => ALIKE.get(letter) ?? letter)
    .replace(MARKS, "");
}

/** Kana without its voicing marks, in katakana so that it meets nothing but itself: やまざき and やまさき are ヤマサキ. */
function unvoiced(kana: string): string {
  return kana
    .normalize("NFD")
    .replace(/[\u3099\u309A]/g, "")
    .replace(/[ぁ-ゖ]/g, (letter) => String.fromCodePoint(letter.codePointAt(0)! + 0x60));
}

/** Legal forms as readings carry them, folded. */
const FORM_READING =
  /^(?:かぶしきがいしや|ゆうげんがいしや|ごうどうがいしや|ごうしがいしや|ごうめいがいしや)|(?:かぶしきがいしや|ゆうげんがいしや|ごうどうがいしや|ごうしがいしや|ごうめいがいしや)$/;

function readingOf(nameKana: string): string {
  const folded = foldForFinding(nameKana);
  return folded.replace(FORM_READING, "") || folded;
}

/**
 * What a business is found by, a line for each way to say it: first its names, by the first of which lists are sorted
 * (the reading where it is known), then keys, address, telephone, trade, persons, note and places. A word is looked for inside
 * lines, so that half a word finds it too.
 */
export function searchTextOf(identity: BusinessIdentity, facts: Facts): string {
  return `${linesOf(namesOf(identity))}${NAMES_END}${linesOf(othersOf(identity, facts))}`;
}

function linesOf(texts: readonly string[]): string {
  return [...new Set(texts)].filter((text) => text !== "").join("\n");
}

function namesOf({ name, nameKana }: BusinessIdentity): string[] {
  const folded = foldForFinding(name);
  const { core, form = "" } = splitLegalForm(folded);
  const reading = nameKana === undefined ? "" : readingOf(nameKana);
  return [reading, core, `${form}${core}`, `${core}${form}`, folded, reading === "" ? "" : unvoiced(reading)];
}

function othersOf({ externalId, corporateNumber }: BusinessIdentity, facts: Facts): string[] {
  const { address, industry, note, representative, contactPerson, email, phone, fax, postalCode } = facts;
  const written = [externalId, corporateNumber, address?.value, industry?.value, postalCode?.value].concat(
    [note, representative, contactPerson, email].map((fact) => fact?.value),
  );
  const places = (facts.places?.value ?? []).flatMap((place) => [place.name, place.address]);
  const numbers = [phone, fax].map((fact) => (fact === undefined ? "" : digitsOf(fact.value)));
  return [
    ...[...written, ...places].map((text) => (text === undefined ? "" : foldForFinding(text))),
    ...(address === undefined ? [] : [foldForFinding(foldAddress(address.value))]),
    ...numbers,
  ];
}

function digitsOf(text: string): string {
  return text.normalize("NFKC").replace(/\D/g, "");
}

/** What is looked for: every word as typed, and the same with readings taken loosely where that differs. */
export interface SoughtWords {
  readonly strict: readonly string[];
  /** Absent where no word could be a reading heard wrongly. */
  readonly relaxed?: readonly string[];
}

/** Words of one search: more are a text pasted by mistake. */
const WORDS_MAX = 10;

/** Takes apart what somebody typed: words in any order, each folded as {@link searchTextOf} folds. */
export function soughtWords(typed: string): SoughtWords {
  const words = typed.replaceAll("\0", " ").split(/\s+/u);
  const strict = [...new Set(words.flatMap(soughtWord))].slice(0, WORDS_MAX);
  const relaxed = [...new Set(strict.flatMap(heardWords))];
  return relaxed.join(" ") === strict.join(" ") ? { strict } : { strict, relaxed };
}

/** Kana from which a reading is also looked for without its voicing: shorter ones would meet everything. */
const HEARD = /^[ぁ-ゖ]{3,}$/;
/** Part of a name by its reading, the rest in kanji: ささき仏壇. */
const HALF_HEARD = /^([ぁ-ゖ]{3,})([^ぁ-ゖ]{2,})$|^([^ぁ-ゖ]{2,})([ぁ-ゖ]{3,})$/;

function heardWords(word: string): string[] {
  const parts = (HALF_HEARD.exec(word)?.slice(1) ?? [word]).filter((part) => part !== undefined);
  return parts.map((part) => (HEARD.test(part) ? unvoiced(part) : part));
}

const TELEPHONE = /^0[\d()-]{4,}$/;
const STREET_NUMBER = /[\d一二三四五六七八九十](丁目|番|号)|\dの\d|字.*\d/;

function soughtWord(typed: string): string[] {
  const even = typed
    .normalize("NFKC")
    .replace(/[‐‑‒–—―−ー－]/g, (dash) => (/^[\d\sー‐-―−()-]+$/.test(typed) ? "-" : dash));
  if (TELEPHONE.test(even)) return [digitsOf(even)];
  const folded = foldForFinding(STREET_NUMBER.test(even) ? foldAddress(even) : even);
  if (folded === "") return [];
  const { core, form } = splitLegalForm(folded);
  return form === undefined ? [folded] : [core, form];
}
