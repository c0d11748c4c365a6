import { requireAccess } from "#domain/access/decide.ts";
import { NotFoundError } from "#domain/errors.ts";
import type { GroupsAround } from "#matching/groups-around.ts";
import type { AskedQuestion } from "#persistence/stored-answer.ts";
import { purposeName } from "#words/purpose.ts";
import { hindranceRuleTexts, hindranceText } from "#words/why-not.ts";
import { findBusinessPages } from "./business-pages.ts";
import { scoredProposalPages } from "./proposal-pages.ts";
import type { ReadingContext } from "./reading-context.ts";

/** The groups one business can be in, in words; or why it can be in none. */
export async function groupsAroundPage(
  ctx: ReadingContext,
  {
    question,
    businessId,
    around: { groups, hindrance },
  }: { readonly question: AskedQuestion; readonly businessId: string; readonly around: GroupsAround },
) {
  requireAccess(ctx.viewer, "discovery.run");
  const { language } = ctx;
  const business = (await findBusinessPages(ctx, [businessId])).get(businessId);
  if (!business) throw new NotFoundError("business");
  const reader = { language, labelOf: ctx.reference.labelOf(language), nameOf: () => business.name };
  return {
    ...{ business, purpose: question.purpose, purposeName: purposeName(question.purpose, language) },
    proposals: await scoredProposalPages(ctx, question, groups),
    hindrance: hindrance ? hindranceText(hindrance, reader) : null,
    details: hindrance ? hindranceRuleTexts(hindrance, reader) : [],
  };
}
