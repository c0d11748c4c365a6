import type { Cookies } from "@sveltejs/kit";

type CookieOptions = Parameters<Cookies["set"]>[2];

/** A cookie the api asks for, taken apart so that it can be handed on to the browser unchanged. */
export interface WantedCookie {
  readonly name: string;
  readonly value: string;
  readonly options: CookieOptions;
}

const SAME_SITE = ["lax", "strict", "none"] as const;

function optionOf([key, value]: readonly [string, string]): Partial<CookieOptions> {
  switch (key.toLowerCase()) {
    case "path":
      return { path: value };
    case "max-age":
      return { maxAge: Number(value) };
    case "expires":
      return { expires: new Date(value) };
    case "httponly":
      return { httpOnly: true };
    case "secure":
      return { secure: true };
    case "samesite":
      return { sameSite: SAME_SITE.find((known) => known === value.toLowerCase()) ?? "lax" };
    default:
      return {};
  }
}

function pairOf(part: string): readonly [string, string] {
  const at = part.indexOf("=");
  return at < 0 ? [part.trim(), ""] : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
}

/** Reads one `Set-Cookie` line. What it does not ask for stays off: a cookie is never made laxer or stricter on the way. */
export function readSetCookie(line: string): WantedCookie {
  const [first = "", ...attributes] = line.split(";");
  const [name, value] = pairOf(first);
  const options: CookieOptions = { path: "/", httpOnly: false, secure: false };
  for (const attribute of attributes) Object.assign(options, optionOf(pairOf(attribute)));
  return { name, value, options };
}

export function forwardCookies(cookies: Cookies, lines: readonly string[]): void {
  for (const line of lines) {
    const { name, value, options } = readSetCookie(line);
    cookies.set(name, value, { ...options, encode: (text) => text });
  }
}
