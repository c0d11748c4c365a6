import type { Language } from "./day.ts";

/** What stands side by side in one line: 訪問・30分, Visit · 30 minutes. What is absent is left out. */
export function dotted(parts: readonly (string | null | undefined)[], language: Language): string {
  return parts.filter(Boolean).join(language === "ja" ? "・" : " · ");
}
