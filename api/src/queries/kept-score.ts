import type { EntityManager } from "@mikro-orm/postgresql";
import type { PlainDate } from "#domain/calendar.ts";
import type { Reference } from "#files/seeds/reference.ts";
import { heldTerms, matchingQuestionOf } from "#jobs/search-task.ts";
import { ENGINE_VERSION } from "#matching/document.ts";
import { askQuestion } from "#matching/question.ts";
import { memberFinder, scoreGroup } from "#matching/score.ts";
import type { AskedQuestion, ProposalWithQuestion } from "#persistence/stored-answer.ts";
import { findAnsweringRules } from "./never-together.ts";
import { loadSnapshot } from "./snapshot.ts";
import { termsInForce } from "./terms-in-force.ts";

/** What scoring by a kept question needs. */
interface Scoring {
  readonly em: EntityManager;
  readonly reference: Reference;
  today(): PlainDate;
}

/** A kept question as it would be asked today: by the terms in force. Weights it was asked with stay. */
export async function askedToday(ctx: Scoring, question: AskedQuestion): Promise<AskedQuestion> {
  return { ...question, terms: heldTerms(await termsInForce(ctx), question.purpose) };
}

/**
 * The analysis of these businesses by a kept question and the terms it was asked by, with today's facts and law;
 * undefined where one of them is no longer known.
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
  return { question, terms: asked.change.terms.version, engine: ENGINE_VERSION, proposal };
}
