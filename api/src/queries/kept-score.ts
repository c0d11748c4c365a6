import type { EntityManager } from "@mikro-orm/postgresql";
import type { PlainDate } from "#domain/calendar.ts";
import type { Reference } from "#files/seeds/reference.ts";
import { matchingQuestionOf } from "#jobs/search-task.ts";
import { ENGINE_VERSION } from "#matching/document.ts";
import { askQuestion } from "#matching/question.ts";
import { memberFinder, scoreGroup } from "#matching/score.ts";
import type { AskedQuestion, ProposalWithQuestion } from "#persistence/stored-answer.ts";
import { findAnsweringRules } from "./never-together.ts";
import { loadSnapshot } from "./snapshot.ts";

/** What scoring by a kept question needs. */
interface Scoring {
  readonly em: EntityManager;
  readonly reference: Reference;
  today(): PlainDate;
}

/**
 * The analysis of these businesses by a kept question, with today's facts, terms and law; undefined where one of them
 * is no longer known.
 */
export async function scoreByKeptQuestion(
  ctx: Scoring,
  question: AskedQuestion,
  memberIds: readonly string[],
): Promise<ProposalWithQuestion | undefined> {
  const rules = await findAnsweringRules(ctx);
  const asked = askQuestion(matchingQuestionOf(question, rules));
  if (!asked.accepted) throw new Error(`A kept question was refused: ${JSON.stringify(asked.problems)}`);
  const find = memberFinder(await loadSnapshot(ctx.em, { today: ctx.today(), ids: memberIds }));
  const members = memberIds.flatMap((id) => find(id) ?? []);
  if (members.length !== memberIds.length) return undefined;
  const proposal = scoreGroup(members, asked.change);
  return { question, terms: rules.terms.version, engine: ENGINE_VERSION, proposal };
}
