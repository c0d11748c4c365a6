import type { Analysis, Band } from "#matching/analysis.ts";
import type { Suggestion } from "#matching/suggest.ts";
import type { RuleId } from "#matching/rule.ts";
import type { TriedGroup } from "#matching/try-group.ts";
import type { AskedQuestion } from "#persistence/stored-answer.ts";
import type { AnalysisReader } from "#words/analysis.ts";
import { ruleName } from "#words/rule-name.ts";
import { suggestionText, tryNoteText } from "#words/try.ts";
import { findBusinessPages, type BusinessPage } from "./business-pages.ts";
import { scoredProposalPages } from "./proposal-pages.ts";
import type { ReadingContext } from "./reading-context.ts";

/** Groups that were put together, worded, in their order. */
export async function triedGroupPages(
  ctx: ReadingContext,
  { question, groups }: { readonly question: AskedQuestion; readonly groups: readonly TriedGroup[] },
) {
  const scored = groups.flatMap(({ analysis }) => analysis ?? []);
  const proposals = await scoredProposalPages(ctx, question, scored);
  const pageOf = new Map(scored.map((analysis, index) => [analysis, proposals[index]]));
  const named = groups.flatMap(({ analysis, suggestions, swaps }) => [
    ...(analysis?.members ?? []),
    ...[...suggestions, ...swaps].map(({ id }) => id),
  ]);
  const businesses = await findBusinessPages(ctx, named);
  return groups.map((group) => ({
    ...groupPage(group, { language: ctx.language, labelOf: ctx.reference.labelOf(ctx.language), businesses }),
    proposal: (group.analysis && pageOf.get(group.analysis)) ?? null,
  }));
}

type Naming = Pick<AnalysisReader, "language" | "labelOf"> & { readonly businesses: ReadonlyMap<string, BusinessPage> };

function groupPage({ notes, analysis, effects, suggestions, swaps }: TriedGroup, { businesses, ...words }: Naming) {
  const reader: AnalysisReader = { ...words, nameOf: (id) => businesses.get(id)?.name ?? "?" };
  const changed = (id: string, after: Analysis) => {
    const business = businesses.get(id);
    return analysis && business ? [{ business, ...changePage(analysis, after, reader) }] : [];
  };
  const worded = (suggestion: Suggestion) => {
    const sentence = suggestionText(suggestion, { ...reader, membersTotal: suggestion.analysis.members.length });
    return changed(suggestion.id, suggestion.analysis).map((page) => ({ ...page, sentence }));
  };
  return {
    notes: notes.map((note) => tryNoteText(note, reader)),
    effects: effects.flatMap(({ id, analysis: after }) => changed(id, after)),
    suggestions: suggestions.flatMap(worded),
    swaps: swaps.flatMap((swap) => {
      const leaves = businesses.get(swap.leaves);
      return leaves ? worded(swap).map((page) => ({ ...page, leaves })) : [];
    }),
  };
}

/** What a change makes of a group: both bounds, its band, the rules it breaks that were kept before, and those it mends. */
function changePage(before: Analysis, after: Analysis, { language }: AnalysisReader) {
  const failing = ({ rules }: Analysis) => rules.filter(({ verdict }) => verdict === "fail").map(({ id }) => id);
  const [failed, fails] = [failing(before), failing(after)];
  const named = (ids: readonly RuleId[]) => ids.map((id) => ruleName(id, language));
  const bands = (Array.isArray(after.band) ? after.band : [after.band]) as readonly Band[];
  return {
    lowerChange: after.lower - before.lower,
    upperChange: after.upper - before.upper,
    bands: bands.map((one) => one.toUpperCase() as Uppercase<Band>),
    breaks: named(fails.filter((id) => !failed.includes(id))),
    mends: named(failed.filter((id) => !fails.includes(id))),
  };
}
