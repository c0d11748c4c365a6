import { foldForSearch } from "#domain/text.ts";

/** A place's name for comparison: 鎌ケ谷 and 鎌ヶ谷 are one place. */
export function foldPlace(text: string): string {
  return foldForSearch(text).replace(/[ゖヶヵゕ]/g, "け");
}
