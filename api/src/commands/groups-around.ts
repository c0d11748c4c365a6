import { requireAccess } from "#domain/access/decide.ts";
import { isMarkedClosed } from "#domain/business/closed.ts";
import type { Decision } from "#domain/decision.ts";
import { NotFoundError } from "#domain/errors.ts";
import { firstPurpose } from "#domain/purpose.ts";
import { searchTaskOf } from "#jobs/search-task.ts";
import type { GroupsAround } from "#matching/groups-around.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import type { AskedQuestion } from "#persistence/stored-answer.ts";
import { findAnsweringRules } from "#queries/never-together.ts";
import { askDiscovery, type DiscoveryProblem } from "./ask-discovery.ts";
import type { DiscoveringContext } from "./discover-groups.ts";

/** Whose groups are asked for, and what for; without a purpose the first it is open to. */
interface AroundRequest {
  readonly businessId: string;
  readonly purpose?: string | undefined;
}

/** The groups one business can be in, with the question they answer: it names the business as one that must be in. */
export interface AnsweredGroupsAround {
  readonly question: AskedQuestion;
  readonly businessId: string;
  readonly around: GroupsAround;
}

const CLOSED: GroupsAround = { groups: [], hindrance: { kind: "closed" } };

/**
 * Finds the best groups one business can be in by what is known today, or says why it can be in none; keeps nothing.
 * @throws NotFoundError where the viewer has no such business
 */
export async function findGroupsAround(
  ctx: DiscoveringContext,
  { businessId, purpose }: AroundRequest,
): Promise<Decision<AnsweredGroupsAround, DiscoveryProblem>> {
  requireAccess(ctx.viewer, "discovery.run");
  const { em, reference } = ctx;
  const today = ctx.today();
  const business = await em.findOne(BusinessRecord, { id: businessId });
  if (!business) throw new NotFoundError("business");
  const asking = { purpose: purpose ?? firstPurpose(business.facts.purposes?.value) };
  const asked = await askDiscovery(em, asking, { reference, today });
  if (!asked.accepted) return asked;
  const question = { ...asked.change, mustHave: [businessId] };
  const told = (around: GroupsAround) => ({ accepted: true, change: { question, businessId, around } }) as const;
  // Closed ones lie in no columns that are kept.
  if (isMarkedClosed(business.facts)) return told(CLOSED);
  const known = await ctx.matching.layouts.layoutFor(em, { today });
  const task = searchTaskOf(asked.change, known, await findAnsweringRules(ctx));
  const answer = await ctx.matching.groupsAround({ ...task, businessId });
  return answer.accepted ? told(answer.change) : answer;
}
