import type { ImportChoice } from "#domain/business/import-choice.ts";
import type { ImportPreview } from "#domain/business/import-preview.ts";
import { COLUMN_TARGETS } from "#domain/business/table-choice.ts";
import { fieldName } from "./field-name.ts";
import type { ReadingContext } from "./reading-context.ts";

/** How a kept file is read: what was said, and what it came to. */
export interface ReadBy {
  readonly choice: ImportChoice;
  readonly preview: ImportPreview;
}

/** How a kept file is read, and how else it could be, for a person to choose from. */
export function importReadingPage({ language }: ReadingContext, { choice, preview }: ReadBy) {
  const { hidden = "take", marked = "take", keepUnknownColumns = false, capitalUnitYen = null } = choice;
  return {
    sheets: [...(preview.sheets ?? [])],
    headerRows: (preview.headerRows ?? []).map(({ row, cells }) => ({ row, cells: [...cells] })),
    targets: COLUMN_TARGETS.map((code) => ({ code, name: fieldName(code, language) })),
    ...{ hidden, marked, keepUnknownColumns, capitalUnitYen },
    hiddenRows: rowsTold(preview, "ROWS_HIDDEN"),
    markedRows: rowsTold(preview, "ROWS_MARKED"),
    asksCapitalUnit: capitalUnitYen !== null || preview.problems.some(({ code }) => code === "CAPITAL_UNIT_MISSING"),
    corrections: Object.entries(choice.corrections ?? {}).map(([cell, text]) => ({ cell, text })),
    leftOut: [...(choice.leftOut ?? [])],
  };
}

function rowsTold({ notices }: ImportPreview, code: "ROWS_HIDDEN" | "ROWS_MARKED"): number {
  const told = notices.find((notice) => notice.code === code);
  return told !== undefined && "count" in told ? told.count : 0;
}
