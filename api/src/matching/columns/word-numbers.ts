import { compareBytes } from "../byte-order.ts";

/** Numbers words as they first come, and in the end by their order as UTF-8 bytes, whatever the order they came in. */
export class WordNumbers {
  private readonly numbers = new Map<string, number>();

  /** The number of a word until all are known. */
  numberOf(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    const next = this.numbers.size;
    this.numbers.set(word, next);
    return next;
  }

  get count(): number {
    return this.numbers.size;
  }

  /** The number a word has so far. */
  knownNumberOf(word: string): number | undefined {
    return this.numbers.get(word);
  }

  /** All words in their order, and the place there of each number given out so far. */
  sorted(): { readonly words: readonly string[]; readonly placeOf: Int32Array } {
    const words = [...this.numbers.keys()].sort(compareBytes);
    const placeOf = new Int32Array(words.length);
    words.forEach((word, place) => {
      placeOf[this.numbers.get(word) as number] = place;
    });
    return { words, placeOf };
  }
}

/** The number of a word among all in their order as UTF-8 bytes; undefined where it is not among them. */
export function placeAmongWords(words: readonly string[], word: string): number | undefined {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const order = compareBytes(words[middle] as string, word);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return undefined;
}
