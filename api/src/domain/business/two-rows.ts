import { evenWidth } from "../text.ts";
import { isListFact } from "./facts.ts";
import { doubledColumns, textAt, type HeaderTiers } from "./header-tiers.ts";
import { isRecognised, roleOfHeader, type ColumnRole } from "./headers.ts";
import type { Column, ListRow, RowMarks } from "./list-table.ts";

/** How the rows of a list stand for its businesses. */
export type RowLayout =
  /** One row each. */
  | "one"
  /** Two rows each, the name in the first. */
  | "name first"
  /** Two rows each, the reading above the name. */
  | "reading first"
  /** The headers promise two rows each, and the rows do not keep to it. */
  | "unsure";

/** Share of pairs, in percent, that must keep to a layout of two rows; the others are slips in single cells. */
const PAIRS_KEPT_PERCENT = 90;
/** Fewer pairs may be chance where no second row of headers says that there are two. */
const PAIRS_MIN = 3;

/** Tells whether each business has two rows, from the headers and from every row below them. */
export function rowLayout(tiers: HeaderTiers, rows: readonly ListRow[], columns: readonly Column[]): RowLayout {
  const doubled = tiers.below === undefined ? [] : doubledColumns(tiers.main, tiers.below);
  const nameAt = columns.find(({ role }) => role === "name")?.index;
  if (nameAt === undefined) return "one";
  const pairs = pairsOf(rows);
  if (doubled.length > 0)
    return pairs !== undefined && pairs.length > 0 && keepsToHeaders(tiers, pairs, doubled) ? "name first" : "unsure";
  if (pairs === undefined || pairs.length < PAIRS_MIN) return "one";
  if (mostOf(pairs, ([first, second]) => isContinued(first, second, nameAt))) return "name first";
  return mostOf(pairs, ([first, second]) => isReadingAbove(first, second, nameAt)) ? "reading first" : "one";
}

type Pair = readonly [ListRow, ListRow];

/** The rows two by two, where each pair stands together. */
function pairsOf(rows: readonly ListRow[]): Pair[] | undefined {
  if (rows.length % 2 === 1) return undefined;
  const pairs: Pair[] = [];
  for (let at = 0; at + 1 < rows.length; at += 2) {
    const pair = [rows[at]!, rows[at + 1]!] as const;
    if (pair[1].row !== pair[0].row + 1) return undefined;
    pairs.push(pair);
  }
  return pairs;
}

function mostOf(pairs: readonly Pair[], keeps: (pair: Pair) => boolean): boolean {
  return pairs.filter(keeps).length * 100 >= pairs.length * PAIRS_KEPT_PERCENT;
}

/** Columns with one header are empty in each second row, or merged; without such a column a reading must tell. */
function keepsToHeaders({ main, below }: HeaderTiers, pairs: readonly Pair[], doubled: readonly number[]): boolean {
  const single = [...main.cells.keys()].filter((index) => {
    const lower = textAt(below, index);
    return isRecognised(roleOfHeader(textAt(main, index))) && (lower === "" || lower === textAt(main, index));
  });
  if (single.length > 0)
    return mostOf(pairs, ([first, second]) =>
      single.every((index) => cell(second, index) === "" || cell(second, index) === cell(first, index)),
    );
  const reading = doubled.find((index) => roleOfHeader(textAt(below, index)) === "nameKana");
  return reading !== undefined && mostOf(pairs, ([, second]) => isReading(cell(second, reading)));
}

function isContinued(first: ListRow, second: ListRow, nameAt: number): boolean {
  return cell(first, nameAt) !== "" && cell(second, nameAt) === "" && second.cells.some((text) => text.trim() !== "");
}

function isReadingAbove(first: ListRow, second: ListRow, nameAt: number): boolean {
  const filled = (row: ListRow) => row.cells.filter((text) => text.trim() !== "").length;
  const name = cell(second, nameAt);
  return (
    isReading(cell(first, nameAt)) && name !== "" && name !== cell(first, nameAt) && filled(first) < filled(second)
  );
}

/** Kana, spaces and marks alone: the reading of a name. */
function isReading(text: string): boolean {
  return /^[\p{sc=Hiragana}\p{sc=Katakana}ー・･\s().-]+$/u.test(evenWidth(text));
}

function cell({ cells }: ListRow, index: number): string {
  return (cells[index] ?? "").trim();
}

/** Joins the rows two by two: the cells of the row with the name, then those of the other one. */
export function joinPairs(rows: readonly ListRow[], width: number, layout: "name first" | "reading first"): ListRow[] {
  return (pairsOf(rows) ?? []).map(([first, second]) => {
    const [named, other] = layout === "name first" ? [first, second] : [second, first];
    const own = Array.from({ length: width }, (_, index) => named.cells[index] ?? "");
    const added = other.cells.map((text, index) => (text.trim() === (own[index] ?? "").trim() ? "" : text));
    const marks = joinMarks(named.marks, other.marks, width);
    return { row: first.row, cells: [...own, ...added], ...(marks === undefined ? {} : { marks }) };
  });
}

function joinMarks(named: RowMarks | undefined, other: RowMarks | undefined, width: number): RowMarks | undefined {
  if (named === undefined && other === undefined) return undefined;
  const both = (key: "struck" | "grey" | "uncomputed") => [
    ...(named?.[key] ?? []),
    ...(other?.[key] ?? []).map((index) => index + width),
  ];
  const hidden = named?.hidden && other?.hidden ? { hidden: true as const } : {};
  return { ...hidden, struck: both("struck"), grey: both("grey"), uncomputed: both("uncomputed") };
}

/** What a second row holds under the header of the first: more of an address, a list or a note; anything else is asked. */
export function roleInSecondRow(role: ColumnRole, layout: "name first" | "reading first"): ColumnRole {
  if (role === "name") return layout === "reading first" ? "nameKana" : "unknown";
  if (role === "representative" && layout === "reading first") return "notKept";
  if (role === "address" || role === "note" || isListFact(role as never)) return role;
  return role === "blank" ? "blank" : "unknown";
}
