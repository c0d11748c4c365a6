import { SSF } from "@e965/xlsx";

/** What a spreadsheet shows in a cell too narrow, or for a date that cannot be. */
export const NOT_SHOWN = "####";

/** Most digits a spreadsheet keeps of a number; the rest is noise of binary fractions. */
const SIGNIFICANT_DIGITS = 15;

/**
 * A number as a person sees it. Where the format adds something to it (zeros in front, 円, 名, %), it is as shown;
 * where it only arranges it (commas, rounding, powers of ten), the number itself says more.
 */
export function shownNumber(value: number, format: string | undefined): string {
  if (!Number.isFinite(value)) return NOT_SHOWN;
  const plain = String(Number(value.toPrecision(SIGNIFICANT_DIGITS)));
  if (format === undefined || !addsToNumber(format)) return plain;
  try {
    const shown: unknown = SSF.format(format, value);
    return typeof shown === "string" && /\d/.test(shown) ? shown.trim() : plain;
  } catch {
    return plain; // a format nobody can follow shows nothing that the number does not
  }
}

function addsToNumber(format: string): boolean {
  if (/^general$/i.test(format)) return false;
  const [positive = ""] = format.replace(/\[[^\]]*\]|_.|\*./g, "").split(";");
  if (positive.includes("%")) return true;
  const bare = positive.replace(/"[^"]*"|\\./g, "");
  const literals = [...positive.matchAll(/"([^"]*)"|\\(.)/g)].map(([, quoted, escaped]) => quoted ?? escaped ?? "");
  const added = `${literals.join("")}${bare.replace(/[#0?.,E+\-@\s]|general/gi, "")}`;
  if (/[^¥￥$\s()\-,./+]/.test(added)) return true;
  const [whole = ""] = bare.split(".");
  return /0.*0/.test(whole) || /[#0],+$/.test(whole);
}

/** A day as `YYYY-MM-DD`; a time without a day as `HH:MM`. */
export function shownDate(date: Date): string {
  const year = date.getUTCFullYear();
  if (Number.isNaN(date.getTime()) || year < 1899 || year > 9999) return NOT_SHOWN;
  const iso = date.toISOString();
  return year === 1899 ? iso.slice(11, 16) : iso.slice(0, 10);
}
