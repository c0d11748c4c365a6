import type { Language } from "./day.ts";

/** Names one after the other, as each language sets them apart. */
export function listText(names: readonly string[], language: Language): string {
  return names.join(language === "en" ? ", " : "、");
}
