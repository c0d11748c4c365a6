import type { VocabularySource } from "#domain/vocabulary.ts";
import { objectAt, textAt, type SeedObject } from "./seed-value.ts";

/** Where a seed file says it comes from. */
export function sourceOf(seed: SeedObject, id: string, rows: number): VocabularySource {
  const wordsAt = (key: string) => {
    const both = objectAt(seed, key);
    return { ja: textAt(both, "ja"), en: textAt(both, "en") };
  };
  return { id, name: wordsAt("name"), origin: wordsAt("source"), version: textAt(seed, "version"), rows };
}
