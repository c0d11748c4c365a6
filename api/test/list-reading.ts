import type { PlainDate } from "#domain/calendar.ts";
import { factsAfter, identityAfter, type ImportPlan, type KeptBusiness } from "#domain/business/compare.ts";
import type { BusinessEntry, ListContext } from "#domain/business/entry.ts";
import type { ListReading } from "#domain/business/read-list.ts";
import type { TableChoice } from "#domain/business/table-choice.ts";
import { listContextOf, type ListSource } from "#files/list-context.ts";
import { readListFile } from "#files/list-file.ts";
import { loadVocabularies } from "#files/seeds/vocabularies.ts";

/** The day on which the lists of these tests are read. */
export const readingDay = "2026-11-21" as PlainDate;

/** What reading a list needs, with the vocabularies the project ships, as plain data. */
export function shippedListSource(): ListSource {
  return { today: readingDay, vocabularies: loadVocabularies() };
}

/** What reading a list needs, with the vocabularies the project ships. */
export function shippedListContext(): ListContext {
  return listContextOf(shippedListSource());
}

/** Reads CSV text as an uploaded file would be. */
export async function readCsvText(text: string, further: Partial<ListSource & TableChoice> = {}): Promise<ListReading> {
  const file = { name: "list.csv", bytes: Buffer.from(text) };
  const answer = await readListFile(file, further, { ...shippedListSource(), ...further });
  return "problems" in answer
    ? { entries: [], problems: answer.problems, refusedRows: [], setAside: [] }
    : answer.reading;
}

/** Reads a list of one business, given as pairs of header and cell. */
export async function readOneBusiness(
  cells: Readonly<Record<string, string>>,
  further: Partial<ListSource & TableChoice> = {},
): Promise<ListReading> {
  const quoted = (texts: readonly string[]) => texts.map((text) => `"${text.replaceAll('"', '""')}"`).join(",");
  return readCsvText(`${quoted(Object.keys(cells))}\n${quoted(Object.values(cells))}\n`, further);
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
