import { isNone, type CellReading } from "./cell.ts";
import { isCorporateNumber } from "./corporate-number.ts";
import type { BusinessEntry, BusinessIdentity, ListContext } from "./entry.ts";
import { isListFact, type FactKey, type FactValues } from "./facts.ts";
import type { Column, ListRow } from "./headers.ts";
import { isNotice, type CellProblem, type ImportProblem } from "./import-problem.ts";
import { municipalityOf } from "./municipality.ts";
import { placeOfRow, readOperator, type Operator } from "./operator.ts";
import { isCorporation } from "./read-choices.ts";
import { readCorporateNumber, readMunicipalityCode, readRegistryNumber } from "./read-codes.ts";
import { readDate } from "./read-dates.ts";
import { FACT_READERS, onOneLine, withoutHonorific, type OneCellFact } from "./read-facts.ts";
import { readLicences, settleAreas, type LicenceWritten } from "./read-licences.ts";
import { readPlace } from "./read-numbers.ts";
import { CELL_CHARACTERS_MAX, cellOf, cellsByRole, type FilledCell, type RowCells } from "./row-cells.ts";

/** Characters of a cell that are shown back in a problem. */
const SHOWN_CHARACTERS = 200;

/** What one row came to: an entry unless something refuses it, and everything to tell about it. */
export interface RowReading {
  readonly entry?: BusinessEntry;
  readonly problems: readonly ImportProblem[];
}

/** Facts for which 「なし」 is an answer; for every other one it is the same as an empty cell. */
const NONE_ANSWERS: readonly FactKey[] = ["successor", "employees", "note", "purposes"];

/** A row while it is read. */
class RowDraft {
  readonly facts: { -readonly [K in FactKey]?: FactValues[K] } = {};
  readonly about: FactKey[] = [];
  readonly estimated: FactKey[] = [];
  readonly problems: ImportProblem[] = [];
  readonly row: number;
  readonly cells: RowCells;

  constructor(row: number, cells: RowCells) {
    this.row = row;
    this.cells = cells;
  }

  cell(role: Column["role"]): FilledCell | undefined {
    return cellOf(this.cells, role);
  }

  tell(problem: CellProblem, { column, text }: FilledCell): void {
    this.problems.push({ ...problem, row: this.row, column: column.header, value: text.slice(0, SHOWN_CHARACTERS) });
  }

  /** The value of a reading; what it has to say is told with the cell it came from. */
  take<T>(reading: CellReading<T>, cell: FilledCell): T | undefined {
    if ("problem" in reading) {
      this.tell(reading.problem, cell);
      return undefined;
    }
    for (const notice of reading.notices ?? []) this.tell(notice, cell);
    return reading.value;
  }
}

/** Reads one row of a list; reports every problem of the row at once. */
export function readRow(row: ListRow, columns: readonly Column[], context: ListContext): RowReading {
  const draft = new RowDraft(row.row, cellsByRole(row.cells, columns));
  checkLengths(draft, row, columns);
  const name = readName(draft);
  readOneCellFacts(draft, context);
  readPlaceAndAddress(draft, context);
  readLicenceFacts(draft, context);
  if (context.keepUnknownColumns) keepUnknown(draft);
  const corporateNumber = readNumber(draft, name);
  const legalPerson = readLegalPerson(draft, name);

  const { facts, about, estimated, problems } = draft;
  if (problems.some((problem) => !isNotice(problem))) return { problems };
  const identity = identityOf(draft, name, corporateNumber);
  const entry = { rows: [row.row], ...identity, facts, about, estimated };
  return { entry: legalPerson === undefined ? entry : asPlaceOf(legalPerson, entry), problems };
}

/** The corporation that runs the row's premises; a person who does is the one that represents the business. */
function readLegalPerson(draft: RowDraft, premises: string): Operator | undefined {
  const operator = readOperator(draft.cell("operator"), draft.cell("operatorKind"));
  if (operator === undefined || operator.isLegalPerson) return operator;
  if (operator.name !== premises) draft.facts.representative ??= operator.name;
  draft.facts.kind ??= "individual";
  return undefined;
}

/** The premises of a row as a place of the legal person that runs them: that is the business. */
function asPlaceOf({ name, kind }: Operator, { nameKana, ...premises }: BusinessEntry): BusinessEntry {
  const place = placeOfRow(premises.name, nameKana, premises.facts);
  const known = kind === undefined || premises.facts.kind !== undefined ? {} : { kind };
  const facts = { ...premises.facts, ...known, places: [place] };
  return { ...premises, name, facts, isLegalPerson: true };
}

function checkLengths(draft: RowDraft, row: ListRow, columns: readonly Column[]): void {
  for (const column of columns) {
    const text = row.cells[column.index] ?? "";
    if (text.length <= CELL_CHARACTERS_MAX) continue;
    draft.problems.push({
      code: "CELL_TOO_LONG",
      limit: CELL_CHARACTERS_MAX,
      length: text.length,
      row: row.row,
      column: column.header,
    });
  }
  const stray = row.cells.slice(columns.length).find((text) => text.trim() !== "");
  if (stray !== undefined) {
    draft.problems.push({
      code: "MORE_CELLS_THAN_COLUMNS",
      columns: columns.length,
      row: row.row,
      value: stray.slice(0, SHOWN_CHARACTERS),
    });
  }
}

