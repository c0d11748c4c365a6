import { isUnknown } from "./cell.ts";
import type { Column, ColumnRole } from "./headers.ts";
import { LIST_FACTS } from "./facts.ts";

/** Most characters of one cell: Excel itself holds 32,767; a longer one is a document, not a fact. */
export const CELL_CHARACTERS_MAX = 10_000;

/** A cell that holds something, with the column it stands in. */
export interface FilledCell {
  readonly column: Column;
  readonly text: string;
}

/** The filled cells of one row by what they hold. */
export type RowCells = ReadonlyMap<ColumnRole, readonly FilledCell[]>;

/** Sorts a row's cells by role; cells that say nothing, or too much, are left out. */
export function cellsByRole(cells: readonly string[], columns: readonly Column[]): RowCells {
  const byRole = new Map<ColumnRole, FilledCell[]>();
  for (const column of columns) {
    const text = cells[column.index] ?? "";
    if (text === "" || text.length > CELL_CHARACTERS_MAX || isUnknown(text)) continue;
    const filled = byRole.get(column.role);
    if (filled) filled.push({ column, text });
    else byRole.set(column.role, [{ column, text }]);
  }
  return byRole;
}

/** Roles whose several columns add up, each on its own line. */
const ADDING_UP: readonly ColumnRole[] = [...LIST_FACTS.filter((key) => key !== "places"), "note"];

/** The one cell of a role: of several columns the first filled one, or all of them where they add up. */
export function cellOf(cells: RowCells, role: ColumnRole): FilledCell | undefined {
  const [first, ...others] = cells.get(role) ?? [];
  if (first === undefined || others.length === 0) return first;
  if (role === "address")
    return { column: first.column, text: joinAddress([first, ...others].map(({ text }) => text)) };
  if (!ADDING_UP.includes(role)) return first;
  return { column: first.column, text: [first, ...others].map(({ text }) => text).join("\n") };
}

/** Whether several columns of this role are one value together. */
export function isJoined(role: ColumnRole): boolean {
  return role === "address" || ADDING_UP.includes(role);
}

/** Joins 県, 市町村, 番地 and 建物名; a part that an earlier one already holds, or that repeats all before it, is not doubled. */
function joinAddress(parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .reduce((joined, part) => {
      if (part.startsWith(joined)) return part;
      return joined.includes(part) && !/^\d/.test(part) ? joined : `${joined}${part}`;
    }, "");
}
