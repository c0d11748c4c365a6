import { shownText, type CellReading } from "./cell.ts";
import type { FactKey, FactValues } from "./facts.ts";
import type { CellProblem, ImportProblem, RowProblem } from "./import-problem.ts";
import { cellName, columnLetter, type Column, type ListRow } from "./list-table.ts";
import { cellOf, cellsByRole, type FilledCell, type RowCells } from "./row-cells.ts";

/** A row while it is read. */
export class RowDraft {
  readonly facts: { -readonly [K in FactKey]?: FactValues[K] } = {};
  readonly about: FactKey[] = [];
  readonly estimated: FactKey[] = [];
  readonly problems: ImportProblem[] = [];
  readonly row: number;
  readonly cells: RowCells;

  constructor(row: ListRow, columns: readonly Column[]) {
    const { cells, faults } = cellsByRole(row, columns);
    this.row = row.row;
    this.cells = cells;
    for (const { problem, ...cell } of faults) this.tell(problem, cell);
    this.#tellStray(row, columns.length);
  }

  cell(role: Column["role"]): FilledCell | undefined {
    return cellOf(this.cells, role);
  }

  tell(problem: CellProblem | RowProblem, { column, text }: FilledCell): void {
    const where = { row: this.row, column: column.header, cell: cellName(this.row, column) };
    this.problems.push({ ...problem, ...where, ...(text === "" ? {} : { value: shownText(text) }) });
  }

  /** The value of a reading; what it has to say is told with the cell it came from. */
  take<T>(reading: CellReading<T>, cell: FilledCell): T | undefined {
    if ("problem" in reading) {
      this.tell(reading.problem, cell);
      return undefined;
    }
    for (const notice of reading.notices ?? []) this.tell(notice, cell);
    return reading.value;
  }

  /** A value to the right of every header belongs to nothing. */
  #tellStray({ row, cells }: ListRow, width: number): void {
    const index = cells.findIndex((text, at) => at >= width && text.trim() !== "");
    if (index < 0) return;
    const where = { row, cell: `${columnLetter(index)}${row}`, value: shownText(cells[index] ?? "") };
    this.problems.push({ code: "MORE_CELLS_THAN_COLUMNS", columns: width, ...where });
  }
}
