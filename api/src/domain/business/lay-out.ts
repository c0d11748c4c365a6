import type { ImportProblem } from "./import-problem.ts";
import { headerTiers, type HeaderTiers } from "./header-tiers.ts";
import { readHeader, takesOptions } from "./headers.ts";
import { columnsOf, withOptions, type HeadedColumn } from "./lay-out-columns.ts";
import { cellName, columnLetter, type Column, type ListRow, type ListTable } from "./list-table.ts";
import { chooseMarked, ROWS_NAMED_MAX } from "./marked-rows.ts";
import { withOperator } from "./operator-columns.ts";
import { passedOverBy, type PassedOver } from "./passed-over.ts";
import { yenOfUnit } from "./read-numbers.ts";
import type { ColumnTarget, TableChoice } from "./table-choice.ts";
import { joinPairs, roleInSecondRow, rowLayout, type RowLayout } from "./two-rows.ts";

/** What a person chose, and what the sheet says of its columns. */
export interface LayOutChoice extends TableChoice {
  readonly hiddenColumns?: readonly number[];
}

/**
 * Lays the table out from its header row: its columns with what they hold, and the rows that speak of a business.
 * Titles, repeated headers, sums and remarks are passed over and told; two rows of one business become one.
 */
export function layOut(rows: readonly ListRow[], header: ListRow, choice: LayOutChoice = {}): ListTable {
  const notices: ImportProblem[] = [];
  const tiers = headerTiers(rows, header);
  const headed = columnsOf(tiers);
  const nameAt = mappedName(choice) ?? withOperator(headed).find(({ role }) => role === "name")?.index;
  const body = businessRows(tiers.body, passedOverBy(tiers, nameAt), notices);
  const layout = rowLayout(tiers, body, headed);
  if (layout !== "one")
    notices.push({ code: layout === "unsure" ? "TWO_ROWS_UNSURE" : "TWO_ROWS_JOINED", row: header.row });
  const { columns: wide, rows: joined } = joinedRows(layout, { tiers, headed, body });
  const asked = withOptions(wide, joined).map((column, index, all) => kanaOfPerson(column, all[index - 1]));
  const mapped = withOperator(asked).map((column) => targeted(column, { rows: joined, choice }));
  tellBlanks(mapped, joined, { headerRow: header.row, notices });
  tellHidden(choice, { headerRow: header.row, notices });
  const columns = withUnits(mapped, tiers, { choice, notices });
  return { headerRow: header.row, columns, rows: chooseMarked(joined, { columns, choice, notices }), notices };
}

function mappedName({ mapping }: LayOutChoice): number | undefined {
  const [index] = Object.entries(mapping ?? {}).find(([, target]) => target === "name") ?? [];
  return index === undefined ? undefined : Number(index);
}

/** The rows that speak of a business; the others are told, but for empty ones. */
function businessRows(
  body: readonly ListRow[],
  passedOver: (row: ListRow) => PassedOver | undefined,
  notices: ImportProblem[],
): ListRow[] {
  const passed: ListRow[] = [];
  const kept: ListRow[] = [];
  for (const row of body.map(withoutSpread)) {
    const why = passedOver(row);
    if (why === undefined) kept.push(row);
    else if (why !== "empty") passed.push(row);
  }
  const [first] = passed;
  if (first === undefined) return kept;
  const rows = passed.slice(0, ROWS_NAMED_MAX).map(({ row }) => row);
  notices.push({ code: "ROWS_PASSED_OVER", row: first.row, rows, count: passed.length });
  return kept;
}

/** Below the headers a cell merged to the right holds its value once; merged downwards it counts for all its rows. */
function withoutSpread(row: ListRow): ListRow {
  const spread = row.marks?.spread;
  if (spread === undefined) return row;
  return { ...row, cells: row.cells.map((cell, index) => (spread.includes(index) ? "" : cell)) };
}

interface Headed {
  readonly tiers: HeaderTiers;
  readonly headed: readonly HeadedColumn[];
  readonly body: readonly ListRow[];
}

function joinedRows(layout: RowLayout, { tiers, headed, body }: Headed): { columns: HeadedColumn[]; rows: ListRow[] } {
  if (layout === "one" || layout === "unsure") return { columns: [...headed], rows: [...body] };
  const own = columnsOf({ ...tiers, below: undefined });
  const rows = joinPairs(body, own.length, layout);
  const first = own.map((column): HeadedColumn => {
    return layout === "name first" ? column : { ...column, at: { index: column.index, rowsBelow: 1 } };
  });
  const { below } = tiers;
  const lower = below && columnsOf({ ...tiers, main: below, above: undefined, below: undefined });
  const width = Math.max(own.length, ...rows.map(({ cells }) => cells.length - own.length));
  const second = Array.from({ length: width }, (_, index) => {
    const place = { index: index + own.length, at: { index, rowsBelow: layout === "name first" ? 1 : 0 } } as const;
    const named = lower?.[index];
    if (named !== undefined && named.header !== "" && named.header !== own[index]?.header)
      return { ...named, ...place };
    return {
      ...unheaded(
        own[index],
        layout,
        rows.every(({ cells }) => (cells[place.index] ?? "") === ""),
      ),
      ...place,
    };
  });
  return { columns: [...first, ...second], rows };
}

