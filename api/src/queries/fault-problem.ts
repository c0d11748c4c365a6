import { refusalText } from "#words/access.ts";
import type { Language } from "#words/language.ts";

/** That we failed at work outside a request, with the number to quote. */
export function faultProblem(faultId: string | null, language: Language) {
  const number = faultId === null ? "" : language === "ja" ? `（番号 ${faultId}）` : ` (number ${faultId})`;
  return { code: "INTERNAL", message: `${refusalText("INTERNAL", language)}${number}`, field: null, law: null };
}
