/**
 * Check digit of a local government code (全国地方公共団体コード).
 *
 * Weights 6, 5, 4, 3, 2 on the five digits; (11 − sum mod 11) mod 10. Source: 総務省 全国地方公共団体コード, 検査数字.
 */
export function municipalityCheckDigit(fiveDigits: string): number {
  const sum = [...fiveDigits].reduce((total, digit, index) => total + Number(digit) * (6 - index), 0);
  return (11 - (sum % 11)) % 10;
}

/** JIS X 0401 code (two digits) of the prefecture a municipality or prefecture code lies in. */
export function prefectureOf(code: string): string {
  return code.slice(0, 2);
}

/** Codes of the 20 designated cities (政令指定都市): their wards are numbered from the next code on. */
const DESIGNATED_CITIES = [
  "01100",
  "04100",
  "11100",
  "12100",
  "14100",
  "14130",
  "14150",
  "15100",
  "22100",
  "22130",
  "23100",
  "26100",
  "27100",
  "27140",
  "28100",
  "33100",
  "34100",
  "40100",
  "40130",
  "43100",
];

/**
 * The municipality itself: for a ward of a designated city the city, since such a ward is no municipality
 * (Local Autonomy Act art. 252-20) and permits are the city's; every other code unchanged, Tokyo's wards too.
 */
export function cityOfWard(code: string): string {
  const isWard = code[2] === "1" && prefectureOf(code) !== "13";
  if (!isWard) return code;
  return DESIGNATED_CITIES.findLast((city) => city <= code && prefectureOf(city) === prefectureOf(code)) ?? code;
}

/**
 * The code of a prefecture (2 digits) or municipality (5) as somebody gives it: also with its check digit (6 digits,
 * 370002 for a prefecture). Undefined for anything else, and for a wrong check digit.
 */
export function areaCodeOf(text: string): string | undefined {
  const isPrefecture = (code: string) => /^(0[1-9]|[1-3]\d|4[0-7])/.test(code);
  if (!/^(\d{2}|\d{5,6})$/.test(text) || !isPrefecture(text)) return undefined;
  if (text.length < 6) return text;
  const code = text.slice(0, 5);
  if (municipalityCheckDigit(code) !== Number(text[5])) return undefined;
  return code.endsWith("000") ? prefectureOf(code) : code;
}