/** A cell of the second row for which there is no header of its own. */
function unheaded(
  over: Column | undefined,
  layout: "name first" | "reading first",
  isEmpty: boolean,
): Omit<Column, "index"> {
  if (isEmpty) return { header: "", role: "blank" };
  const role = roleInSecondRow(over?.role ?? "unknown", layout);
  const line = layout === "name first" ? "2行目" : "1行目";
  const header = `${over?.header ?? ""}（${line}）`;
  return role === "address" ? { header, role, isPart: true } : { header, role };
}

/** A reading beside the person's name is the person's, not the business's. */
function kanaOfPerson(column: Column, before: Column | undefined): Column {
  return column.role === "nameKana" && before?.role === "representative" ? { ...column, role: "notKept" } : column;
}

/** What a person said a column holds goes before its header. */
function targeted(
  column: Column,
  { rows, choice }: { readonly rows: readonly ListRow[]; readonly choice: LayOutChoice },
): Column {
  const target = choice.mapping?.[column.index];
  const { index, header, at } = column;
  const place = { index, header, ...(at === undefined ? {} : { at }), chosen: true as const };
  if (target === undefined) {
    const isLeftOut = choice.hidden === "leaveOut" && choice.hiddenColumns?.includes(at?.index ?? index);
    return isLeftOut ? { ...place, role: "notKept" } : column;
  }
  if (target === "notTaken") return { ...place, role: "notKept" };
  if (target === "noteWithHeader") return { ...place, role: "unknown", kept: true };
  return { ...place, ...mappedReading(column, target, rows) };
}

function mappedReading(
  column: Column,
  role: Exclude<ColumnTarget, "notTaken" | "noteWithHeader">,
  rows: readonly ListRow[],
): Omit<Column, "index" | "header"> {
  if (role === column.role) return column.option === undefined ? column : { role, option: column.option };
  const named = readHeader(column.header);
  if (role === "address") return { role, isPart: true };
  if (role === named.role) return named;
  if (role === "capitalYen") {
    const unitYen = yenOfUnit(column.header);
    return unitYen === undefined ? { role } : { role, unitYen };
  }
  const settled = takesOptions(role)
    ? withOptions([{ ...column, role, group: { question: role, option: column.header } }], rows)
    : [];
  const option = settled[0]?.option;
  return option === undefined ? { role } : { role, option };
}

/** A column without a header that holds something is told: nothing is dropped in silence. */
function tellBlanks(
  columns: readonly Column[],
  rows: readonly ListRow[],
  { headerRow, notices }: { headerRow: number; notices: ImportProblem[] },
): void {
  for (const column of columns) {
    if (column.role !== "blank" || column.chosen) continue;
    const row = rows.find(({ cells }) => (cells[column.index] ?? "").trim() !== "");
    if (row === undefined) continue;
    notices.push({
      code: "COLUMN_WITHOUT_HEADER",
      row: headerRow,
      letter: columnLetter(column.at?.index ?? column.index),
      cell: cellName(row.row, column),
    });
  }
}

function tellHidden(
  { hiddenColumns = [], hidden }: LayOutChoice,
  { headerRow, notices }: { headerRow: number; notices: ImportProblem[] },
): void {
  if (hiddenColumns.length === 0) return;
  const letters = hiddenColumns.map(columnLetter);
  notices.push({ code: "COLUMNS_HIDDEN", row: headerRow, letters, taken: hidden !== "leaveOut" });
}

/** Gives columns the unit and the revision that stand in a title or were chosen, where the header names none. */
function withUnits(
  columns: readonly Column[],
  { titles, above }: HeaderTiers,
  { choice, notices }: { choice: LayOutChoice; notices: ImportProblem[] },
): Column[] {
  const title = [...titles, ...(above === undefined ? [] : [above])]
    .flatMap(({ cells }) => cells)
    .find((cell) => /単位/.test(cell) && yenOfUnit(cell) !== undefined);
  const unitYen = choice.capitalUnitYen ?? (title === undefined ? undefined : yenOfUnit(title));
  return columns.map((column): Column => {
    const { industryRevision = choice.industryRevision } = column;
    if (column.role === "industryCode" && industryRevision !== undefined) return { ...column, industryRevision };
    if (column.role !== "capitalYen" || column.unitYen !== undefined || unitYen === undefined) return column;
    if (choice.capitalUnitYen === undefined && title !== undefined)
      notices.push({ code: "CAPITAL_UNIT_FROM_TITLE", unit: title.trim().slice(0, 40), column: column.header });
    return { ...column, unitYen };
  });
}
