import type { EntityManager } from "@mikro-orm/postgresql";
import { requireAccess } from "#domain/access/decide.ts";
import { isNotice, type ImportProblem } from "#domain/business/import-problem.ts";
import { planResponses, type ResponsesPlan, type UnknownRespondent } from "#domain/business/plan-responses.ts";
import type { TableChoice } from "#domain/business/table-choice.ts";
import type { Decision } from "#domain/decision.ts";
import { readResponsesFile } from "#files/list-file.ts";
import type { Reference } from "#files/seeds/reference.ts";
import { loadKeptBusinesses } from "#queries/kept-businesses.ts";
import { changeBusinesses } from "./change-businesses.ts";
import type { CommandContext } from "./context.ts";
import { lockImports } from "./import-lock.ts";

/** The answers of a survey as somebody hands them in. */
export interface ResponsesFile extends TableChoice {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the survey is called: told as the source of every answer. */
  readonly survey: string;
}

/** How answers are taken. */
export interface ResponseWishes {
  readonly dryRun: boolean;
  readonly skipRefused: boolean;
}

/** What the answers came to, in rows. */
export interface ResponsesOutcome {
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly unknown: readonly UnknownRespondent[];
  readonly problems: readonly ImportProblem[];
  readonly notices: readonly ImportProblem[];
  readonly written: boolean;
}

/**
 * Takes the answers of a survey into the profiles of businesses already known, all of it in one transaction or nothing.
 * Respondents nobody knows are told and never made into businesses.
 */
export async function importResponses(
  ctx: CommandContext & { readonly reference: Reference },
  file: ResponsesFile,
  wishes: ResponseWishes,
): Promise<Decision<ResponsesOutcome, ImportProblem>> {
  const federation = requireAccess(ctx.viewer, "business.import");
  const { name, bytes, survey, ...choice } = file;
  const source = { vocabularies: ctx.reference.vocabularies, today: ctx.today() };
  const read = await readResponsesFile({ name, bytes }, choice, source);
  if ("problems" in read) return { accepted: false, problems: read.problems };
  const { responses, problems: told, refusedRows } = read.reading;
  const whole = told.filter(({ code }) => code === "RESPONDENT_COLUMN_MISSING");
  if (whole.length > 0) return { accepted: false, problems: whole };

  const refused = refusedRows.length;
  const written = !wishes.dryRun && (refused === 0 || wishes.skipRefused);
  const plan = await ctx.em.transactional(async (em) => {
    await lockImports(em, federation);
    const planned = planResponses(await loadKeptBusinesses(em), responses, { by: survey, today: ctx.today() });
    if (written) await write({ em, ctx }, planned, federation);
    return planned;
  });
  const [problems, notices] = [told.filter((one) => !isNotice(one)), told.filter(isNotice)];
  const { changed, unchanged, unknown } = plan;
  return { accepted: true, change: { changed, unchanged, refused, unknown, problems, notices, written } };
}

function write(
  where: { readonly em: EntityManager; readonly ctx: CommandContext },
  { answered }: ResponsesPlan,
  federation: string,
): Promise<void> {
  const changes = answered.map(({ before, facts }) => ({ id: before.id, before, after: { ...before, facts } }));
  return changeBusinesses(where, changes, { federation, kind: "IMPORTED" });
}
