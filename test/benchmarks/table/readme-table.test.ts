import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { keptTable, MARKERS, withTable } from "./readme-table.ts";

const figures = [
  { id: "1", what: "wall time", must: "≤ 0.5 s", reach: "≤ 0.2 s", chapter: "whole" },
  { id: "2", what: "growth exponent", must: "≤ 1.02", reach: "≤ 1.00", chapter: "growth" },
];
const text = `# Title\n\n${MARKERS.begin}\n\n${MARKERS.end}\n\nThe end.\n`;
const machine = "Measured on a machine.";
const fast = { id: "1", measured: "0.3 s", spread: "0.2–0.4 s, 5 runs", day: "2026-11-21" };
const grown = { id: "2", measured: "0.99", spread: "one run", day: "2026-11-22" };

describe("the table of figures in a text", () => {
  it("stands between its markers as the formatter lays it out, and nothing else changes", async () => {
    const written = withTable(text, figures, { machine, measurements: [fast] });
    expect(written).toMatch(/^# Title\n\n<!-- figures:begin -->\n\nMeasured on a machine\.\n\n\| # /);
    expect(written.endsWith(`${MARKERS.end}\n\nThe end.\n`)).toBe(true);
    expect(await format(written, { parser: "markdown", printWidth: 120 })).toBe(written);
  });

  it("says of a figure nobody measured that it is not measured", () => {
    const { measurements } = keptTable(withTable(text, figures, { machine, measurements: [fast] }));
    expect(measurements).toEqual([fast]);
    expect(withTable(text, figures, { machine, measurements: [fast] })).toMatch(/growth exponent.*\| –/);
  });

  it("keeps lines of the same machine with their day, and puts new ones in their place", () => {
    const before = withTable(text, figures, { machine, measurements: [fast, grown] });
    const faster = { ...fast, measured: "0.2 s", day: "2026-11-23" };
    const written = withTable(before, figures, { machine, measurements: [faster] });
    expect(keptTable(written)).toEqual({ machine, measurements: [faster, grown] });
  });

  it("drops lines of another machine", () => {
    const before = withTable(text, figures, { machine, measurements: [fast, grown] });
    const written = withTable(before, figures, { machine: "Measured on another.", measurements: [fast] });
    expect(keptTable(written).measurements).toEqual([fast]);
  });

  it("is refused a text without markers", () => {
    expect(() => keptTable("# Title\n")).toThrow("lacks the lines");
  });
});
