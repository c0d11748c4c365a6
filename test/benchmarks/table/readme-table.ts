import type { Figure, Measurement } from "./figures.ts";

/** Between these two lines of the README the bench writes; everything else it leaves alone. */
export const MARKERS = { begin: "<!-- figures:begin -->", end: "<!-- figures:end -->" } as const;

/** What stands in the table of a figure nobody measured on this machine. */
const NOT_MEASURED = "–";

/** A measured line with the day it was measured on. */
export interface DatedMeasurement extends Omit<Measurement, "id"> {
  readonly id: string;
  /** Such as 2026-11-21. */
  readonly day: string;
}

/** A table as it stands in a text: what was measured, and on which machine. */
export interface KeptTable {
  readonly machine: string;
  readonly measurements: readonly DatedMeasurement[];
}

const HEADERS = ["#", "figure", "must", "reach for", "measured", "spread", "how", "day"] as const;

/** What stands between the markers. */
function between(text: string): { readonly before: string; readonly inside: string; readonly after: string } {
  const [begin, end] = [text.indexOf(MARKERS.begin), text.indexOf(MARKERS.end)];
  if (begin < 0 || end < begin) throw new Error(`The text lacks the lines ${MARKERS.begin} and ${MARKERS.end}.`);
  const from = begin + MARKERS.begin.length;
  return { before: text.slice(0, from), inside: text.slice(from, end), after: text.slice(end) };
}

/** Reads the table a text holds; nothing where it was never written. */
export function keptTable(text: string): KeptTable {
  const lines = between(text)
    .inside.split("\n")
    .filter((line) => line.trim() !== "");
  const rows = lines
    .filter((line) => line.startsWith("|"))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const measurements = rows
    .slice(2)
    .map(([id = "", , , , measured = "", spread = "", , day = ""]) => ({ id, measured, spread, day }))
    .filter(({ measured }) => measured !== NOT_MEASURED);
  return { machine: lines.find((line) => !line.startsWith("|")) ?? "", measurements };
}

/**
 * Writes the table into a text. Lines measured before stay with their day where they are of the same machine; a figure
 * without a measurement is shown as such.
 */
export function withTable(text: string, figures: readonly Figure[], { machine, measurements }: KeptTable): string {
  const { before, after } = between(text);
  const kept = keptTable(text);
  const all = [...(kept.machine === machine ? kept.measurements : []), ...measurements];
  const known = new Map(all.map((measurement) => [measurement.id, measurement]));
  const rows = figures.map(({ id, what, must, reach, chapter }) => {
    const { measured, spread, day } = known.get(id) ?? { measured: NOT_MEASURED, spread: "", day: "" };
    return [id, what, must, reach, measured, spread, chapter, day];
  });
  return `${before}\n\n${machine}\n\n${aligned([[...HEADERS], ...rows])}\n\n${after}`;
}

/** As the formatter of the repository lays a table out. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = HEADERS.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  const [headers = [], ...others] = rows;
  return [line(headers), line(widths.map((width) => "-".repeat(width))), ...others.map(line)].join("\n");
}
