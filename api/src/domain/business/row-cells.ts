import { evenWidth } from "../text.ts";
import { isDitto, isErrorValue, isRounded, isUnknown, isUnprintable, markOf } from "./cell.ts";
import { LIST_FACTS } from "./facts.ts";
import { charactersMax } from "./field-limits.ts";
import type { ColumnRole } from "./headers.ts";
import type { CellProblem, RowProblem } from "./import-problem.ts";
import type { Column, ListRow } from "./list-table.ts";
import { samePhoneText } from "./telephone.ts";

/** A cell that holds something, with the column it stands in. */
export interface FilledCell {
  readonly column: Column;
  readonly text: string;
}

/** The filled cells of one row by what they hold. */
export type RowCells = ReadonlyMap<ColumnRole, readonly FilledCell[]>;

/** Something that is wrong with a cell whatever it should hold. */
export interface CellFault extends FilledCell {
  readonly problem: CellProblem | RowProblem;
}

/** Sorts a row's cells by role. Cells that say nothing are left out, and those nothing can be read from are told. */
export function cellsByRole(
  row: ListRow,
  columns: readonly Column[],
): { readonly cells: RowCells; readonly faults: readonly CellFault[] } {
  const cells = new Map<ColumnRole, FilledCell[]>();
  const faults: CellFault[] = [];
  for (const column of columns) {
    const text = row.cells[column.index] ?? "";
    const problem = faultOf(text, column, row);
    if (problem !== undefined) faults.push({ column, text, problem });
    if (problem !== undefined || text === "" || isUnknown(text)) continue;
    const said = column.option === undefined ? freeText(text, column) : answerOf(text, column.option);
    if (said === undefined) continue;
    for (const [role, part] of partsOf(column, said)) {
      const filled = cells.get(role);
      if (filled) filled.push({ column, text: part });
      else cells.set(role, [{ column, text: part }]);
    }
  }
  return { cells, faults };
}

/** A column of telephone and fax (TEL/FAX) holds both where its cell has two numbers; every other cell is one thing. */
function partsOf({ role, header }: Column, text: string): readonly (readonly [ColumnRole, string])[] {
  if (role !== "phone" || !/(?:tel|電話).*fax/i.test(evenWidth(header))) return [[role, text]];
  const numbers = text.split(/[/／\r\n]+/).map((number) => number.trim());
  const [phone, fax, ...others] = numbers.filter((number) => /^[\d()（）０-９‐－ー-]{6,}$/.test(number));
  if (phone === undefined || fax === undefined || others.length > 0 || numbers.length > 2) return [[role, text]];
  return [["phone", phone], ["fax", fax]]; // prettier-ignore
}

/** Columns nothing is taken from. */
const NOT_TAKEN: readonly ColumnRole[] = ["unknown", "notKept", "blank"];
/** Columns a business is told apart by: where one cannot be read, the row is nobody's. */
const TELLING_APART: readonly ColumnRole[] = ["name", "externalId", "corporateNumber", "registryNumber"];
/** Columns of digits that are no number. */
const CODES: readonly ColumnRole[] = [
  "externalId",
  "postalCode",
  "municipality",
  "industryCode",
  "registryNumber",
  "invoiceNumber",
  "phone",
  "fax",
];

function faultOf(text: string, column: Column, { marks }: ListRow): CellFault["problem"] | undefined {
  const limit = charactersMax(column.kept ? "note" : column.role);
  if (text.length > limit) return { code: "CELL_TOO_LONG", limit, length: text.length };
  if (NOT_TAKEN.includes(column.role) && !column.kept) return undefined;
  const tellsApart = TELLING_APART.includes(column.role);
  if (text === "") {
    if (!marks?.uncomputed?.includes(column.index)) return undefined;
    return { code: tellsApart ? "CELL_NOT_COMPUTED" : "NOT_COMPUTED_NOT_TAKEN" };
  }
  if (isUnprintable(text)) return { code: "CELL_UNPRINTABLE" };
  if (isErrorValue(text)) return { code: tellsApart ? "CELL_ERROR_VALUE" : "ERROR_VALUE_NOT_TAKEN" };
  if (isDitto(text)) return { code: "DITTO_WITHOUT_ABOVE" };
  if (CODES.includes(column.role) && isRounded(text)) return { code: "NUMBER_ROUNDED" };
  if (column.option !== undefined && markOf(text, column.option) === undefined)
    return { code: "OPTION_NOT_READ", option: column.option };
  return undefined;
}

