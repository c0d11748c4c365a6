import type { ImportProblem } from "#domain/business/import-problem.ts";
import { BYTES_PER_MEGABYTE, FILE_MEGABYTES_MAX, TEXT_READ_IN_PLACE_MEGABYTES } from "./list-limits.ts";
import { openListReader } from "./list-reader.ts";
import { isZip, readListTable, type ListFileReading, type TableChoice } from "./list-table.ts";

/** One reader for the process: it has no thread until a file needs one, and none some seconds after the last. */
const reader = openListReader();

/**
 * Reads the table of a CSV or XLSX file. Whatever the bytes are, the answer is a table or a problem, never a throw. A
 * workbook of any size is read outside the thread that answers people: a few bytes can name millions of cells.
 */
export async function readListFile(
  bytes: Uint8Array,
  fileName: string,
  { sheet, headerRow }: TableChoice = {},
): Promise<ListFileReading> {
  const refused = refusalOf(bytes, fileName);
  if (refused !== undefined) return { problems: [refused] };
  const isSmallText = !isZip(bytes) && bytes.length <= TEXT_READ_IN_PLACE_MEGABYTES * BYTES_PER_MEGABYTE;
  const choice = { sheet, headerRow };
  return isSmallText ? readListTable(bytes, choice) : reader.read(bytes, choice);
}

const TEXT_EXTENSIONS = ["csv", "tsv", "txt"];
const MACRO_EXTENSIONS = ["xlsm", "xltm", "xlsb"];

/** Refuses by size and kind before anything is opened; the first bytes count more than the name. */
function refusalOf(bytes: Uint8Array, fileName: string): ImportProblem | undefined {
  if (bytes.length === 0) return { code: "FILE_EMPTY" };
  if (bytes.length > FILE_MEGABYTES_MAX * BYTES_PER_MEGABYTE) {
    return { code: "FILE_TOO_LARGE", limitMegabytes: FILE_MEGABYTES_MAX };
  }
  const extension = /\.([^.\\/]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
  if (isCompoundFile(bytes) || extension === "xls") return { code: "FILE_KIND_OLD_EXCEL" };
  if (MACRO_EXTENSIONS.includes(extension)) return { code: "FILE_KIND_MACRO" };
  if (extension === "xlsx") return isZip(bytes) ? undefined : { code: "FILE_BROKEN" };
  if (TEXT_EXTENSIONS.includes(extension) && !isZip(bytes)) return undefined;
  return { code: "FILE_KIND_UNKNOWN", extension };
}

/** Old Excel files and workbooks with a password are both compound files. */
function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);
}
