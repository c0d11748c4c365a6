import { describe, expect, it } from "vitest";
import { sheetHref } from "./sheet-href.ts";

describe("the address of a sheet", () => {
  it("names the candidate, whom it is for and the format", () => {
    expect(sheetHref({ discovery: "a=", rank: "3" }, { kind: "visit", format: "pdf" })).toBe(
      "/downloads/candidate-sheet?discovery=a%3D&rank=3&kind=visit&format=pdf",
    );
    expect(sheetHref({ proposal: "p" }, { kind: "owner", format: "docx", business: "b" })).toBe(
      "/downloads/candidate-sheet?proposal=p&kind=owner&format=docx&business=b",
    );
  });
});
