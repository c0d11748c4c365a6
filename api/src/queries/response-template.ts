import { fieldOf } from "#domain/business/fields.ts";
import { SURVEYED } from "#domain/business/plan-responses.ts";
import type { TableCell } from "#files/table-file.ts";
import { exportBusinesses, type BusinessExport, type BusinessExportRequest } from "./business-export.ts";
import type { ReadingContext } from "./reading-context.ts";

/** What finds the business again and what it is called: the first two columns of every exported list. */
const WHO_COLUMNS = 2;
/** Header of the day of an answer. */
const ANSWERED_ON = "回答日";

/**
 * A table to write the answers of a survey into: a line for each business of a list, with who it is and nothing else,
 * since what stood there would come back as the owner's word.
 */
export async function responseTemplate(
  ctx: ReadingContext,
  request: Omit<BusinessExportRequest, "columns">,
): Promise<BusinessExport> {
  const { table, rowCount } = await exportBusinesses(ctx, { ...request, columns: [] });
  const asked = [ANSWERED_ON, ...SURVEYED.map((key) => fieldOf(key).header)];
  const header = [...table.header.slice(0, WHO_COLUMNS), ...asked];
  return { table: { title: "調査の回答", header, rows: emptied(table.rows, asked.length) }, rowCount };
}

async function* emptied(
  rows: AsyncIterable<readonly TableCell[]>,
  columns: number,
): AsyncGenerator<readonly TableCell[]> {
  for await (const row of rows) yield [...row.slice(0, WHO_COLUMNS), ...Array<string>(columns).fill("")];
}