/** The answer a mark chooses, as one item: what separates items inside it is written in half width until it is read. */
function answerOf(text: string, option: string): string | undefined {
  if (markOf(text, option) !== "chosen") return undefined;
  return option.replace(/・/g, "･").replace(/、/g, "､").replace(/／/g, "/").replace(/[;；]/g, ",");
}

/** What people wrote beside the answers of a question; a mark there only says that they did. */
function freeText(text: string, { isFree }: Column): string | undefined {
  return isFree && markOf(text, "") !== undefined ? undefined : text;
}

/** Roles whose several columns add up, each on its own line. */
const ADDING_UP: readonly ColumnRole[] = [...LIST_FACTS.filter((key) => key !== "places"), "note"];

/** The one cell of a role: of several columns the first filled one, or all of them where they add up. */
export function cellOf(cells: RowCells, role: ColumnRole): FilledCell | undefined {
  const [first, ...others] = cells.get(role) ?? [];
  if (first === undefined) return undefined;
  if (first.column.month !== undefined) return monthsTogether(first, others);
  if (others.length === 0) return first;
  if (role === "address") return { column: first.column, text: joinAddress(addressParts([first, ...others])) };
  if (isBeside(role)) return { column: first.column, text: withoutRepeats([first, ...others]).join(" / ") };
  if (!ADDING_UP.includes(role)) return first;
  return { column: first.column, text: [first, ...others].map(({ text }) => text).join("\n") };
}

/** Ways to be reached: a business may have several, and they are kept side by side. */
const BESIDE: readonly ColumnRole[] = ["phone", "fax", "email"];

/** Whether the values of several columns of this role are kept side by side. */
export function isBeside(role: ColumnRole): boolean {
  return BESIDE.includes(role);
}

function withoutRepeats(filled: readonly FilledCell[]): string[] {
  const said = new Map(filled.toReversed().map(({ text, column }) => [comparedAs(text, column), text.trim()]));
  return [...said.values()].toReversed();
}

function comparedAs(text: string, { role }: Column): string {
  return role === "phone" || role === "fax" ? samePhoneText(text) : evenWidth(text);
}

/** Cells of a second column that say otherwise than the first: nothing takes them, so that the note must. */
export function cellsLeftOver(cells: RowCells): FilledCell[] {
  return [...cells].flatMap(([role, filled]) => {
    if (NOT_TAKEN.includes(role) || isBeside(role)) return [];
    const whole = filled.filter(({ column }) => !isJoined(column));
    return whole.slice(1).filter(({ text }) => evenWidth(text) !== evenWidth(whole[0]?.text ?? ""));
  });
}

/** Whether several columns of this kind are one value together. */
export function isJoined({ role, isPart, month }: Column): boolean {
  return isPart === true || month !== undefined || ADDING_UP.includes(role);
}

function monthsTogether(first: FilledCell, others: readonly FilledCell[]): FilledCell {
  const inOrder = [first, ...others].sort((one, other) => (one.column.month ?? 0) - (other.column.month ?? 0));
  return { column: first.column, text: inOrder.map(({ text }) => text.trim()).join("；") };
}

/** The first whole address and every part; a second whole address is another place. */
function addressParts(filled: readonly FilledCell[]): string[] {
  const whole = filled.find(({ column }) => !column.isPart);
  return filled.filter((cell) => cell.column.isPart || cell === whole).map(({ text }) => text);
}

/** Joins 県, 市町村, 番地 and 建物名; a part that an earlier one already holds, or that repeats all before it, is not doubled. */
function joinAddress(parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .reduce((joined, part) => {
      if (part.startsWith(joined)) return part;
      return joined.includes(part) && !/^\d/.test(part) ? joined : `${joined}${part}`;
    }, "");
}
