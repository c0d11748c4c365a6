import { requireAccess } from "#domain/access/decide.ts";
import { NotFoundError } from "#domain/errors.ts";
import type { WhyNot } from "#matching/why-not/why-not.ts";
import type { AskedQuestion } from "#persistence/stored-answer.ts";
import { hindranceRuleTexts, hindranceText, ownChangeText } from "#words/why-not.ts";
import { findBusinessPages } from "./business-pages.ts";
import { scoredProposalPages } from "./proposal-pages.ts";
import type { ReadingContext } from "./reading-context.ts";

/** Where a business stands in an answer, in words. */
export async function whyNotPage(
  ctx: ReadingContext,
  {
    question,
    businessId,
    whyNot,
  }: { readonly question: AskedQuestion; readonly businessId: string; readonly whyNot: WhyNot },
) {
  requireAccess(ctx.viewer, "discovery.run");
  const { ranks, hindrance, best, wayIn } = whyNot;
  const groups = [...best, ...(wayIn ? [wayIn.group] : [])];
  const pages = await scoredProposalPages(ctx, question, groups);
  const named = await findBusinessPages(ctx, [businessId, ...groups.flatMap(({ members }) => members)]);
  const business = named.get(businessId);
  if (!business) throw new NotFoundError("business");
  const reader = {
    ...{ language: ctx.language, labelOf: ctx.reference.labelOf(ctx.language) },
    nameOf: (id: string) => named.get(id)?.name ?? "?",
  };
  const wayInGroup = wayIn && pages.at(-1);
  return {
    ...{ business, ranks: [...ranks], best: pages.slice(0, best.length) },
    hindrance: hindranceText(hindrance, reader) || null,
    details: hindranceRuleTexts(hindrance, reader),
    wayIn:
      wayIn && wayInGroup
        ? {
            ...{ place: wayIn.place, proposal: wayInGroup },
            conditions: wayIn.changes.map((change) => ownChangeText(change, reader)),
          }
        : null,
  };
}
