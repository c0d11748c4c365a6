/** What a form about a kept file says, as the api takes it. */
export interface CellCorrection {
  readonly cell: string;
  readonly text: string;
}

/** The cells whose text a person changed; `was-C12` holds what stood in the field `cell-C12` before. */
export function correctionsIn(form: FormData): CellCorrection[] {
  return [...form.entries()].flatMap(([name, value]) => {
    const cell = /^cell-([A-Z]+\d+)$/.exec(name)?.[1];
    if (cell === undefined || typeof value !== "string" || value === form.get(`was-${cell}`)) return [];
    return [{ cell, text: value }];
  });
}

/** Rows that were ticked to be left out. */
export function rowsLeftOut(form: FormData): number[] {
  return form.getAll("leaveOut").flatMap((value) => {
    const row = Number(value);
    return Number.isInteger(row) && row > 0 ? [row] : [];
  });
}

/** What was chosen for each column. */
export function columnsIn(form: FormData): { index: number; target: string }[] {
  return [...form.entries()].flatMap(([name, target]) => {
    const index = /^column-(\d+)$/.exec(name)?.[1];
    return index === undefined || typeof target !== "string" ? [] : [{ index: Number(index), target }];
  });
}

interface Problem {
  readonly row?: number | null;
  readonly column?: string | null;
  readonly cell?: string | null;
  readonly value?: string | null;
  readonly message: string;
}

/** One cell to correct, with everything that is wrong with it; without a name it is about the row. */
export interface CellProblems {
  readonly cell: string | null;
  readonly column: string;
  readonly value: string;
  readonly messages: readonly string[];
}

/** A row to correct; without a number it is about the whole file. */
export interface RowProblems {
  readonly row: number | null;
  readonly cells: readonly CellProblems[];
}

/** Problems by row and cell, in their order. What is told of the header's row is about the whole file. */
export function problemsByRow(problems: readonly Problem[], headerRow: number): RowProblems[] {
  const rows = new Map<
    number | null,
    Map<string, { cell: string | null; column: string; value: string; messages: string[] }>
  >();
  for (const { row: at, column, cell, value, message } of problems) {
    const row = at === undefined || at === headerRow ? null : at;
    const cells = rows.get(row) ?? new Map();
    rows.set(row, cells);
    const name = row === null ? null : (cell ?? null);
    const known = cells.get(name ?? `${column ?? ""}${message}`);
    if (known) known.messages.push(message);
    else {
      const one = { cell: name, column: column ?? "", value: value ?? "", messages: [message] };
      cells.set(name ?? `${column ?? ""}${message}`, one);
    }
  }
  return [...rows].map(([row, cells]) => ({ row, cells: [...cells.values()] }));
}
