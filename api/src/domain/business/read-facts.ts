import { readText, type CellReading } from "./cell.ts";
import type { ListContext } from "./entry.ts";
import type { FactKey, FactValues } from "./facts.ts";
import type { Column } from "./list-table.ts";
import { readKind, readPurposes, readSuccessor } from "./read-choices.ts";
import { readIndustryCode, readPostalCode } from "./read-codes.ts";
import { readEmail, readPhone } from "./read-contact.ts";
import { readAgeBand, readDate, readPartialDate } from "./read-dates.ts";
import { readLevelled, readNames, readPurchases } from "./read-items.ts";
import { readCapital, readEmployees, readLeader, readMonths } from "./read-numbers.ts";

/** Facts that one cell tells by itself. The others need more of the row: the place, the municipality, the licences. */
export type OneCellFact = Exclude<FactKey, "place" | "places" | "municipality" | "licences" | "address">;

type FactReader<T> = (text: string, context: ListContext, column: Column) => CellReading<T>;

/** A cell of several lines as one line. */
export function onOneLine(text: string): string {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .join(" ")
    .trim();
}

function readLine(text: string): CellReading<string> {
  return { value: onOneLine(text) };
}

/** 様, 殿 and 御中 written after a name, except where they end a word: 王様, 宮殿. */
const HONORIFIC = /(?<=\S{2}|\s)(?:(?<![王神姫殿奥皆客仏若上])様|(?<![宮御神湯仏社拝貴])殿|御中)$/;

/** A name without the 様, 殿 or 御中 that address lists put after it. */
export function withoutHonorific(name: string): string {
  return name.trim().replace(HONORIFIC, "").trim();
}

/** How each fact is read from its cell. Workers are kept in tenths, so the list's workers are multiplied by ten. */
export const FACT_READERS: { readonly [K in OneCellFact]: FactReader<FactValues[K]> } = {
  kind: (text) => readKind(text),
  representative: (text) => readLine(withoutHonorific(text)),
  representativeTitle: readLine,
  contactPerson: (text) => readLine(withoutHonorific(text)),
  postalCode: (text) => readPostalCode(text),
  industryCode: (text) => readIndustryCode(text),
  industry: readLine,
  capitalYen: (text, _context, column) => readCapital(text, column.unitYen),
  employees: (text) => readEmployees(text),
  established: (text) => readPartialDate(text),
  ownerAgeBand: (text, { today }) => readAgeBand(text, today),
  successor: (text) => readSuccessor(text),
  capabilities: (text, { capabilities }) => readLevelled(text, capabilities),
  seeks: (text, { capabilities }) => readLevelled(text, capabilities),
  needs: (text, { issues }) => readLevelled(text, issues),
  monthlyLoad: (text) => readMonths(text, 10),
  monthlyWorkers: (text) => readMonths(text, 10),
  monthlyCapacity: (text) => readMonths(text, 1),
  purchases: (text) => readPurchases(text),
  ties: (text) => readNames(text),
  memberships: (text) => readNames(text),
  customers: (text) => readNames(text),
  purposes: (text) => readPurposes(text),
  leader: (text) => readLeader(text),
  adviser: readLine,
  lastContact: (text) => readDate(text),
  note: readText,
  phone: readPhone,
  fax: readPhone,
  email: readEmail,
  source: readLine,
};
