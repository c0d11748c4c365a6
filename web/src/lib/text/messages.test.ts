import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Messages = Readonly<Record<string, string>>;

function messagesIn(language: string): Messages {
  const file = new URL(`../../../messages/${language}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as Messages;
}

const placeholders = (message: string | undefined) => (message?.match(/\{\w+\}/g) ?? []).toSorted();

const [japanese, english] = [messagesIn("ja"), messagesIn("en")];

describe("the words of the pages", () => {
  it("are the same set in Japanese and in English", () => {
    expect(Object.keys(english)).toEqual(Object.keys(japanese));
  });

  it("name the same facts in both", () => {
    const different = Object.keys(japanese).filter(
      (key) => String(placeholders(japanese[key])) !== String(placeholders(english[key])),
    );
    expect(different).toEqual([]);
  });

  it("raise no voice", () => {
    const loud = Object.values({ ...japanese, ...english }).filter((message) => /[!！]/.test(message));
    expect(loud).toEqual([]);
  });

  it("have no English left over in Japanese", () => {
    const allowed =
      /Excel|Word|PDF|FAX|Musubi|UTF-8|CP932|Shift_JIS|Windows|CSV|xlsx?|csv|https?|MB|km|English|QR|\{\w+\}/g;
    const leftOver = Object.entries(japanese).filter(
      ([key, message]) => key !== "$schema" && /[A-Za-z]{2,}/.test(message.replace(allowed, "")),
    );
    expect(leftOver).toEqual([]);
  });
});
