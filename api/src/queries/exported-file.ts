import { tableFile, unwritableIn, type TableFormat, type UnwritableCharacter } from "#files/table-file.ts";
import {
  exportBusinesses,
  exportFileName,
  type BusinessExport,
  type BusinessExportRequest,
} from "./business-export.ts";
import type { ReadingContext } from "./reading-context.ts";

/** A list as a file that is written only when it is asked for; each asking reads the list anew. */
export interface ExportedFile {
  readonly fileName: string;
  readonly rowCount: number;
  readonly header: readonly string[];
  readonly format: TableFormat;
  again(): Promise<BusinessExport>;
  bytes(): Promise<Buffer>;
}

/** A list of businesses as a file of this format. */
export async function exportedFile(
  ctx: ReadingContext,
  request: BusinessExportRequest,
  format: TableFormat,
): Promise<ExportedFile> {
  const again = () => exportBusinesses(ctx, request);
  const { table, rowCount } = await again();
  return {
    ...{ fileName: exportFileName(table.title, ctx.today(), format), rowCount, header: table.header, format, again },
    async bytes() {
      const pieces: Uint8Array[] = [];
      for await (const piece of tableFile((await again()).table, format)) pieces.push(piece);
      return Buffer.concat(pieces);
    },
  };
}

/** The characters its format lacks. */
export async function readUnwritable({ format, again }: ExportedFile): Promise<readonly UnwritableCharacter[]> {
  return format === "csv-cp932" ? unwritableIn((await again()).table) : [];
}
