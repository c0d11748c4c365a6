import type { ImportProblem } from "#domain/business/import-problem.ts";
import type { ListReading } from "#domain/business/read-list.ts";
import type { ResponsesReading } from "#domain/business/read-responses.ts";
import type { TableChoice } from "#domain/business/table-choice.ts";
import type { ListSource } from "./list-context.ts";
import { BYTES_PER_MEGABYTE, FILE_MEGABYTES_MAX, TEXT_READ_IN_PLACE_BYTES } from "./list-limits.ts";
import { openListReader } from "./list-reader.ts";
import { readWhole, type ListAnswer, type ListTask } from "./list-reading.ts";
import { isCompoundFile, isZip, type UnreadTable } from "./list-table.ts";
import { otherKindOf } from "./other-kind.ts";

/** One reader for the process: it has no thread until a file needs one, and none some seconds after the last. */
const reader = openListReader();

/** A file somebody brings. */
export interface BroughtFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a list of businesses from a CSV, XLS or XLSX file: the table it was found in, and every row of it. Whatever the
 * bytes are, the answer is a reading or a problem, never a throw. All but small texts are read outside the thread that
 * answers people: a few bytes can name millions of cells.
 */
export function readListFile(
  file: BroughtFile,
  choice: TableChoice,
  source: ListSource,
): Promise<ListAnswer<ListReading> | UnreadTable> {
  return readBrought(file, { kind: "businesses", choice, source });
}

/** Reads the answers of a survey from a file, as {@link readListFile} reads businesses. */
export function readResponsesFile(
  file: BroughtFile,
  choice: TableChoice,
  source: ListSource,
): Promise<ListAnswer<ResponsesReading> | UnreadTable> {
  return readBrought(file, { kind: "responses", choice, source });
}

async function readBrought<Reading extends ListReading | ResponsesReading>(
  { name, bytes }: BroughtFile,
  wanted: Omit<ListTask, "bytes">,
): Promise<ListAnswer<Reading> | UnreadTable> {
  const refused = refusalOf(bytes, name);
  if (refused !== undefined) return { problems: [refused] };
  const isSmallText = !isZip(bytes) && !isCompoundFile(bytes) && bytes.length <= TEXT_READ_IN_PLACE_BYTES;
  const task = { ...wanted, bytes };
  // What is read follows from what was wanted; the thread's messages cannot say so in types.
  return (isSmallText ? readWhole(task) : reader.read(task)) as Promise<ListAnswer<Reading> | UnreadTable>;
}

const TEXT_EXTENSIONS = ["csv", "tsv", "txt", "xls"];
const WORKBOOK_EXTENSIONS = ["xlsx", "xlsm", "xltx", "xltm", "xls"];

/** Refuses by size and kind before anything is opened; the first bytes count more than the name. */
function refusalOf(bytes: Uint8Array, fileName: string): ImportProblem | undefined {
  if (bytes.length === 0) return { code: "FILE_EMPTY" };
  if (bytes.length > FILE_MEGABYTES_MAX * BYTES_PER_MEGABYTE) {
    return { code: "FILE_TOO_LARGE", limitMegabytes: FILE_MEGABYTES_MAX };
  }
  const extension = /\.([^.\\/]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
  if (isCompoundFile(bytes)) return undefined;
  const isTable = WORKBOOK_EXTENSIONS.includes(extension) || TEXT_EXTENSIONS.includes(extension);
  const other = isTable ? otherKindOf(bytes) : undefined;
  if (other !== undefined) return { code: "FILE_KIND_OTHER", kind: other };
  if (extension === "xlsb") return { code: "FILE_KIND_BINARY_EXCEL" };
  if (isZip(bytes))
    return WORKBOOK_EXTENSIONS.includes(extension) ? undefined : { code: "FILE_KIND_UNKNOWN", extension };
  if (extension !== "xls" && WORKBOOK_EXTENSIONS.includes(extension)) return { code: "FILE_BROKEN" };
  if (!TEXT_EXTENSIONS.includes(extension)) return { code: "FILE_KIND_UNKNOWN", extension };
  return isMarkup(bytes) ? { code: "FILE_KIND_WEB_PAGE" } : undefined;
}

/** Other programs' "Excel files" are often web pages or XML: the first letter is an angle bracket. */
function isMarkup(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 200)).toString("utf8");
  return /^\uFEFF?\s*<(?:\?xml|!doctype|html|table|meta|workbook)/i.test(start);
}
