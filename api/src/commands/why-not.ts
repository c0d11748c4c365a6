import { requireAccess } from "#domain/access/decide.ts";
import { isMarkedClosed } from "#domain/business/closed.ts";
import type { Decision } from "#domain/decision.ts";
import { NotFoundError } from "#domain/errors.ts";
import { searchTaskOf } from "#jobs/search-task.ts";
import type { Layout } from "#matching/columns/columns.ts";
import { candidateFinder } from "#matching/columns/find-candidate.ts";
import type { QuestionProblem } from "#matching/question.ts";
import type { SearchProblem } from "#matching/search-plan.ts";
import type { WhyNot } from "#matching/why-not/why-not.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { DiscoveryRecord } from "#persistence/discovery-record.ts";
import type { AskedQuestion } from "#persistence/stored-answer.ts";
import { findAnsweringRules } from "#queries/never-together.ts";
import type { DiscoveringContext } from "./discover-groups.ts";

/** Where one business stands in the answer of a question, with the question. */
export interface AnsweredWhyNot {
  readonly question: AskedQuestion;
  readonly businessId: string;
  readonly whyNot: WhyNot;
}

const CLOSED: WhyNot = { ranks: [], hindrance: { kind: "closed" }, best: [], wayIn: undefined };

/**
 * Says why a business is in none of an answer's groups, or in which. By what is known today; the answer is as it was given.
 * @throws NotFoundError where the viewer has no such business, or no such answer
 */
export async function explainWhyNot(
  ctx: DiscoveringContext,
  { discoveryId, businessId }: { readonly discoveryId: string; readonly businessId: string },
): Promise<Decision<AnsweredWhyNot, QuestionProblem | SearchProblem>> {
  requireAccess(ctx.viewer, "discovery.run");
  const discovery = await ctx.em.findOne(DiscoveryRecord, { id: discoveryId });
  if (!discovery?.answer) throw new NotFoundError("discovery");
  const business = await ctx.em.findOne(BusinessRecord, { id: businessId });
  if (!business) throw new NotFoundError("business");
  const { question, answer } = discovery;
  const shown = answer.proposals;
  const isShown = shown.some(({ members }) => members.includes(businessId));
  if (isMarkedClosed(business.facts) && !isShown && !question.mustHave.includes(businessId))
    return { accepted: true, change: { question, businessId, whyNot: CLOSED } };

  const today = ctx.today();
  const mustHave = [...question.mustHave, businessId];
  const known = await ctx.matching.layouts.layoutFor(ctx.em, { today, mustHave });
  const rules = await findAnsweringRules(ctx);
  const task = searchTaskOf(stillKnown(question, known.layout), known, rules);
  const answered = await ctx.matching.whyNot({ ...task, businessId, shown });
  return answered.accepted ? { accepted: true, change: { question, businessId, whyNot: answered.change } } : answered;
}

/** The question without businesses that are no longer known, so that an old one can still be looked at. */
function stillKnown(question: AskedQuestion, layout: Layout): AskedQuestion {
  const find = candidateFinder(layout);
  return { ...question, mustHave: question.mustHave.filter((id) => find(id) !== undefined) };
}
