import type { IncomingMessage } from "node:http";
import type { Language } from "#words/language.ts";
import { cookieOf } from "./cookie.ts";

/** The cookie in which the pages keep the language somebody chose. */
const LANGUAGE_COOKIE = "musubi-language";

/**
 * The language of an answer: what the pages ask for; else, for a file that is opened by its address, what was chosen on
 * the pages; else the browser's first choice, else Japanese.
 */
export function languageOf(request: Pick<IncomingMessage, "headers">): Language {
  const { headers } = request;
  const asked =
    [headers["x-musubi-language"]].flat()[0] ??
    cookieOf(request, LANGUAGE_COOKIE) ??
    headers["accept-language"] ??
    "ja";
  return asked.trim().toLowerCase().startsWith("en") ? "en" : "ja";
}
