import type { PlainDate } from "#domain/calendar.ts";
import { factsAfter, identityAfter, type ImportPlan, type KeptBusiness } from "#domain/business/compare.ts";
import type { BusinessEntry, ListContext } from "#domain/business/entry.ts";
import { readList, type ListReading } from "#domain/business/read-list.ts";
import { termFinder } from "#domain/vocabulary.ts";
import { municipalityLookup } from "#files/gazetteer.ts";
import { readListFile } from "#files/list-file.ts";
import { loadVocabularies } from "#files/seeds/vocabularies.ts";

/** The day on which the lists of these tests are read. */
export const readingDay = "2026-11-21" as PlainDate;

/** What reading a list needs, with the vocabularies the project ships. */
export function shippedListContext(): ListContext {
  const { licences, issues, capabilities } = loadVocabularies();
  return {
    today: readingDay,
    licences: termFinder(licences),
    issues: termFinder(issues),
    capabilities: termFinder(capabilities),
    municipalities: municipalityLookup(),
  };
}

/** Reads CSV text as an uploaded file would be. */
export async function readCsvText(text: string, context = shippedListContext()): Promise<ListReading> {
  const file = await readListFile(Buffer.from(text), "list.csv");
  if ("problems" in file) return { entries: [], problems: file.problems, refusedRows: [], setAside: [] };
  return readList(file.table, context);
}

/** Reads a list of one business, given as pairs of header and cell. */
export async function readOneBusiness(
  cells: Readonly<Record<string, string>>,
  context = shippedListContext(),
): Promise<ListReading> {
  const quoted = (texts: readonly string[]) => texts.map((text) => `"${text.replaceAll('"', '""')}"`).join(",");
  return readCsvText(`${quoted(Object.keys(cells))}\n${quoted(Object.values(cells))}\n`, context);
}

/** The only entry of a reading. */
export function onlyEntry(reading: ListReading): BusinessEntry {
  const [entry, ...others] = reading.entries;
  if (entry === undefined || others.length > 0) throw new Error(`Not one entry: ${JSON.stringify(reading)}`);
  return entry;
}

/** The businesses as they are kept once a plan is carried out. */
export function keptAfter(existing: readonly KeptBusiness[], { verdicts }: ImportPlan): KeptBusiness[] {
  const kept = new Map(existing.map((business) => [business.id, business]));
  for (const verdict of verdicts) {
    const before = verdict.verdict === "new" ? undefined : kept.get(verdict.id);
    const id = before?.id ?? `new-${kept.size}`;
    const facts = factsAfter(before?.facts ?? {}, verdict.entry, { source: "list", on: readingDay });
    kept.set(id, { id, version: (before?.version ?? 0) + 1, ...identityAfter(before, verdict.entry), facts });
  }
  return [...kept.values()];
}
