import { foldForSearch } from "../text.ts";
import { wordIndex, type TradeWord } from "./word-index.ts";

/** The class a trade in words says, where it says one and nothing else; undefined where it is not clear. */
export type ClearTrade = (text: string) => string | undefined;

/** What follows a trade word without changing it. */
const ENDINGS = /(?:業|店|屋|所|経営|さん)$/;

/**
 * Makes the reader of clear trades from words and class names. A text is clear where it is such a word, or several of
 * them that lie in one class; a word of several classes is as clear as what they share.
 * @param digits most digits of an answer: two where the finer classes are not loaded
 */
export function clearTrade(words: readonly TradeWord[], digits: 2 | 4): ClearTrade {
  const { codesOf } = wordIndex(words, []);
  const known = (part: string): readonly string[] => {
    const own = codesOf(part);
    return own.length > 0 ? own : codesOf(part.replace(ENDINGS, ""));
  };
  return (text) => {
    const folded = foldForSearch(text).replace(/，/g, "、");
    const whole = known(folded);
    if (whole.length > 0) return shared(whole.map((code) => code.slice(0, digits)));
    const parts = folded.split(/[・、,／/;；]|および|及び|兼/).filter((part) => part !== "");
    const codes = parts.map(known);
    if (codes.length === 0 || codes.some((own) => own.length === 0)) return undefined;
    return shared(codes.flat().map((code) => code.slice(0, digits)));
  };
}

/** The class that several codes say together: the finest of one line, else the one they all lie in, of two digits or more. */
function shared(codes: readonly string[]): string | undefined {
  const [first, ...others] = [...new Set(codes)].sort((one, other) => other.length - one.length);
  if (first === undefined || others.every((code) => first.startsWith(code))) return first;
  for (let length = first.length - 1; length >= 2; length -= 1) {
    const start = first.slice(0, length);
    if (others.every((code) => code.startsWith(start) || start.startsWith(code))) return start;
  }
  return undefined;
}
