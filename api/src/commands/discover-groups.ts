import { requireAccess } from "#domain/access/decide.ts";
import type { Decision } from "#domain/decision.ts";
import type { Reference } from "#files/seeds/reference.ts";
import type { MatchingBench, SearchHand } from "#jobs/matching-bench.ts";
import { searchTaskOf } from "#jobs/search-task.ts";
import type { AnsweredQuestion } from "#persistence/stored-answer.ts";
import { findAnsweringRules } from "#queries/never-together.ts";
import { askDiscovery, type DiscoveryProblem, type DiscoveryRequest } from "./ask-discovery.ts";
import type { CommandContext } from "./context.ts";

/** What answering at once needs beside a command's context. */
export type DiscoveringContext = CommandContext & { readonly reference: Reference; readonly matching: MatchingBench };

/** Answers a question at once and keeps nothing. */
export async function discoverGroups(
  ctx: DiscoveringContext,
  request: DiscoveryRequest,
  hand?: SearchHand,
): Promise<Decision<AnsweredQuestion, DiscoveryProblem>> {
  requireAccess(ctx.viewer, "discovery.run");
  const asked = await askDiscovery(ctx.em, request, { reference: ctx.reference, today: ctx.today() });
  if (!asked.accepted) return asked;
  const { mustHave } = asked.change;
  const known = await ctx.matching.layouts.layoutFor(ctx.em, { today: ctx.today(), mustHave });
  const task = searchTaskOf(asked.change, known, await findAnsweringRules(ctx));
  const answer = await ctx.matching.search(task, hand);
  if (!answer.accepted) throw new Error(`A checked question was refused: ${JSON.stringify(answer.problems)}`);
  return { accepted: true, change: { question: asked.change, answer: answer.change } };
}
