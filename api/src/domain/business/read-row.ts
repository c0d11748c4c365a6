import { CLOSED_LINE } from "./closed.ts";
import { evenWidth } from "../text.ts";
import { isNone, printable, type CellReading } from "./cell.ts";
import { isCorporateNumber } from "./corporate-number.ts";
import type { BusinessEntry, BusinessIdentity, ListContext } from "./entry.ts";
import { isListFact, type FactKey, type FactValues } from "./facts.ts";
import { charactersMax } from "./field-limits.ts";
import { isNotice, type ImportProblem } from "./import-problem.ts";
import { cellName, type Column, type ListRow } from "./list-table.ts";
import { municipalityOf } from "./municipality.ts";
import { placeOfRow, readOperator, type Operator } from "./operator.ts";
import { isCorporation } from "./read-choices.ts";
import { readCorporateNumber, readMunicipality, readRegistryNumber } from "./read-codes.ts";
import { readDate } from "./read-dates.ts";
import { FACT_READERS, onOneLine, withoutHonorific, type OneCellFact } from "./read-facts.ts";
import { readLicences, settleAreas, type LicenceWritten } from "./read-licences.ts";
import { readPlace } from "./read-numbers.ts";
import { cellsLeftOver, type FilledCell } from "./row-cells.ts";
import { RowDraft } from "./row-draft.ts";

/** What one row came to: an entry unless something refuses it, and everything to tell about it. */
export interface RowReading {
  readonly entry?: BusinessEntry;
  readonly problems: readonly ImportProblem[];
}

/** Facts for which 「なし」 is an answer; for every other one it is the same as an empty cell. */
export const NONE_ANSWERS: readonly FactKey[] = ["successor", "employees", "note", "purposes"];

/** Reads one row of a list; reports every problem of the row at once. */
export function readRow(row: ListRow, columns: readonly Column[], context: ListContext): RowReading {
  const draft = readDraft(row, columns, context);
  const { facts, about, estimated, problems } = draft;
  const name = nameIn(draft) ?? "";
  if (name === "") tellNameMissing(draft, columns);
  const corporateNumber = readNumber(draft, name);
  const legalPerson = readLegalPerson(draft, name);
  if (problems.some((problem) => !isNotice(problem))) return { problems };
  const closed = row.closed ? { closed: true as const } : {};
  const identity = { ...keysOf(draft, corporateNumber), ...musubiIdOf(draft), name };
  const isOld = draft.cell("industryCode")?.column.industryRevision === 13;
  const revision = isOld ? { industryRevision: 13 as const } : {};
  const entry = { rows: [row.row], ...identity, facts, about, estimated, ...revision, ...closed };
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

/** Reads the facts of one row, and leaves who it speaks of to the caller. */
export function readDraft(row: ListRow, columns: readonly Column[], context: ListContext): RowDraft {
  const draft = new RowDraft(row, columns);
  readOneCellFacts(draft, context);
  partTitle(draft);
  readPlaceAndAddress(draft, context);
  readLicenceFacts(draft, context);
  keepInNote(draft, context, row.closed ? [CLOSED_LINE] : []);
  return draft;
}

/** The name a row gives, without what is written after names on envelopes; undefined where it gives none. */
export function nameIn(draft: RowDraft): string | undefined {
  const cell = draft.cell("name") ?? draft.cell("operator");
  const name = cell === undefined ? "" : withoutHonorific(onOneLine(cell.text));
  return name === "" ? undefined : name;
}

/** A name that could not be read was told already, with its cell. */
function tellNameMissing({ problems, row }: RowDraft, columns: readonly Column[]): void {
  const column = columns.find(({ role }) => role === "name");
  const where = column === undefined ? {} : { column: column.header, cell: cellName(row, column) };
  if (problems.some((problem) => problem.cell === where.cell && !isNotice(problem))) return;
  problems.push({ code: "NAME_MISSING", row, ...where });
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
    if ("about" in reading || cell.column.about) draft.about.push(key);
  }
}

/** Titles written before the name of whoever represents a business. */
const TITLED =
  /^(代表取締役(?:社長|会長)?|取締役(?:社長|会長)?|代表社員|代表理事|代表者?|理事長|組合長|会長|社長|店主|事業主|所長|専務(?:理事|取締役)?)\s+(\S.*)$/;

