import { KANJI_VARIANTS } from "./kanji-variants.ts";

const VARIANT = new RegExp(`[${[...KANJI_VARIANTS.keys()].join("")}]`, "gu");
/** Marks that choose one drawing of the same character (異体字セレクタ). */
const VARIATION_SELECTORS = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;

/** Hyphens and dashes of every kind, and the minus sign; the long vowel mark is a letter and stays apart. */
const DASHES = /[‐‑‒–—―−－﹣]/g;

/** Width and spaces evened out and nothing else: what a person would call the same writing. */
export function evenWidth(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, " ").trim();
}

/** Folded for search and comparison: width, case, spaces, katakana and old kanji no longer differ. Never shown. */
export function foldForSearch(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/g, "")
    .replace(VARIATION_SELECTORS, "")
    .replace(DASHES, "-")
    .replace(VARIANT, (character) => KANJI_VARIANTS.get(character) ?? character)
    .replace(/[ァ-ヶ]/g, (katakana) => String.fromCodePoint(katakana.codePointAt(0)! - 0x60));
}

/** Legal forms as names carry them, full and short, after NFKC; the first spelling is what comparison keeps. */
const LEGAL_FORM_WORDS: readonly (readonly [string, ...string[]])[] = [
  ["株式会社", "(株)", "株)", "(株"],
  ["有限会社", "(有)", "有)", "(有"],
  ["合同会社", "(同)"],
  ["合資会社", "(資)"],
  ["合名会社", "(名)"],
  ["一般社団法人", "(一社)"],
  ["公益社団法人", "(公社)"],
  ["一般財団法人", "(一財)"],
  ["公益財団法人", "(公財)"],
  ["社会福祉法人", "(福)"],
  ["医療法人", "(医)"],
  ["学校法人", "(学)"],
  ["農事組合法人", "(農)"],
  ["特定非営利活動法人", "npo法人", "(特非)"],
  ["協同組合", "(協)"],
  ["企業組合", "(企)"],
];

/**
 * Folded text with its legal forms spelled out wherever they stand, also while one is still being typed: (株)山田 and
 * 山田(株 become 株式会社山田 and 山田株式会社.
 */
export function spellOutLegalForms(folded: string): string {
  let text = folded;
  for (const [full, ...spellings] of LEGAL_FORM_WORDS) {
    for (const short of spellings) {
      if (short.startsWith("(") && short.endsWith(")")) text = text.replaceAll(short, full);
      else if (short.startsWith("(") && text.endsWith(short)) text = `${text.slice(0, -short.length)}${full}`;
      else if (short.endsWith(")") && text.startsWith(short)) text = `${full}${text.slice(short.length)}`;
    }
  }
  return text;
}

/** The legal form a business name carries at its head or tail, in its full wording, or undefined. */
export function legalFormOf(name: string): string | undefined {
  return splitLegalForm(foldForSearch(name)).form;
}

/**
 * A business name for comparison: ㈱山田, 株式会社 山田 and 山田（株） become one. The place of the form does not count,
 * because lists muddle it; the form itself does, because 山田有限会社 is another firm.
 */
export function foldName(name: string): string {
  const { core, form } = nameParts(name);
  return `${core}|${form ?? ""}`;
}

/** A name's core and its legal form, both folded: what is left to compare without the form. */
export function nameParts(name: string): { readonly core: string; readonly form: string | undefined } {
  const { core, form } = splitLegalForm(foldForSearch(name));
  return { core: core.replace(/[・･.,、。'’"“”]/g, ""), form };
}

/** What two businesses of one name share: the name without its legal form, folded. */
export function coreOfName(name: string): string {
  return foldName(name).split("|")[0] ?? "";
}

/** A folded name without the legal form at its head or tail, and that form in its full wording. */
export function splitLegalForm(folded: string): { core: string; form: string | undefined } {
  for (const spellings of LEGAL_FORM_WORDS) {
    for (const spelling of spellings) {
      if (folded.length <= spelling.length) continue;
      if (folded.startsWith(spelling)) return { core: folded.slice(spelling.length), form: spellings[0] };
      if (folded.endsWith(spelling)) return { core: folded.slice(0, -spelling.length), form: spellings[0] };
    }
  }
  return { core: folded, form: undefined };
}

const KANJI_DIGITS = "〇一二三四五六七八九";

/** 一 to 九十九 as a number. */
export function numberOfKanji(kanji: string): number {
  const [tens, ones] = kanji.includes("十") ? kanji.split("十") : ["〇", kanji];
  return (tens === "" ? 1 : KANJI_DIGITS.indexOf(tens ?? "")) * 10 + Math.max(0, KANJI_DIGITS.indexOf(ones || "〇"));
}

/** An address for comparison: without prefecture, 一丁目2番地の3 and 1-2-3 alike. Never shown. */
export function foldAddress(address: string): string {
  return foldForSearch(address)
    .replace(/^(北海道|東京都|大阪府|京都府|[^市区町村郡]{2,3}県)/, "")
    .replace(/(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=丁目|番|号)/g, (kanji) =>
      String(numberOfKanji(kanji)),
    )
    .replace(/(?<=\d)ー(?=\d)/g, "-")
    .replace(/(?<=\d)(丁目|番地の?|番|号|の)(?=\d)/g, "-")
    .replace(/(?<=\d)(丁目|番地|番|号)/g, "")
    .replace(/大字|字(?=.)/g, "");
}
