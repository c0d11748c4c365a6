import { describe, expect, it } from "vitest";
import { downloadHref } from "./download.ts";
import { listAddressOf } from "./list-address.ts";

const address = (text: string) => listAddressOf(new URLSearchParams(text));

describe("the address of a download", () => {
  it("asks for the list as it is shown", () => {
    const shown = address("q=うどん&mine=1&visited=6&need=K02&sort=KNOWN&order=desc&column=adviser&column=note");
    const query = new URLSearchParams(downloadHref(shown, { format: "xlsx", everything: false }).split("?")[1]);
    expect(Object.fromEntries(query)).toEqual({
      ...{ search: "うどん", mine: "true", notVisitedMonths: "6", need: "K02", sort: "KNOWN", descending: "true" },
      ...{ columns: "adviser,note", format: "xlsx" },
    });
  });

  it("names no columns where every field is wanted", () => {
    expect(downloadHref(address(""), { format: "csv", everything: true })).toBe("/downloads/businesses?format=csv");
  });
});
