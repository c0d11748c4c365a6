import { describe, expect, it } from "vitest";
import { importProblemText } from "./import-problem.ts";
import { placedProblemText } from "./problem-place.ts";

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

describe("a problem of a list with its place", () => {
  const where = { row: 5, column: "携帯", cell: "C5" };

  it("names row, column and cell", () => {
    const problem = { code: "COLUMN_TWICE", used: "ＴＥＬ", beside: true, ...where } as const;
    expect(placedProblemText(problem, "ja")).toMatch(/^5行目「携帯」（C5）: 「ＴＥＬ」と同じ項目の列です。/);
    expect(placedProblemText(problem, "en")).toMatch(
      /^Row 5, “携帯” \(C5\): This column is the same item as “ＴＥＬ”\./,
    );
    expect(placedProblemText({ code: "NO_ROWS", row: 5 }, "en")).toMatch(/^Row 5: There is no business/);
    expect(placedProblemText({ code: "FILE_EMPTY" }, "ja")).toMatch(/^ファイルが空です。/);
  });

  it("names its rows once where the sentence does", () => {
    const marked = { code: "ROWS_MARKED", choice: "closed", rows: [10], count: 1, row: 10 } as const;
    expect(placedProblemText(marked, "ja")).toMatch(/^10行目は、取り消し線があるか、/);
    expect(placedProblemText(marked, "en")).toMatch(/^Row 10: struck through or grey\./);
  });

  it("says of joined rows which they are, what differs and what is used", () => {
    const joined = { code: "ROWS_JOINED", rows: [11], count: 1, businesses: 1, row: 11 } as const;
    expect(placedProblemText({ ...joined, firstRow: 6 }, "ja")).toBe("11行目は6行目と同じ事業者としてまとめます。");
    expect(placedProblemText(joined, "ja")).toBe("11行目は、先の行と同じ事業者としてまとめます（1事業者）。");
    const differs = { row: 11, column: "業種", value: "鉄工", kept: "金属加工", keptRow: 6 };
    expect(placedProblemText({ code: "FACT_CONTRADICTED", ...differs }, "ja")).toBe(
      "同じ事業者の「業種」が、6行目では「金属加工」、11行目では「鉄工」です。6行目の値を使います。",
    );
  });
});
