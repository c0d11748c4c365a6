import { describe, expect, it } from "vitest";
import { importProblemText } from "./import-problem.ts";

describe("a problem of a list in words", () => {
  it("carries the number a slip was meant to be", () => {
    const problem = { code: "CORPORATE_NUMBER_TWELVE_DIGITS", full: "7123456789012" } as const;
    expect(importProblemText(problem, "ja")).toContain("7123456789012");
    expect(importProblemText(problem, "en")).toContain("7123456789012");
  });

  it("separates thousands in both languages", () => {
    const problem = { code: "TOO_MANY_ROWS", limit: 200_000 } as const;
    expect(importProblemText(problem, "ja")).toBe(
      "行が多すぎます。200,000行まで読めます。空の行や要らないシートを消すか、分けて取り込んでください。",
    );
    expect(importProblemText(problem, "en")).toBe(
      "There are too many rows. Up to 200,000 can be read. Delete empty rows and sheets not needed, or split the file.",
    );
  });

  it("names the file's ending only where there is one", () => {
    expect(importProblemText({ code: "FILE_KIND_UNKNOWN", extension: "pdf" }, "ja")).toMatch(
      /^この種類のファイル（\.pdf）は/,
    );
    expect(importProblemText({ code: "FILE_KIND_UNKNOWN", extension: "" }, "ja")).toMatch(
      /^この種類のファイルは読めません/,
    );
  });

  it("says which of latitude and longitude is missing", () => {
    expect(importProblemText({ code: "COORDINATE_ALONE", missing: "緯度" }, "en")).toContain("latitude");
    expect(importProblemText({ code: "COORDINATE_ALONE", missing: "経度" }, "en")).toContain("longitude");
  });
});
