import type { IncomingMessage } from "node:http";
import type { Language } from "#words/language.ts";

/** The language of an answer: what the pages ask for, else the browser's first choice, else Japanese. */
export function languageOf(request: Pick<IncomingMessage, "headers">): Language {
  const asked = [request.headers["x-musubi-language"]].flat()[0] ?? request.headers["accept-language"] ?? "ja";
  return asked.trim().toLowerCase().startsWith("en") ? "en" : "ja";
}
