import { write, utils } from "@e965/xlsx";
import ExcelJS from "exceljs";
import type { TableChoice } from "#domain/business/table-choice.ts";

/** What is expected of one business: its name, and every fact the list tells of it. */
export interface ExpectedBusiness {
  readonly name: string;
  readonly rows?: readonly number[];
  readonly externalId?: string;
  readonly corporateNumber?: string;
  readonly nameKana?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly about?: readonly string[];
}

/** A list with one kind of dirt, and how it is to be read. */
export interface GoldenList {
  /** What is dirty about it, as the name of a test. */
  readonly dirt: string;
  readonly file: string;
  readonly bytes: () => Promise<Uint8Array> | Uint8Array;
  readonly choice?: TableChoice;
  /** Sheet the list is found in, where the file has several. */
  readonly sheet?: string;
  readonly headerRow?: number;
  readonly businesses: readonly ExpectedBusiness[];
  /** Everything told: `CODE C12`, with the cell or the row where there is one. */
  readonly told?: readonly string[];
}

/** A text file of these lines. */
export function text(...lines: readonly string[]): () => Uint8Array {
  return () => Buffer.from(`${lines.join("\r\n")}\r\n`);
}

/** A workbook whose first sheet is called 名簿. */
export function workbook(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): () => Promise<Uint8Array> {
  return async () => {
    const book = new ExcelJS.Workbook();
    fill(book.addWorksheet("名簿"), book);
    return new Uint8Array(await book.xlsx.writeBuffer());
  };
}

/** A workbook as Excel kept them until 2003, of one sheet 名簿. */
export function oldWorkbook(rows: readonly (readonly unknown[])[], merges: readonly string[] = []): () => Uint8Array {
  return () => {
    const sheet = utils.aoa_to_sheet(rows as unknown[][]);
    sheet["!merges"] = merges.map((range) => utils.decode_range(range));
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, "名簿");
    return new Uint8Array(write(book, { type: "array", bookType: "biff8" }) as ArrayBuffer);
  };
}
