import { evenWidth } from "../text.ts";
import type { HeaderTiers } from "./header-tiers.ts";
import type { ListRow } from "./list-table.ts";

/** Why a row below the headers is no business. */
export type PassedOver = "empty" | "header" | "title" | "total" | "note" | "section";

/** Headings of sums that stand among the rows: 小計, 合計, 計, 支部計, 合計 10社. */
const TOTAL =
  /^(?:[<＜(【[]?(?:総?合計|小計|計|総計|累計|総数|全体計|.{1,10}(?:支部|地区|部会|組合|業|市|町|村)計|.{1,12}(?:小計|合計))[>＞)】\]]?)(?:[:：]?\d.*)?$/;
/** Remarks that stand alone in a row: ※, （注）, 以下余白, the number of a page. */
const NOTE =
  /^(?:[※＊*]|[(（]?注[)）:：\d]|注記|[(（]?以下余白|以上[)）。]?$|[-‐−–－]\d+[-‐−–－]$|\d+\/\d+(?:ページ|頁)?$|第?\d+(?:ページ|頁)$|p\.?\d+$)/i;
/** Headings of parts of a list that stand alone in a row: 【製造部会】, ■東部支部. */
const SECTION = /^(?:[【〔[［<＜■●◆◇□◎▼▽].*|.{1,10}(?:支部|部会|地区|ブロック))$/;

/** Tells rows that speak of a business from all others. `nameAt` is the column of names, where there is one. */
export function passedOverBy(
  { main, above, below, titles }: HeaderTiers,
  nameAt: number | undefined,
): (row: ListRow) => PassedOver | undefined {
  const headers = [main, above, below].filter((tier) => tier !== undefined).map(({ cells }) => cells.map(even));
  const titleTexts = new Set(titles.flatMap(({ cells }) => cells.map(even)).filter((text) => text !== ""));
  return ({ cells }) => {
    const filled = cells.flatMap((cell, index) => (cell.trim() === "" ? [] : [{ index, text: even(cell) }]));
    const [first] = filled;
    if (first === undefined) return "empty";
    if (headers.some((header) => repeats(filled, header))) return "header";
    const name = nameAt === undefined ? undefined : filled.find(({ index }) => index === nameAt);
    if (isTotal(filled, name?.text)) return "total";
    if (filled.every(({ text }) => titleTexts.has(text))) return "title";
    if (filled.length > 1) return undefined;
    if (NOTE.test(first.text) && !isName(first, nameAt)) return "note";
    return SECTION.test(first.text) && first.index === 0 ? "section" : undefined;
  };
}

type Filled = { readonly index: number; readonly text: string };

/** Whether a row prints the headers once more: every filled cell is the header of its column, and there are two, or the list has one column. */
function repeats(filled: readonly Filled[], header: readonly string[]): boolean {
  if (!filled.every(({ index, text }) => text === header[index])) return false;
  return filled.length > 1 || header.filter((text) => text !== "").length === 1;
}

function isTotal(filled: readonly Filled[], name: string | undefined): boolean {
  if (name !== undefined) return TOTAL.test(name) || isPlainTotal(filled[0]?.text);
  return filled.slice(0, 4).some(({ text }) => TOTAL.test(text));
}

function isPlainTotal(text: string | undefined): boolean {
  return /^(?:総?合計|小計|計|総計|累計)$/.test(text ?? "");
}

/** A ※ or a lone number in the column of names may be a remark still; any other word there is a name. */
function isName({ index, text }: Filled, nameAt: number | undefined): boolean {
  return index === nameAt && !/^[※＊*(（注]|以下余白|^以上|^[-‐−–－]\d+[-‐−–－]$|(?:ページ|頁)$/.test(text);
}

function even(cell: string): string {
  return evenWidth(cell).replace(/\s/g, "");
}