/** Parts 代表取締役 山田太郎 into title and name, where the list has no column for the title or leaves it empty. */
function partTitle({ facts }: RowDraft): void {
  const [, title, name] = TITLED.exec(facts.representative ?? "") ?? [];
  if (title === undefined || name === undefined || facts.representativeTitle !== undefined) return;
  Object.assign(facts, { representative: name, representativeTitle: title });
}

function readPlaceAndAddress(draft: RowDraft, { municipalities }: ListContext): void {
  const written = draft.cell("address");
  const address = written && onOneLine(written.text);
  if (address !== undefined && !isNone(address)) draft.facts.address = address;
  if (written !== undefined) tellTooLong(draft, written);
  readCoordinates(draft);

  const cell = draft.cell("municipality");
  const given = cell && draft.take(readMunicipality(cell.text, municipalities), cell);
  if (given !== undefined && municipalities.exists(given)) {
    draft.facts.municipality = given;
    return;
  }
  if (given !== undefined && cell !== undefined) draft.tell({ code: "MUNICIPALITY_NOT_KNOWN" }, cell);
  const found = municipalityOf({ address: draft.facts.address, postalCode: draft.facts.postalCode }, municipalities);
  if (found === undefined) return;
  draft.facts.municipality = found.code;
  draft.estimated.push("municipality");
  if (found.former === undefined || written === undefined) return;
  draft.tell({ code: "MUNICIPALITY_MERGED", former: found.former, today: municipalities.nameOf(found.code) }, written);
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

/** Keeps in the note, under their headers, unknown columns (all, or those a person chose) and second columns of one fact. */
function keepInNote(draft: RowDraft, { keepUnknownColumns }: ListContext, further: readonly string[]): void {
  const unknown = (draft.cells.get("unknown") ?? []).filter(({ column }) => keepUnknownColumns || column.kept);
  const kept = [...cellsLeftOver(draft.cells), ...unknown];
  const lines = [...kept.map(({ column, text }) => `${column.header}: ${printable(text.trim())}`), ...further];
  const said = [...(draft.facts.note ?? "").split("\n"), ...lines].filter((line) => line !== "").join("\n");
  if (lines.length > 0) draft.facts.note = said;
  const last = kept.at(-1) ?? draft.cell("note");
  if (last !== undefined) tellTooLong(draft, { ...last, text: said }, "note");
}

/** What several cells say together may be too long, though none of them is. */
function tellTooLong(draft: RowDraft, cell: FilledCell, role: Column["role"] = cell.column.role): void {
  const limit = charactersMax(role);
  if (cell.text.length > limit) draft.tell({ code: "CELL_TOO_LONG", limit, length: cell.text.length }, cell);
}

/** A corporate number from its own column, the registry number's, or an invoice number where that is sure to be one. */
export function readNumber(draft: RowDraft, name: string): string | undefined {
  const own = draft.cell("corporateNumber");
  const isInvoice = own !== undefined && /^t\d{13}$/i.test(own.text.normalize("NFKC").trim());
  if (own !== undefined && !isInvoice && !isNone(own.text)) return draft.take(readCorporateNumber(own.text), own);
  const registry = draft.cell("registryNumber");
  if (registry !== undefined) return draft.take(readRegistryNumber(registry.text), registry);
  const invoice = isInvoice ? own : draft.cell("invoiceNumber");
  if (invoice === undefined) return undefined;
  const digits = invoice.text.normalize("NFKC").replace(/[^\d]/g, "");
  if (isCorporateNumber(digits) && isCorporation(draft.facts.kind, name)) return digits;
  draft.tell({ code: "INVOICE_NUMBER_NOT_USED" }, invoice);
  return undefined;
}

const MUSUBI_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The number of ours in a list that comes back; a damaged one is told and counts for none. */
export function musubiIdOf(draft: RowDraft): { readonly musubiId?: string } {
  const cell = draft.cell("musubiId");
  if (cell === undefined) return {};
  const musubiId = evenWidth(cell.text).toLowerCase();
  if (MUSUBI_ID.test(musubiId)) return { musubiId };
  draft.tell({ code: "MUSUBI_NUMBER_NOT_KNOWN" }, cell);
  return {};
}

/** What a row gives to find its business by. */
export function keysOf(draft: RowDraft, corporateNumber: string | undefined): Partial<BusinessIdentity> {
  const externalId = draft.cell("externalId")?.text.trim();
  const nameKana = draft.cell("nameKana")?.text.trim();
  return {
    ...(externalId === undefined ? {} : { externalId }),
    ...(corporateNumber === undefined ? {} : { corporateNumber }),
    ...(nameKana === undefined ? {} : { nameKana }),
  };
}