function readName(draft: RowDraft): string {
  const cell = draft.cell("name") ?? draft.cell("operator");
  const name = cell === undefined ? "" : withoutHonorific(onOneLine(cell.text));
  if (name === "") draft.problems.push({ code: "NAME_MISSING", row: draft.row });
  return name;
}

function readOneCellFacts(draft: RowDraft, context: ListContext): void {
  for (const key of Object.keys(FACT_READERS) as OneCellFact[]) {
    const cell = draft.cell(key);
    if (cell === undefined) continue;
    if (isNone(cell.text) && !isListFact(key) && !NONE_ANSWERS.includes(key)) continue;
    const reading = FACT_READERS[key](cell.text, context, cell.column) as CellReading<FactValues[OneCellFact]>;
    const value = draft.take(reading, cell);
    if (value === undefined) continue;
    Object.assign(draft.facts, { [key]: value });
    if ("about" in reading) draft.about.push(key);
  }
}

function readPlaceAndAddress(draft: RowDraft, { municipalities }: ListContext): void {
  const written = draft.cell("address");
  const address = written && onOneLine(written.text);
  if (address !== undefined && !isNone(address)) draft.facts.address = address;
  readCoordinates(draft);

  const cell = draft.cell("municipality");
  const given = cell && draft.take(readMunicipalityCode(cell.text), cell);
  if (given !== undefined && municipalities.exists(given)) {
    draft.facts.municipality = given;
    return;
  }
  if (given !== undefined && cell !== undefined) draft.tell({ code: "MUNICIPALITY_NOT_KNOWN" }, cell);
  const found = municipalityOf({ address: draft.facts.address, postalCode: draft.facts.postalCode }, municipalities);
  if (found === undefined) return;
  draft.facts.municipality = found;
  draft.estimated.push("municipality");
}

function readCoordinates(draft: RowDraft): void {
  const lat = draft.cell("lat");
  const lon = draft.cell("lon");
  if (lat !== undefined && lon !== undefined) {
    const place = draft.take(readPlace(lat.text, lon.text), lat);
    if (place !== undefined) draft.facts.place = place;
    return;
  }
  const alone = lat ?? lon;
  if (alone !== undefined)
    draft.tell({ code: "COORDINATE_ALONE", missing: lat === undefined ? "緯度" : "経度" }, alone);
}

function readLicenceFacts(draft: RowDraft, context: ListContext): void {
  const cell = draft.cell("licences");
  const written = cell && draft.take(readLicences(cell.text, context.licences), cell);
  const untilCell = draft.cell("licenceUntil");
  const until = untilCell && draft.take(readDate(untilCell.text), untilCell);
  if (cell === undefined || written === undefined) return;
  const dated = until === undefined ? written : written.map((licence): LicenceWritten => ({ until, ...licence }));
  const { licences, notices } = settleAreas(dated, draft.facts.municipality);
  for (const notice of notices) draft.tell(notice, cell);
  if (licences.length > 0 || written.length === 0) draft.facts.licences = licences;
}

function keepUnknown(draft: RowDraft): void {
  const lines = (draft.cells.get("unknown") ?? []).map(({ column, text }) => `${column.header}: ${text.trim()}`);
  if (lines.length > 0)
    draft.facts.note = [...(draft.facts.note ?? "").split("\n"), ...lines].filter((line) => line !== "").join("\n");
}

/** A corporate number from its own column, the registry number's, or an invoice number where that is sure to be one. */
function readNumber(draft: RowDraft, name: string): string | undefined {
  const own = draft.cell("corporateNumber");
  if (own !== undefined && !isNone(own.text)) return draft.take(readCorporateNumber(own.text), own);
  const registry = draft.cell("registryNumber");
  if (registry !== undefined) return draft.take(readRegistryNumber(registry.text), registry);
  const invoice = draft.cell("invoiceNumber");
  if (invoice === undefined) return undefined;
  const digits = invoice.text.normalize("NFKC").replace(/[^\d]/g, "");
  if (isCorporateNumber(digits) && isCorporation(draft.facts.kind, name)) return digits;
  draft.tell({ code: "INVOICE_NUMBER_NOT_USED" }, invoice);
  return undefined;
}

function identityOf(draft: RowDraft, name: string, corporateNumber: string | undefined): BusinessIdentity {
  const externalId = draft.cell("externalId")?.text.trim();
  const nameKana = draft.cell("nameKana")?.text.trim();
  return {
    name,
    ...(externalId === undefined ? {} : { externalId }),
    ...(corporateNumber === undefined ? {} : { corporateNumber }),
    ...(nameKana === undefined ? {} : { nameKana }),
  };
}
