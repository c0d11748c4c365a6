import { describe, expect, it } from "vitest";
import { encodingName, readsPositions } from "./reading.ts";

describe("a list with positions", () => {
  it("has both latitude and longitude", () => {
    expect(readsPositions([{ field: "name" }, { field: "lat" }, { field: "lon" }])).toBe(true);
    expect(readsPositions([{ field: "name" }, { field: "lat" }, { field: null }])).toBe(false);
    expect(readsPositions([{ field: "address" }])).toBe(false);
  });
});

describe("how a file was encoded", () => {
  it("is told by the name people meet", () => {
    const names = ["CP932", "UTF-8", "UTF-8 BOM", "UTF-16LE", "UTF-16BE", "XLSX"].map((encoding) =>
      encodingName(encoding, { shiftJis: "Shift_JIS（WindowsのExcel）" }),
    );
    expect(names).toEqual(["Shift_JIS（WindowsのExcel）", "UTF-8", "UTF-8", "UTF-16", "UTF-16", "Excel"]);
  });
});
