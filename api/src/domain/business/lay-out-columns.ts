import { foldForSearch } from "../text.ts";
import { markOf } from "./cell.ts";
import { doubledColumns, headingAt, textAt, type HeaderTiers } from "./header-tiers.ts";
import {
  isFreeText,
  isMonthly,
  isMultipleChoice,
  isRecognised,
  monthOfHeader,
  optionOfHeader,
  readHeader,
  roleOfHeader,
  takesOptions,
} from "./headers.ts";
import type { Column, ListRow } from "./list-table.ts";

/** A column before its cells were looked at: with the question over it, where there is one. */
export interface HeadedColumn extends Column {
  /** The question the column may be one answer of, with the header below it. */
  readonly group?: { readonly question: string; readonly option: string };
}

/** The columns as their headers name them: the lowest known header first, then the heading over it. */
export function columnsOf(tiers: HeaderTiers): HeadedColumn[] {
  const width = Math.max(tiers.main.cells.length, tiers.below?.cells.length ?? 0);
  const doubled = new Set(tiers.below === undefined ? [] : doubledColumns(tiers.main, tiers.below));
  return Array.from({ length: width }, (_, index) => columnOf(index, tiers, doubled.has(index)));
}

function columnOf(index: number, { main, above, below }: HeaderTiers, isDoubled: boolean): HeadedColumn {
  const lower = isDoubled ? "" : textAt(below, index);
  const own = lower === "" ? textAt(main, index) : lower;
  const heading = lower === "" ? headingAt(above, index) : headingAt(main, index);
  const grouped = own === "" || heading === own ? undefined : groupedColumn(index, { own, heading });
  if (grouped !== undefined) return grouped;
  const direct = [own, textAt(main, index), textAt(above, index)];
  const known = direct.find((header) => isRecognised(roleOfHeader(header))) ?? own;
  const flat = optionOfHeader(known);
  return { index, header: known, ...readHeader(known), ...(flat === undefined ? {} : { group: flat }) };
}

/** A column under a heading that asks for several answers, or for twelve months. */
function groupedColumn(index: number, { own, heading }: { own: string; heading: string }): HeadedColumn | undefined {
  const role = roleOfHeader(heading);
  const header = `${heading} ${own}`;
  const month = monthOfHeader(own);
  if (isMonthly(role) && month !== undefined) return { index, header, role, month };
  if (!takesOptions(role)) return undefined;
  const isQuestion = /^(?:問|設問|質問|[QＱq])\s*[0-9０-９]/.test(heading) || isMultipleChoice(heading);
  if (isRecognised(roleOfHeader(own)) && !isQuestion) return undefined;
  return { index, header, ...readHeader(heading), group: { question: heading, option: own } };
}

/** Settles from the cells below which columns are one answer of a question each. */
export function withOptions(columns: readonly HeadedColumn[], rows: readonly ListRow[]): Column[] {
  const settled: HeadedColumn[] = [];
  for (const column of columns) {
    const { group, ...plain } = column;
    const before = settled.at(-1);
    if (group !== undefined) settled.push(settle(plain, group, rows));
    else if (before !== undefined && followsQuestion(column, before) && isMarked(rows, column.index, column.header))
      settled.push({ ...plain, ...answerOf(before), option: column.header });
    else if (before !== undefined && followsQuestion(column, before) && isFreeText(column.header))
      settled.push({ ...plain, ...answerOf(before), isFree: true });
    else settled.push(plain);
  }
  return settled;
}

/** What an answer takes over from the question on its left. */
function answerOf({ role, isQuestion }: Column): Pick<Column, "role" | "isQuestion"> {
  return isQuestion ? { role, isQuestion } : { role };
}

function settle(
  { isQuestion: _asWhole, ...column }: Column,
  { question, option }: { readonly question: string; readonly option: string },
  rows: readonly ListRow[],
): Column {
  const { role, isQuestion } = readHeader(question);
  const asked = isQuestion ? { role, isQuestion } : { role };
  if (isFreeText(option)) return { ...column, ...asked, isFree: true };
  if (isMarked(rows, column.index, option)) return { ...column, ...asked, option };
  const own = readHeader(option);
  // Words under an answer are what people wrote to the question; an answer that is a header by itself keeps its own field.
  return isRecognised(own.role) ? { ...column, ...own } : { ...column, ...asked };
}

/** Whether a column of no known header stands beside the answers of a question, or the question that asks for several. */
function followsQuestion({ role, header }: Column, before: Column): boolean {
  if (role !== "unknown" || header === "") return false;
  return before.option !== undefined || (isMultipleChoice(before.header) && takesOptions(before.role));
}

function isMarked(rows: readonly ListRow[], index: number, option: string): boolean {
  return rows.every(({ cells }) => {
    const cell = (cells[index] ?? "").trim();
    return cell === "" || markOf(cell, option) !== undefined;
  });
}

/**
 * A short name for the shape of a list: its headers in their order. Answers about a file are remembered under it; the
 * sheet's name, width, case and kana do not count. FNV-1a over UTF-16 units, twice with different starts.
 */
export function shapeOf(columns: readonly Pick<Column, "header">[]): string {
  const text = columns
    .map(({ header }) => foldForSearch(header))
    .join("\n")
    .trimEnd();
  return `${fnv1a(text, 0x811c9dc5)}${fnv1a(text, 0x01000193)}`;
}

function fnv1a(text: string, start: number): string {
  let hash = start;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
