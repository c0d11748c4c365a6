import { describe, expect, it } from "vitest";
import { listPageOf, nextPageHref, previousPageHref } from "./pages.ts";

describe("pages of a list in the address", () => {
  it("begin without a cursor and offer no way back", () => {
    const params = new URLSearchParams("q=鉄工");
    expect(listPageOf(params)).toEqual({ after: null, passed: 0 });
    expect(previousPageHref(params)).toBeNull();
  });

  it("keep the search and every cursor passed on the way on", () => {
    const second = new URLSearchParams(nextPageHref(new URLSearchParams("q=鉄工"), "a").slice(1));
    const third = new URLSearchParams(nextPageHref(second, "b").slice(1));
    expect(listPageOf(third)).toEqual({ after: "b", passed: 2 });
    expect(third.get("q")).toBe("鉄工");
  });

  it("lead back one page at a time", () => {
    const back = previousPageHref(new URLSearchParams("q=x&after=a&after=b"));
    expect(back).toBe("?q=x&after=a");
    expect(previousPageHref(new URLSearchParams("q=x&after=a"))).toBe("?q=x");
  });
});
