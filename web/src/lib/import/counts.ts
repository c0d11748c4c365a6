import { m } from "#lib/paraglide/messages.js";
import { countText } from "#lib/text/number.ts";

/** What a list, or the answers of a survey, come to, counted in rows. */
export interface ImportCounts {
  readonly survey?: string | null;
  readonly newCount: number;
  readonly changedCount: number;
  readonly unchangedCount: number;
  readonly unknownCount: number;
  readonly refusedCount: number;
}

/** The counts in one line: of answers nothing is ever new, and some have nobody they belong to. */
export function countsText({ survey, ...counts }: ImportCounts): string {
  const { newCount, changedCount, unchangedCount, unknownCount, refusedCount } = counts;
  const rest = {
    ...{ changed: countText(changedCount), unchanged: countText(unchangedCount) },
    refused: countText(refusedCount),
  };
  if (survey) return m.responses_counts({ ...rest, unknown: countText(unknownCount) });
  return m.import_counts({ ...rest, added: countText(newCount) });
}
