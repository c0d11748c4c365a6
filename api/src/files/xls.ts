import {
  read,
  set_cptable,
  SSF,
  type CellObject,
  type ColInfo,
  type DenseWorkSheet,
  type WorkBook,
  type WorkSheet,
} from "@e965/xlsx";
import * as codepages from "@e965/xlsx/dist/cpexcel.full.mjs";
import type { ListRow, RowMarks } from "#domain/business/list-table.ts";
import { CELLS_MAX, ROWS_MAX } from "./list-limits.ts";
import type { Sheet, SheetsReading } from "./sheet.ts";
import { shownDate, shownNumber } from "./shown-value.ts";
import { isGreyRgb } from "./xlsx-look.ts";

set_cptable(codepages);

/** Reads the sheets of a workbook as Excel kept them until 2003. Formulas count by the value last computed. */
export function readXls(bytes: Uint8Array): SheetsReading {
  const opened = openWorkbook(bytes);
  if ("problem" in opened) return opened;
  const { SheetNames, Sheets, Workbook } = opened.workbook;
  const [first, ...others] = SheetNames.flatMap((name, index) => {
    const sheet = Sheets[name] as WorkSheet | undefined;
    const hidden = (Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0;
    return sheet?.["!ref"] === undefined ? [] : [{ name, hidden, sheet: sheet as DenseWorkSheet }];
  });
  if (first === undefined) return { problem: { code: "FILE_EMPTY" } };
  const sheets = [first, ...others].map(({ sheet }) => sheet["!data"]);
  const cells = sheets.reduce((sum, rows) => sum + rows.reduce((count, row) => count + (row?.length ?? 0), 0), 0);
  if (cells > CELLS_MAX) return { problem: { code: "TOO_MANY_CELLS", limit: CELLS_MAX } };
  const macros = opened.workbook.vbaraw === undefined ? [] : [{ code: "MACROS_NOT_RUN" } as const];
  return { sheets: [sheetOf(first), ...others.map(sheetOf)], notices: [...macros, { code: "LOOK_NOT_KNOWN" }] };
}

function openWorkbook(
  bytes: Uint8Array,
): { readonly workbook: WorkBook } | Extract<SheetsReading, { problem: unknown }> {
  try {
    const options = {
      type: "array",
      dense: true,
      cellNF: true,
      cellText: false,
      cellFormula: true,
      cellHTML: false,
    } as const;
    return { workbook: read(bytes, { ...options, cellStyles: true, bookVBA: true, sheetRows: ROWS_MAX + 1 }) };
  } catch (error) {
    const isLocked = error instanceof Error && /password|encrypt/i.test(error.message);
    return { problem: { code: isLocked ? "FILE_PASSWORD" : "FILE_BROKEN" } };
  }
}

interface NamedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly sheet: DenseWorkSheet;
}

function sheetOf({ name, hidden, sheet }: NamedSheet): Sheet {
  const data = sheet["!data"];
  const columns: (ColInfo | undefined)[] = sheet["!cols"] ?? [];
  const columnCount = data.reduce((widest, row) => Math.max(widest, row?.length ?? 0), 0);
  const all = () => rowsOf(sheet);
  return {
    name,
    hidden,
    rowCount: data.filter((row) => row?.some((cell) => textOf(cell) !== "")).length,
    columnCount,
    hiddenColumns: columns.flatMap((column, index) => (column?.hidden && index < columnCount ? [index] : [])),
    rows: (limit = Infinity) => all().slice(0, limit),
  };
}

function rowsOf(sheet: DenseWorkSheet): ListRow[] {
  const data = sheet["!data"];
  const texts = Array.from(data, (row) => Array.from(row ?? [], textOf));
  const spread = fillMerged(sheet, texts);
  return texts.flatMap((cells, index) => {
    if (cells.every((cell) => cell === "")) return [];
    const marks = marksOf(sheet, index, spread.get(index));
    return [{ row: index + 1, cells, ...(marks === undefined ? {} : { marks }) }];
  });
}

/** Most columns of a sheet in this kind of file. */
const XLS_COLUMNS = 256;

/** Gives each cell of a merged range the value of its first one, and names those that only repeat it to the right. */
function fillMerged(sheet: DenseWorkSheet, texts: string[][]): Map<number, number[]> {
  const spread = new Map<number, number[]>();
  for (const { s: from, e: to } of sheet["!merges"] ?? []) {
    const value = texts[from.r]?.[from.c] ?? "";
    const columns = { from: from.c, to: Math.min(to.c, XLS_COLUMNS - 1) };
    for (let row = from.r; value !== "" && row <= Math.min(to.r, texts.length - 1); row += 1)
      spread.set(row, [...(spread.get(row) ?? []), ...fillRow(texts[row] ?? [], value, columns)]);
  }
  for (const [row, cells] of texts.entries()) texts[row] = Array.from(cells, (cell) => cell ?? "");
  return new Map([...spread].filter(([, columns]) => columns.length > 0));
}

/** Writes a value into a row's columns; the answer is those to the right of the first. */
function fillRow(cells: string[], value: string, { from, to }: { from: number; to: number }): number[] {
  for (let column = from; column <= to; column += 1) cells[column] = value;
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + 1 + index);
}

function marksOf(sheet: DenseWorkSheet, index: number, spread: number[] | undefined): RowMarks | undefined {
  const cells = Array.from(sheet["!data"][index] ?? []);
  const grey = [...cells.keys()].filter((column) => isGreyFill(cells[column]));
  const uncomputed = [...cells.keys()].filter(
    (column) => cells[column]?.f !== undefined && cells[column]?.v === undefined,
  );
  const hidden = sheet["!rows"]?.[index]?.hidden === true;
  if (!hidden && spread === undefined && grey.length === 0 && uncomputed.length === 0) return undefined;
  return {
    ...(hidden ? { hidden: true as const } : {}),
    ...(spread === undefined ? {} : { spread }),
    ...(grey.length === 0 ? {} : { grey }),
    ...(uncomputed.length === 0 ? {} : { uncomputed }),
  };
}

function isGreyFill(cell: CellObject | undefined): boolean {
  const { patternType, fgColor } = (cell?.s ?? {}) as { patternType?: string; fgColor?: { rgb?: string } };
  return patternType === "solid" && fgColor?.rgb !== undefined && isGreyRgb(fgColor.rgb.slice(-6));
}

/** Errors of formulas by the number the file keeps for them. */
const ERRORS: Readonly<Record<number, string>> = {
  0x00: "#NULL!",
  0x07: "#DIV/0!",
  0x0f: "#VALUE!",
  0x17: "#REF!",
  0x1d: "#NAME?",
  0x24: "#NUM!",
  0x2a: "#N/A",
};

function textOf(cell: CellObject | undefined): string {
  const { t: type, v: value, z: format } = cell ?? {};
  if (value === undefined || type === "z") return "";
  if (type === "e") return ERRORS[Number(value)] ?? "#VALUE!";
  if (typeof value === "number") {
    const shown = typeof format === "string" ? format : undefined;
    return shown !== undefined && SSF.is_date(shown) ? dayOf(value) : shownNumber(value, shown);
  }
  return value instanceof Date ? shownDate(value) : String(value);
}

/** Days from the Unix epoch back to the day Excel counts from. */
const EPOCH_SERIAL = 25_569;
const MS_PER_DAY = 86_400_000;

function dayOf(serial: number): string {
  return shownDate(new Date(Math.round((serial - EPOCH_SERIAL) * MS_PER_DAY)));
}
