import { requireAccess } from "#domain/access/decide.ts";
import type { CompletionDocument } from "#matching/completion-document.ts";
import type { AskedQuestion } from "#persistence/stored-answer.ts";
import { ruleText } from "#words/analysis-rules.ts";
import { missingTexts } from "#words/missing.ts";
import { findBusinessPages } from "./business-pages.ts";
import { scoredProposalPages } from "./proposal-pages.ts";
import type { ReadingContext } from "./reading-context.ts";

/** Who is missing in a group, in words. */
export async function completionPage(
  ctx: ReadingContext,
  { question, completion }: { readonly question: AskedQuestion; readonly completion: CompletionDocument },
) {
  requireAccess(ctx.viewer, "discovery.run");
  const { group, completions, failing } = completion;
  const proposals = await scoredProposalPages(ctx, question, completions);
  const named = await findBusinessPages(ctx, [...group, ...completions.flatMap(({ added }) => added)]);
  const reader = {
    ...{ language: ctx.language, labelOf: ctx.reference.labelOf(ctx.language) },
    nameOf: (id: string) => named.get(id)?.name ?? "?",
  };
  return {
    missing: [...missingTexts(completion, reader)],
    failing: failing.map((rule) => ruleText(rule, reader)),
    completions: completions.flatMap(({ added }, place) => {
      const proposal = proposals[place];
      return proposal ? [{ added: added.flatMap((id) => named.get(id) ?? []), proposal }] : [];
    }),
  };
}
