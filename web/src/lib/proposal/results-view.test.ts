import { describe, expect, it } from "vitest";
import { addressWith, resultsViewOf } from "./results-view.ts";

const viewOf = (text: string) => resultsViewOf(new URLSearchParams(text));

describe("how candidates are looked at", () => {
  it("is by the lower bound and without filters where the address says nothing", () => {
    expect(viewOf("")).toEqual({ sort: "lower", filters: { band: "", municipality: "", with: "" }, chosen: null });
  });

  it("is read from the address", () => {
    expect(viewOf("sort=near&band=STRONG&municipality=37201&with= さぬき &at=12")).toEqual({
      ...{ sort: "near", chosen: 12 },
      filters: { band: "STRONG", municipality: "37201", with: "さぬき" },
    });
  });

  it("takes nothing for what it does not know", () => {
    for (const at of ["0", "-1", "x", "1e3", "99999"]) expect(viewOf(`sort=best&at=${at}`)).toEqual(viewOf(""));
  });
});

describe("another view of the same candidates", () => {
  const params = new URLSearchParams("sort=near&band=STRONG&w.leader=20");

  it("changes what was changed and keeps the rest", () => {
    expect(addressWith(params, { sort: "size", at: "3" })).toBe("?band=STRONG&w.leader=20&sort=size&at=3");
  });

  it("loses what is taken away, and may be bare", () => {
    expect(addressWith(params, { band: "" })).toBe("?sort=near&w.leader=20");
    expect(addressWith(new URLSearchParams("band=THIN&with="), { band: "" })).toBe("?");
  });
});
