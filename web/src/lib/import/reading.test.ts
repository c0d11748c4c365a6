import { describe, expect, it } from "vitest";
import { encodingName } from "./reading.ts";

describe("how a file was encoded", () => {
  it("is told by the name people meet", () => {
    const names = ["CP932", "UTF-8", "UTF-8 BOM", "UTF-16LE", "UTF-16BE", "XLSX"].map((encoding) =>
      encodingName(encoding, { shiftJis: "Shift_JIS（WindowsのExcel）" }),
    );
    expect(names).toEqual(["Shift_JIS（WindowsのExcel）", "UTF-8", "UTF-8", "UTF-16", "UTF-16", "Excel"]);
  });
});
