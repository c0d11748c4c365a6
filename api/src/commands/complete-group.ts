import { requireAccess } from "#domain/access/decide.ts";
import type { Decision } from "#domain/decision.ts";
import { NotFoundError } from "#domain/errors.ts";
import { searchTaskOf } from "#jobs/search-task.ts";
import { candidateFinder } from "#matching/columns/find-candidate.ts";
import type { CompletionDocument } from "#matching/completion-document.ts";
import type { AskedQuestion } from "#persistence/stored-answer.ts";
import { findAnsweringRules } from "#queries/never-together.ts";
import { askDiscovery, type DiscoveryProblem, type DiscoveryRequest } from "./ask-discovery.ts";
import type { DiscoveringContext } from "./discover-groups.ts";

/** Who is missing in a group, with the question that was asked of it. */
export interface AnsweredCompletion {
  readonly question: AskedQuestion;
  readonly completion: CompletionDocument;
}

/** Says who is missing in a group that is handed in. @throws NotFoundError for a business the viewer has not */
export async function completeGroup(
  ctx: DiscoveringContext,
  request: DiscoveryRequest,
  memberIds: readonly string[],
): Promise<Decision<AnsweredCompletion, DiscoveryProblem>> {
  requireAccess(ctx.viewer, "discovery.run");
  const { reference } = ctx;
  const today = ctx.today();
  const asked = await askDiscovery(ctx.em, request, { reference, today });
  if (!asked.accepted) return asked;
  const mustHave = [...asked.change.mustHave, ...memberIds];
  const known = await ctx.matching.layouts.layoutFor(ctx.em, { today, mustHave });
  const find = candidateFinder(known.layout);
  if (memberIds.some((id) => find(id) === undefined)) throw new NotFoundError("business");
  const rules = await findAnsweringRules(ctx);
  const task = { ...searchTaskOf(asked.change, known, rules), group: [...new Set(memberIds)] };
  const answer = await ctx.matching.complete(task);
  if (!answer.accepted) throw new Error(`A checked question was refused: ${JSON.stringify(answer.problems)}`);
  return { accepted: true, change: { question: asked.change, completion: answer.change } };
}
