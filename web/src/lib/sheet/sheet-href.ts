/** One sheet, or those of all owners where no business is named. */
export interface SheetChoice {
  readonly kind: "visit" | "owner";
  readonly format: "pdf" | "docx";
  readonly business?: string;
}

/** Where the sheet of a candidate is found. */
export function sheetHref(candidate: Readonly<Record<string, string>>, choice: SheetChoice): string {
  return `/downloads/candidate-sheet?${new URLSearchParams({ ...candidate, ...choice })}`;
}
