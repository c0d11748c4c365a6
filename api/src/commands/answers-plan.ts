import type { EntityManager } from "@mikro-orm/postgresql";
import type { Change } from "#domain/business/compare.ts";
import type { FactKey } from "#domain/business/facts.ts";
import { changesBetween } from "#domain/business/history.ts";
import type { ImportProblem } from "#domain/business/import-problem.ts";
import type { PreviewChange } from "#domain/business/import-preview.ts";
import { sameFact } from "#domain/business/list-facts.ts";
import { planResponses, type AnsweredBusiness } from "#domain/business/plan-responses.ts";
import type { Decision } from "#domain/decision.ts";
import { readResponsesFile } from "#files/list-file.ts";
import { loadKeptBusinesses } from "#queries/kept-businesses.ts";
import { previewOf, type ListFile, type PlannedImport, type PlanOptions } from "./import-plan.ts";

/**
 * Reads the answers of a survey and says what they would change in known businesses. Respondents nobody knows are told
 * and never made into businesses.
 */
export async function planAnswers(
  em: EntityManager,
  { name, bytes, survey, keepUnknownColumns, broughtBack: _, ...choice }: ListFile & { readonly survey: string },
  { reference, today, isNameOpen = false }: PlanOptions,
): Promise<Decision<PlannedImport, ImportProblem>> {
  const source = { vocabularies: reference.vocabularies, today, keepUnknownColumns };
  const read = await readResponsesFile({ name, bytes }, choice, source);
  if ("problems" in read) return { accepted: false, problems: read.problems };
  const { table, reading } = read;
  const whole = reading.problems.filter(({ code }) => code === "RESPONDENT_COLUMN_MISSING");
  if (whole.length > 0 && !isNameOpen) return { accepted: false, problems: whole };

  const plan = planResponses(await loadKeptBusinesses(em), reading.responses, { by: survey, today });
  const { changed, unchanged, unknown } = plan;
  const counts = { ...{ new: 0, changed, unchanged, refused: reading.refusedRows.length }, unknown: unknown.length };
  const preview = previewOf(table, reading.problems, { counts, unknown, changes: plan.answered.map(previewChange) });
  const changes = () =>
    plan.answered.map(({ before, facts }) => ({ id: before.id, before, after: { ...before, facts } }));
  return { accepted: true, change: { preview, shape: table.shape, changes, changeCount: plan.answered.length } };
}

/** An answer that only confirms a value shows it without one before. */
function previewChange({ before, facts, rows }: AnsweredBusiness): PreviewChange {
  const changes = changesBetween(before, { ...before, facts }).map(({ key }): Change => {
    const [was, is] = [before.facts[key as FactKey]?.value, facts[key as FactKey]?.value];
    const isSame = was !== undefined && is !== undefined && sameFact(key as FactKey, was as never, is as never);
    return { key, after: is, ...(was === undefined || isSame ? {} : { before: was }) };
  });
  return { row: rows[0] ?? 0, name: before.name, verdict: "changed", changes };
}
