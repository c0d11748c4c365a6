import { describe, expect, it } from "vitest";
import { columnsIn, correctionsIn, problemsByRow, rowsLeftOut } from "./revision.ts";

function formOf(entries: readonly (readonly [string, string])[]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

describe("a form of corrections", () => {
  it("names the cells whose text was changed, emptied ones too", () => {
    const form = formOf([
      ["was-C2", "たくさん"],
      ["cell-C2", "6"],
      ["was-C3", "十"],
      ["cell-C3", "十"],
      ["was-D3", "x"],
      ["cell-D3", ""],
    ]);
    expect(correctionsIn(form)).toEqual([
      { cell: "C2", text: "6" },
      { cell: "D3", text: "" },
    ]);
  });

  it("names the rows to leave out, and the columns with what they hold", () => {
    expect(
      rowsLeftOut(
        formOf([
          ["leaveOut", "4"],
          ["leaveOut", "x"],
        ]),
      ),
    ).toEqual([4]);
    expect(
      columnsIn(
        formOf([
          ["column-3", "phone"],
          ["other", "1"],
        ]),
      ),
    ).toEqual([{ index: 3, target: "phone" }]);
  });
});

describe("problems on the screen", () => {
  it("stand together by row and cell; those of the header's row are about the file", () => {
    const problems = [
      { row: 1, column: null, cell: null, value: null, message: "名前の列がありません。" },
      { row: 4, column: "従業員数", cell: "C4", value: "x", message: "数ではありません。" },
      { row: 4, column: "従業員数", cell: "C4", value: "x", message: "空です。" },
      { row: 4, column: null, cell: null, value: null, message: "行が長すぎます。" },
    ];
    expect(problemsByRow(problems, 1)).toEqual([
      { row: null, cells: [{ cell: null, column: "", value: "", messages: ["名前の列がありません。"] }] },
      {
        row: 4,
        cells: [
          { cell: "C4", column: "従業員数", value: "x", messages: ["数ではありません。", "空です。"] },
          { cell: null, column: "", value: "", messages: ["行が長すぎます。"] },
        ],
      },
    ]);
  });
});
