import { describe, expect, it } from "vitest";
import { languageOf } from "./language.ts";

describe("the language of an answer", () => {
  const of = (headers: Record<string, string>) => languageOf({ headers });

  it("is what the pages ask for, before all else", () => {
    expect(of({ "x-musubi-language": "en", cookie: "musubi-language=ja", "accept-language": "ja" })).toBe("en");
  });

  it("is what was chosen on the pages, for a file opened by its address", () => {
    expect(of({ cookie: "other=1; musubi-language=en", "accept-language": "ja-JP" })).toBe("en");
    expect(of({ cookie: "musubi-language=ja", "accept-language": "en-GB" })).toBe("ja");
  });

  it("is the browser's first choice where nothing was chosen, else Japanese", () => {
    expect(of({ cookie: "other=1", "accept-language": "en-GB,ja;q=0.8" })).toBe("en");
    expect(of({ "accept-language": "fr" })).toBe("ja");
    expect(of({})).toBe("ja");
  });
});
