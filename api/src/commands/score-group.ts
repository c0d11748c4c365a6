import { requireAccess } from "#domain/access/decide.ts";
import type { Decision } from "#domain/decision.ts";
import { NotFoundError } from "#domain/errors.ts";
import type { Reference } from "#files/seeds/reference.ts";
import { matchingQuestionOf } from "#jobs/search-task.ts";
import { askQuestion } from "#matching/question.ts";
import { memberFinder, scoreGroup as analyse, type ScoredGroup } from "#matching/score.ts";
import type { AskedQuestion } from "#persistence/stored-answer.ts";
import { findAnsweringRules } from "#queries/never-together.ts";
import { loadSnapshot } from "#queries/snapshot.ts";
import { askDiscovery, type DiscoveryProblem, type DiscoveryRequest } from "./ask-discovery.ts";
import type { CommandContext } from "./context.ts";

/** The analysis of a group with the question it answers. */
export interface AnsweredScore {
  readonly question: AskedQuestion;
  readonly scored: ScoredGroup;
}

/** Scores a group that is handed in. @throws NotFoundError for a business the viewer has not */
export async function scoreGroup(
  ctx: CommandContext & { readonly reference: Reference },
  request: DiscoveryRequest,
  memberIds: readonly string[],
): Promise<Decision<AnsweredScore, DiscoveryProblem>> {
  requireAccess(ctx.viewer, "discovery.run");
  const { reference } = ctx;
  const asked = await askDiscovery(ctx.em, request, { reference, today: ctx.today() });
  if (!asked.accepted) return asked;
  const rules = await findAnsweringRules(ctx);
  const question = askQuestion(matchingQuestionOf(asked.change, rules));
  if (!question.accepted) return question;

  const find = memberFinder(await loadSnapshot(ctx.em, { today: ctx.today(), ids: memberIds }));
  const members = memberIds.flatMap((id) => find(id) ?? []);
  if (members.length !== memberIds.length) throw new NotFoundError("business");
  return { accepted: true, change: { question: asked.change, scored: analyse(members, question.change) } };
}
