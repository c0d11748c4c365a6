import { evenWidth } from "../text.ts";
import { isNone, isUnknown, type CellReading } from "./cell.ts";
import type { ListContext } from "./entry.ts";
import { isListFact, type FactKey } from "./facts.ts";
import { charactersMax } from "./field-limits.ts";
import type { IdentityKey } from "./fields.ts";
import type { CellProblem } from "./import-problem.ts";
import { readCorporateNumber, readMunicipalityCode } from "./read-codes.ts";
import { FACT_READERS, onOneLine, withoutHonorific, type OneCellFact } from "./read-facts.ts";
import { readLicences, settleAreas } from "./read-licences.ts";
import { readPlace } from "./read-numbers.ts";
import { NONE_ANSWERS } from "./read-row.ts";

/** Anything that can be known of a business, by its name inside. */
export type StateKey = IdentityKey | FactKey;

/** A fact that is typed in one field; the places of a business are told by rows of a list. */
export type TypedFact = Exclude<FactKey, "places">;

/** What somebody types for one thing of a business. */
export interface FieldEdit {
  readonly key: IdentityKey | TypedFact;
  /** As typed; empty, a dash or 不明 make it unknown. */
  readonly text: string;
  /** That there is none is what was said, whatever the text. */
  readonly none?: boolean;
}

/** Why what was typed cannot be taken. */
export type EditReadProblem =
  | { readonly code: "FIELD_NOT_READ"; readonly field: StateKey; readonly cell: CellProblem }
  | { readonly code: "FIELD_TOO_LONG"; readonly field: StateKey; readonly max: number }
  | { readonly code: "FIELD_NONE_NOT_POSSIBLE"; readonly field: StateKey };

/** A value as it is kept; without one the thing is unknown from now on. */
export interface ReadEdit {
  readonly key: StateKey;
  readonly value?: unknown;
  readonly about?: true;
}

/** Names of what identifies a business. */
export const IDENTITY_KEYS = ["externalId", "corporateNumber", "name", "nameKana"] as const;

/** What reading an edit needs: what a list needs, and where the business is, for licences that hold there. */
export interface EditContext extends ListContext {
  readonly municipality?: string | undefined;
}

/** Reads what was typed, in every form the lists are read in; reports every problem at once. */
export function readEdits(
  edits: readonly FieldEdit[],
  context: EditContext,
): { readonly read: readonly ReadEdit[]; readonly problems: readonly EditReadProblem[] } {
  const readings = edits.map((edit) => readEdit(edit, context));
  return {
    read: readings.flatMap((reading) => ("code" in reading ? [] : [reading])),
    problems: readings.flatMap((reading) => ("code" in reading ? [reading] : [])),
  };
}

function readEdit({ key, text: typed, none }: FieldEdit, context: EditContext): ReadEdit | EditReadProblem {
  // Control characters come from pasting and say nothing; PostgreSQL refuses NUL.
  const text = typed.replace(/[^\P{Cc}\n\t]/gu, "").trim();
  if (none) return isListKey(key) ? { key, value: [] } : { code: "FIELD_NONE_NOT_POSSIBLE", field: key };
  const max = charactersMax(key);
  if (text.length > max) return { code: "FIELD_TOO_LONG", field: key, max };
  if (isUnknown(text) || (isNone(text) && !isListKey(key) && !NONE_ANSWERS.includes(key as FactKey))) return { key };
  const reading = readText(key, text, context);
  if ("problem" in reading) return { code: "FIELD_NOT_READ", field: key, cell: reading.problem };
  // A list tells what it leaves out and goes on; whoever types can put it right at once.
  const leftOut = reading.notices?.[0];
  if (leftOut !== undefined) return { code: "FIELD_NOT_READ", field: key, cell: leftOut };
  return { key, value: reading.value, ...(reading.about ? { about: true as const } : {}) };
}

function isListKey(key: FieldEdit["key"]): boolean {
  return !isIdentityKey(key) && isListFact(key);
}

/** Whether it identifies a business and is no fact. */
export function isIdentityKey(key: string): key is IdentityKey {
  return IDENTITY_KEYS.some((one) => one === key);
}

function readText(key: FieldEdit["key"], text: string, context: EditContext): CellReading<unknown> {
  switch (key) {
    case "corporateNumber":
      return readCorporateNumber(text);
    case "name":
      return { value: withoutHonorific(onOneLine(text)) };
    case "externalId":
    case "nameKana":
    case "address":
      return { value: onOneLine(text) };
    case "municipality":
      return readMunicipality(text, context);
    case "place": {
      const [lat = "", lon = "", ...rest] = evenWidth(text).split(/[,、\s]+/);
      return rest.length > 0 ? { problem: { code: "COORDINATE_NOT_READ" } } : readPlace(lat, lon);
    }
    case "licences":
      return readLicencesHeld(text, context);
    default:
      return FACT_READERS[key satisfies OneCellFact](text, context, { index: 0, header: "", role: key });
  }
}

/** A municipality by code, or by its name where that is met once in the country. */
function readMunicipality(text: string, { municipalities }: EditContext): CellReading<string> {
  if (/^[\d０-９]/.test(text)) {
    const code = readMunicipalityCode(text);
    return "problem" in code || municipalities.exists(code.value)
      ? code
      : { problem: { code: "MUNICIPALITY_NOT_KNOWN" } };
  }
  const [found, ...others] = municipalities.byAddress(onOneLine(text));
  return found === undefined || others.length > 0 ? { problem: { code: "MUNICIPALITY_NOT_KNOWN" } } : { value: found };
}

function readLicencesHeld(text: string, { licences: find, municipality }: EditContext): CellReading<unknown> {
  const written = readLicences(text, find);
  if ("problem" in written) return written;
  const { licences, notices } = settleAreas(written.value, municipality);
  return { value: licences, notices: [...(written.notices ?? []), ...notices] };
}
