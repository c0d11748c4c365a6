import { requireAccess } from "#domain/access/decide.ts";
import { readEdits, type StateKey } from "#domain/business/read-edit.ts";
import {
  decideAnswerSurvey,
  editsOf,
  type SurveyAnswer,
  type SurveyProblem,
  type SurveySheet,
} from "#domain/business/survey-answers.ts";
import type { Decision } from "#domain/decision.ts";
import { listContextOf } from "#files/list-context.ts";
import type { Reference } from "#files/seeds/reference.ts";
import { findChangesSince, getBusinessToChange } from "#queries/stored-business.ts";
import { changeBusinesses } from "./change-businesses.ts";
import type { CommandContext } from "./context.ts";

/** The answers of one survey sheet, for a business as it was looked at. */
export interface AnswerSurveyRequest {
  readonly seen: { readonly id: string; readonly version: number };
  readonly answers: readonly SurveyAnswer[];
  readonly sheet: SurveySheet;
}

/** The business, and what stays as it is because it was said later than the sheet. */
export interface SurveyOutcome {
  readonly businessId: string;
  readonly newer: readonly StateKey[];
}

/** Keeps what an owner answered on a survey sheet, in the owner's word, all of it or nothing. */
export function answerSurvey(
  ctx: CommandContext & { readonly reference: Reference },
  { seen, answers, sheet }: AnswerSurveyRequest,
): Promise<Decision<SurveyOutcome, SurveyProblem>> {
  requireAccess(ctx.viewer, "business.write");
  return ctx.em.transactional(async (em) => {
    const { kept: before, federation } = await getBusinessToChange(em, seen.id);
    requireAccess(ctx.viewer, "business.write", { federation });
    const today = ctx.today();
    const context = listContextOf({ vocabularies: ctx.reference.vocabularies, today });
    const reading = readEdits(editsOf(answers), { ...context, municipality: before.facts.municipality?.value });
    const decision = decideAnswerSurvey({ answers, sheet }, reading, {
      ...{ before, today, municipalities: context.municipalities, holders: [], possiblySame: [] },
      told: { source: "owner", on: sheet.on, ...(sheet.by === undefined ? {} : { by: sheet.by }) },
      changedSince: await findChangesSince(em, seen.id, seen.version),
    });
    if (!decision.accepted) return decision;

    const { after, newer } = decision.change;
    const change = { id: seen.id, before, after, isTold: true } as const;
    await changeBusinesses({ em, ctx }, [change], { federation, kind: "SURVEYED", survey: sheet });
    return { accepted: true, change: { businessId: seen.id, newer } };
  });
}
