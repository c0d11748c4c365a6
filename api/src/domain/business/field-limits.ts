import { isListFact } from "./facts.ts";
import type { ColumnRole } from "./headers.ts";

/** Most characters of any cell: Excel itself holds 32,767; a longer one is a document, not a fact. */
export const CELL_CHARACTERS_MAX = 10_000;
/** Most characters of a note: some four pages of A4. */
const NOTE_CHARACTERS_MAX = 4_000;
/** Most characters of a name: the longest of the registers of Kagawa and Fukui has 44. */
const NAME_CHARACTERS_MAX = 100;
/** Most characters of anything else on one line: the longest address of those registers has 50. */
const LINE_CHARACTERS_MAX = 200;
/** Most characters of a trade, which many lists describe in sentences. */
const TRADE_CHARACTERS_MAX = 1_000;

/** Most characters of what is told in a column or typed in a field. */
export function charactersMax(role: ColumnRole | "place" | "places"): number {
  switch (role) {
    case "name":
    case "operator":
      return NAME_CHARACTERS_MAX;
    case "industry":
      return TRADE_CHARACTERS_MAX;
    case "note":
      return NOTE_CHARACTERS_MAX;
    case "unknown":
    case "notKept":
    case "blank":
      return CELL_CHARACTERS_MAX;
    default:
      return isListFact(role as never) ? CELL_CHARACTERS_MAX : LINE_CHARACTERS_MAX;
  }
}
