import type ExcelJS from "exceljs";

/** How a cell looks, as far as it may mean that a business has left. */
export interface CellLook {
  readonly struck: boolean;
  readonly grey: boolean;
}

/** Cells share their styles: each is judged once. */
const looks = new WeakMap<object, CellLook>();
const PLAIN: CellLook = { struck: false, grey: false };

/** Whether a cell is struck through, or written in grey or on grey. */
export function lookOf({ style, value }: ExcelJS.Cell): CellLook {
  const own = styleLook(style);
  return isRichlyStruck(value) ? { ...own, struck: true } : own;
}

function styleLook(style: Partial<ExcelJS.Style> | undefined): CellLook {
  if (style === undefined) return PLAIN;
  const known = looks.get(style);
  if (known !== undefined) return known;
  const look = { struck: style.font?.strike === true, grey: isGrey(style.font?.color) || isGreyFill(style.fill) };
  looks.set(style, look);
  return look;
}

/** Text written in runs is struck through where every run is. */
function isRichlyStruck(value: ExcelJS.CellValue): boolean {
  if (typeof value !== "object" || value === null || !("richText" in value)) return false;
  return value.richText.length > 0 && value.richText.every(({ font }) => font?.strike === true);
}

function isGreyFill(fill: ExcelJS.Fill | undefined): boolean {
  if (fill?.type !== "pattern" || fill.pattern === "none") return false;
  return fill.pattern === "solid" ? isGrey(fill.fgColor) : /gray/i.test(fill.pattern);
}

/** What Excel calls a colour: red, green and blue; or one of the theme's, lighter or darker; or a number of its palette. */
interface ExcelColour {
  readonly argb?: string;
  readonly theme?: number;
  readonly tint?: number;
  readonly indexed?: number;
}

/** Greys of Excel's palette: 25 %, 50 % and 40 %. */
const PALETTE_GREYS = [22, 23, 55];

function isGrey(colour: ExcelColour | undefined): boolean {
  if (colour === undefined) return false;
  const { argb, theme, tint = 0, indexed } = colour;
  if (argb !== undefined) return isGreyRgb(argb.slice(-6));
  if (indexed !== undefined) return PALETTE_GREYS.includes(indexed);
  if (theme === 0) return tint <= -0.1; // white, darker
  return theme === 1 && tint >= 0.25; // black, lighter
}

/** Neither near white nor near black, and without a hue that people would name. */
const GREY = { darkest: 0x60, lightest: 0xe0, spread: 0x10 };

/** Whether a colour of six hexadecimal digits is a grey. */
export function isGreyRgb(rgb: string): boolean {
  const parts = [0, 2, 4].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16));
  const [low, high] = [Math.min(...parts), Math.max(...parts)];
  return high - low <= GREY.spread && low >= GREY.darkest && high <= GREY.lightest;
}
