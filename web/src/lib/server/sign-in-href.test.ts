import { describe, expect, it } from "vitest";
import { signInHref } from "./sign-in-href.ts";

const hrefFor = (path: string, cookie: string | null) =>
  new URL(signInHref({ url: new URL(path, "https://musubi.example.jp"), cookie }), "https://musubi.example.jp");

describe("the way to sign in", () => {
  it("leads back to the page asked for, with its search", () => {
    const href = hrefFor("/businesses?search=%E9%89%84&after=a", null);
    expect(href.pathname).toBe("/sign-in");
    expect(href.searchParams.get("next")).toBe("/businesses?search=%E9%89%84&after=a");
  });

  it("leads back to the page of a form, not to its sending", () => {
    expect(hrefFor("/discover?/start", null).searchParams.get("next")).toBe("/discover");
  });

  it("tells of a session that ended only where the browser still holds one", () => {
    expect(hrefFor("/", "PARAGLIDE_LOCALE=ja; __Host-musubi=abc").searchParams.get("expired")).toBe("1");
    expect(hrefFor("/", "PARAGLIDE_LOCALE=ja; __Host-musubi=").searchParams.has("expired")).toBe(false);
    expect(hrefFor("/", "PARAGLIDE_LOCALE=ja").searchParams.has("expired")).toBe(false);
    expect(hrefFor("/", null).searchParams.has("expired")).toBe(false);
  });
});
