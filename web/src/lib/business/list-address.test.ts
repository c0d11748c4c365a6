import { describe, expect, it } from "vitest";
import {
  hrefSortedBy,
  hrefWith,
  hrefWithout,
  listAddressOf,
  monthsOf,
  plainQuery,
  USUAL_COLUMNS,
} from "./list-address.ts";

const params = (text: string) => new URLSearchParams(text);

describe("the address of a list", () => {
  it("says the search, the filters, the order and the columns", () => {
    const address = listAddressOf(
      params("q=+うどん+&industry=E&mine=1&sort=KNOWN&order=desc&column=adviser&column=note"),
    );
    expect(address).toMatchObject({ search: "うどん", sort: "KNOWN", descending: true, columns: ["adviser", "note"] });
    expect([address.filters.industry, address.filters.mine, address.filters.need]).toEqual(["E", "1", ""]);
  });

  it("shows the usual columns by name where it says nothing, and takes no sort it does not know", () => {
    expect(listAddressOf(params("sort=COLOUR"))).toMatchObject({ sort: null, columns: USUAL_COLUMNS, search: "" });
  });

  it("keeps what says something, and begins at the first row", () => {
    const usual = USUAL_COLUMNS.map((column): [string, string] => ["column", column]);
    const query = plainQuery([["q", " 高松 "], ["need", ""], ["after", "x"], ["order", "desc"], ...usual]);
    expect(query.toString()).toBe(params("q=高松").toString());
  });

  it("loses one filter at a time", () => {
    expect(hrefWithout(params("q=a&need=K02&mine=1&after=x"), "need")).toBe("?q=a&mine=1");
    expect(hrefWith(params("q=a&after=x"), "visited", "6")).toBe("?q=a&visited=6");
  });

  it("is sorted in the column's usual direction first, then turned round", () => {
    expect(hrefSortedBy(params("q=a"), "MUNICIPALITY")).toBe("?q=a&sort=MUNICIPALITY");
    expect(hrefSortedBy(params("sort=MUNICIPALITY"), "MUNICIPALITY")).toBe("?sort=MUNICIPALITY&order=desc");
    expect(hrefSortedBy(params("sort=MUNICIPALITY&order=desc"), "MUNICIPALITY")).toBe("?sort=MUNICIPALITY");
    expect(hrefSortedBy(params(""), "NAME")).toBe("?sort=NAME&order=desc");
    expect(hrefSortedBy(params("q=a"), "NAME")).toBe("?q=a&sort=NAME");
    expect(hrefSortedBy(params(""), "UPDATED")).toBe("?sort=UPDATED&order=desc");
  });

  it("takes months from 1 to 120", () => {
    expect(["1", "6", "120", "0", "121", "", "x"].map(monthsOf)).toEqual([1, 6, 120, null, null, null, null]);
  });
});
