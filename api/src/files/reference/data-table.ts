import { CsvError, parse } from "csv-parse/sync";
import { isCorporateNumber } from "#domain/business/corporate-number.ts";
import type { DataFault, DataProblem } from "#domain/reference-data.ts";

/** One line of a publisher's table; each reader tells what does not fit and answers undefined. */
export class DataLine {
  readonly line: number;
  private readonly cells: Readonly<Record<string, string>>;
  private readonly tell: (fault: DataFault) => void;

  constructor(cells: Readonly<Record<string, string>>, line: number, tell: (fault: DataFault) => void) {
    this.cells = cells;
    this.line = line;
    this.tell = tell;
  }

  text(column: string): string {
    return (this.cells[column] ?? "").trim();
  }

  name(column: string): string | undefined {
    const name = this.text(column);
    if (name === "") this.tell({ code: "NAME_EMPTY" });
    return name === "" ? undefined : name;
  }

  code(column: string, form: RegExp): string | undefined {
    const value = this.text(column);
    if (form.test(value)) return value;
    this.tell({ code: "CODE_NOT_READ", value });
    return undefined;
  }

  /** Degrees inside Japan: a swapped pair would lie in Siberia or the sea. */
  point(lat: string, lon: string): { readonly lat: number; readonly lon: number } | undefined {
    const point = { lat: Number(this.text(lat) || "NaN"), lon: Number(this.text(lon) || "NaN") };
    if (point.lat >= 20 && point.lat <= 46 && point.lon >= 122 && point.lon <= 154) return point;
    this.tell({ code: "COORDINATE_NOT_READ", value: `${this.text(lat)}, ${this.text(lon)}` });
    return undefined;
  }

  day(column: string): string | undefined {
    const value = this.text(column);
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
    if (!isDay) this.tell({ code: "DAY_NOT_READ", value });
    return isDay ? value : undefined;
  }

  corporateNumber(column: string): string | undefined {
    const value = this.text(column);
    if (isCorporateNumber(value)) return value;
    this.tell({ code: "CORPORATE_NUMBER_NOT_READ", value });
    return undefined;
  }

  refuse(fault: DataFault): undefined {
    this.tell(fault);
    return undefined;
  }
}

/** A publisher's file as it lies in the folder. */
export interface DataFile {
  /** Path below the folder. */
  readonly name: string;
  readonly text: string;
}

/** Rows read from files, and everything to tell about them. */
export interface DataReading<Row> {
  readonly rows: readonly Row[];
  readonly problems: readonly DataProblem[];
}

interface TableForm<Row> {
  readonly columns: readonly string[];
  readonly read: (line: DataLine) => Row | undefined;
  /** What no two rows may share. */
  readonly keyOf: (row: Row) => string;
}

/** Reads every line of every file; a broken line is told with file and line and does not stop the others. */
export function readTables<Row>(files: readonly DataFile[], form: TableForm<Row>): DataReading<Row> {
  const rows: Row[] = [];
  const problems: DataProblem[] = [];
  const keys = new Set<string>();
  for (const file of files) {
    for (const line of linesOf(file, form.columns, problems)) {
      const row = form.read(line);
      if (row === undefined) continue;
      const key = form.keyOf(row);
      if (keys.has(key)) line.refuse({ code: "KEY_TWICE", value: key });
      else rows.push(row);
      keys.add(key);
    }
  }
  return { rows, problems };
}

interface CsvRecord {
  readonly record: Record<string, string>;
  readonly info: { readonly lines: number };
}

function linesOf({ name, text }: DataFile, columns: readonly string[], problems: DataProblem[]): DataLine[] {
  try {
    const records = parse(text, {
      bom: true,
      columns: true,
      info: true,
      skip_empty_lines: true,
    }) as unknown as CsvRecord[];
    const [first] = records;
    const missing = columns.filter((column) => first === undefined || !(column in first.record));
    problems.push(...missing.map((column) => ({ code: "COLUMN_MISSING" as const, column, file: name, line: 1 })));
    if (missing.length > 0) return [];
    return records.map(({ record, info }) => {
      const line = info.lines;
      return new DataLine(record, line, (fault) => problems.push({ ...fault, file: name, line }));
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error["lines"] === "number" ? { line: error["lines"] } : {};
    problems.push({ code: "FILE_NOT_READ", file: name, ...line });
    return [];
  }
}
