import type { Language } from "./language.ts";

/** A place on a sheet's map, by the number it has in the table of the sheet. */
export interface PaperPlace {
  readonly number: number;
  readonly lat: number;
  readonly lon: number;
  /** Whether the place is only worked out from the address. */
  readonly estimated: boolean;
}

/** One piece of a sheet, top to bottom. */
export type PaperBlock =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly text: string; readonly strong?: true }
  | { readonly kind: "list"; readonly items: readonly string[]; readonly numbered?: true }
  /** Answers with a box before each to tick. */
  | { readonly kind: "choices"; readonly items: readonly string[] }
  /** Room to write by hand, at least as high as so many lines; the last on a sheet, where it takes what is left of the page. */
  | { readonly kind: "space"; readonly label: string; readonly lines: number }
  | {
      readonly kind: "table";
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Share of the width each column takes. */
      readonly widths: readonly number[];
    }
  /** Side by side where the page is set, one after the other where it is to be changed. */
  | { readonly kind: "columns"; readonly columns: readonly (readonly PaperBlock[])[] }
  | { readonly kind: "map"; readonly caption: string; readonly places: readonly PaperPlace[] };

/** A sheet of paper as its words: what stands on it, not how it is set. A4, black on white. */
export interface Paper {
  readonly title: string;
  readonly language: Language;
  /** Whose name the file carries as its author's. */
  readonly author: string;
  /** Large is for owners, 12 points; usual for staff, 10.5. */
  readonly size: "large" | "usual";
  /** Who may see the sheet, on the top of every page. */
  readonly mark: string;
  /** The line above the title: to whom, or what kind of sheet it is. */
  readonly above: string;
  /** Lines below the title: who hands it over, and when. */
  readonly from: readonly string[];
  /** The address of the record, as a QR code, and what is written beside it. */
  readonly code: { readonly address: string; readonly caption: readonly string[] };
  /** On the bottom of every page, before the page's number. */
  readonly foot: string;
  readonly blocks: readonly PaperBlock[];
}
