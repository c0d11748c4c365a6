import { cityOfWard, prefectureOf } from "../municipality-code.ts";
import { evenWidth } from "../text.ts";
import type { LicenceTerm, TermFinder } from "../vocabulary.ts";
import { isNone, type CellReading } from "./cell.ts";
import type { LicenceHeld } from "./facts.ts";
import type { CellProblem } from "./import-problem.ts";
import { readMunicipalityCode } from "./read-codes.ts";
import { readDate } from "./read-dates.ts";
import { splitItems } from "./read-items.ts";

/** Codes we do not know are kept where they look like a code: another federation's vocabulary may have them. */
const CODE_LIKE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** A licence as the list writes it; the area may still have to come from the business's own place. */
export interface LicenceWritten extends LicenceHeld {
  readonly reach: LicenceTerm["reach"] | undefined;
  readonly item: string;
}

/** Reads licence codes or names, each optionally `code:area:until`. */
export function readLicences(text: string, find: TermFinder<LicenceTerm>): CellReading<readonly LicenceWritten[]> {
  if (isNone(text)) return { value: [] };
  const licences: LicenceWritten[] = [];
  const notices: CellProblem[] = [];
  for (const item of splitItems(text, (name) => find(name) !== undefined)) {
    const reading = readLicence(item, find);
    if ("problem" in reading) return reading;
    if (reading.value === undefined) notices.push({ code: "LICENCE_NOT_KNOWN", item });
    else licences.push(reading.value);
  }
  if (licences.length === 0) return { problem: notices[0] ?? { code: "LICENCE_NOT_KNOWN", item: text } };
  return { value: licences, notices };
}

function readLicence(item: string, find: TermFinder<LicenceTerm>): CellReading<LicenceWritten | undefined> {
  const [name = "", area = "", until = ""] = item.split(/[:：]/).map(evenWidth);
  const term = find(name);
  const kind = term?.code ?? (CODE_LIKE.test(name) ? name : undefined);
  if (kind === undefined) return { value: undefined };
  const areaCode = area === "" ? undefined : areaOf(area);
  if (area !== "" && areaCode === undefined) return { problem: { code: "LICENCE_AREA_NOT_READ", item } };
  const day = until === "" ? undefined : readDate(until);
  if (day !== undefined && "problem" in day) return { problem: { code: "LICENCE_UNTIL_NOT_READ", item } };
  return {
    value: {
      kind,
      ...(areaCode === undefined ? {} : { area: areaCode }),
      ...(day === undefined ? {} : { until: day.value }),
      reach: term?.reach,
      item,
    },
  };
}

/** A prefecture (two digits, 01–47) or a municipality (five, or six with check digit). */
function areaOf(text: string): string | undefined {
  if (/^\d{2}$/.test(text)) return Number(text) >= 1 && Number(text) <= 47 ? text : undefined;
  const reading = readMunicipalityCode(text);
  if ("problem" in reading) return undefined;
  return reading.value.endsWith("000") ? prefectureOf(reading.value) : reading.value;
}

/**
 * Gives each licence its area: what the list says, else the business's own municipality or prefecture as the kind
 * demands. Where neither is known the licence is left out and told: without an area it would hold everywhere.
 */
export function settleAreas(
  written: readonly LicenceWritten[],
  municipality: string | undefined,
): { readonly licences: readonly LicenceHeld[]; readonly notices: readonly CellProblem[] } {
  const licences: LicenceHeld[] = [];
  const notices: CellProblem[] = [];
  for (const { reach, item, ...licence } of written) {
    const area = licence.area ?? ownArea(reach, municipality);
    if (area === undefined) notices.push({ code: "LICENCE_AREA_UNKNOWN", item });
    else licences.push(area === "everywhere" ? licence : { ...licence, area });
  }
  return { licences, notices };
}

function ownArea(reach: LicenceTerm["reach"] | undefined, municipality: string | undefined): string | undefined {
  if (reach === "nationwide") return "everywhere";
  if (reach === undefined || municipality === undefined) return undefined;
  return reach === "prefecture" ? prefectureOf(municipality) : cityOfWard(municipality);
}
