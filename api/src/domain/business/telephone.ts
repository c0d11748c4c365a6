/** Every dash, long vowel mark or ruled line that stands for a hyphen between digits. */
const HYPHENS = /(?<=[\d)])\s*[-‐‑‒–—―−ー─━一]+\s*(?=[\d(])/g;

/** A telephone number as it is kept: half width, hyphens alike, one space at most; what else is written stays. */
export function normalPhone(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, " ").trim().replace(HYPHENS, "-");
}

/** Ways a number of Japan is written for callers from abroad. */
const FROM_ABROAD = /\+81[-() ]*(?:0[-() ]*)?/g;
/** An extension, and the word before it. */
const EXTENSION = /(?:内線|内|ext\.?|#)[\s:.)]*\d{1,6}/gi;
/** What lists write around a number and says nothing of it. */
const LABELS = /代表?|tel|電話(?:番号)?|fax|ファックス|ファクス/g;

/** A telephone number for comparison: digits and the words that tell it apart (自宅), however it is written. */
export function samePhoneText(text: string): string {
  return normalPhone(text)
    .toLowerCase()
    .replace(FROM_ABROAD, "0")
    .replace(LABELS, "")
    .replace(/[^\p{L}\d]/gu, "");
}

/** 020, 050, 060, 070, 080 (with 0800) and 090 have eleven digits, every other number of Japan ten. */
const POSSIBLE = /^0(?:[25-9]0\d{8}|(?![25-9]0)[1-9]\d{8})$/;
/** Digits of a number of another country, after its +. */
const ABROAD = /^\+(?!81)\d{8,15}$/;
/** Digits of a second number that leaves out what it has in common with the first: 35-1234・35、～6. */
const SHORTENED_DIGITS_MAX = 8;
/** What stands between two numbers of one cell; a space may also stand inside one. */
const BETWEEN = /[^\d+\-(). ]+/;

/**
 * The telephone numbers written in a cell, each in its digits: several may stand there, with extensions and remarks. A
 * second number may leave out what it has in common with the first, and is then as short as it is written.
 */
export function phoneNumbersIn(text: string): string[] {
  const plain = normalPhone(text)
    .replace(/^(\d+)\.0$/, "$1")
    .replace(FROM_ABROAD, "0")
    .replace(EXTENSION, "/");
  return plain
    .split(BETWEEN)
    .flatMap((piece) => {
      const whole = digitsOf(piece);
      if (isPossible(whole)) return [whole];
      return piece.split(/ +(?=[(+]?\d)/).map(digitsOf);
    })
    .filter((digits) => digits !== "");
}

function digitsOf(piece: string): string {
  return piece.replace(/[^\d+]/g, "");
}

function isPossible(digits: string): boolean {
  return POSSIBLE.test(digits) || ABROAD.test(digits);
}

/** Whether a cell can be what somebody is called by: its numbers have as many digits as numbers have. */
export function isPossiblePhone(text: string): boolean {
  const [first, ...others] = phoneNumbersIn(text);
  if (first === undefined || !isPossible(first)) return false;
  return others.every((one) => isPossible(one) || (!one.startsWith("0") && one.length <= SHORTENED_DIGITS_MAX));
}
