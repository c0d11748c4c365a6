import { BUSINESS_FIELDS, FACT_KEYS, fieldOf, type BusinessField } from "#domain/business/fields.ts";
import type { TableCell } from "#files/table-file.ts";
import type { LabelOf } from "#words/label.ts";
import { listCell, type ListedBusiness } from "#words/list-cell.ts";

/** Header of the number that finds a business again, whatever else was edited in a list that comes back. */
export const MUSUBI_NUMBER = "Musubi番号";

/** A business as an exported row is written from. */
export interface ExportedBusiness extends ListedBusiness {
  readonly id: string;
  readonly updatedAt: Date;
}

/** One column of an exported list. */
export interface ExportColumn {
  readonly header: string;
  cell(business: ExportedBusiness): TableCell;
}

/** Marks a column that shows and is not read back. */
const SHOWN_ONLY = "（表示のみ）";

/** Columns of a list on screen that are no fields of their own, as the fields behind them and what is shown. */
function shownColumn(key: string, labelOf: LabelOf): ExportColumn[] | undefined {
  const field = (name: BusinessField["key"]) => fieldColumn(fieldOf(name), labelOf);
  switch (key) {
    case "municipality":
      return [
        { header: `市区町村${SHOWN_ONLY}`, cell: ({ facts }) => municipalityName(facts.municipality?.value, labelOf) },
        field("municipality"),
      ];
    case "trade":
      return [field("industry"), field("industryCode")];
    case "known":
      return [{ header: `わかっている項目${SHOWN_ONLY}`, cell: ({ facts }) => knownCount(facts) }];
    case "updated":
      return [{ header: `更新${SHOWN_ONLY}`, cell: ({ updatedAt }) => updatedAt.toISOString().slice(0, 10) }];
    case "place":
      return [field("lat"), field("lon")];
    default:
      return undefined;
  }
}

function municipalityName(code: string | undefined, labelOf: LabelOf): string {
  return code === undefined ? "" : labelOf("municipality", code);
}

function knownCount(facts: ExportedBusiness["facts"]): number {
  return FACT_KEYS.filter((key) => facts[key] !== undefined).length;
}

function fieldColumn(field: BusinessField, labelOf: LabelOf): ExportColumn {
  return { header: field.header, cell: (business) => listCell(field.key, business, labelOf) };
}

/** Always there: what finds the business again, and what it is called. */
const ALWAYS: readonly BusinessField["key"][] = ["name", "nameKana"];

/**
 * The columns of an exported list: the chosen ones of a list on screen, or every field. Headed as the import reads
 * them, so that the file comes back; a name nobody knows is no column.
 */
export function exportColumns(chosen: readonly string[] | undefined, labelOf: LabelOf): readonly ExportColumn[] {
  const always = ALWAYS.map((key) => fieldColumn(fieldOf(key), labelOf));
  const rest =
    chosen === undefined
      ? BUSINESS_FIELDS.filter(({ key }) => !ALWAYS.includes(key)).map((field) => fieldColumn(field, labelOf))
      : chosen.flatMap((key) => shownColumn(key, labelOf) ?? fieldColumns(key, labelOf));
  return [{ header: MUSUBI_NUMBER, cell: ({ id }) => id }, ...always, ...rest];
}

function fieldColumns(key: string, labelOf: LabelOf): ExportColumn[] {
  const field = BUSINESS_FIELDS.find((one) => one.key === key && !ALWAYS.includes(one.key));
  return field ? [fieldColumn(field, labelOf)] : [];
}
