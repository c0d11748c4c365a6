import { factStatus } from "#domain/business/fact-age.ts";
import type { Facts } from "#domain/business/facts.ts";
import { ASKED_FACTS, nextQuestion } from "#matching/next-question.ts";
import { nextQuestionText } from "#words/next-question.ts";
import { factPage, type FactPage } from "./fact-pages.ts";
import type { Terms } from "#matching/terms.ts";
import type { ReadingContext } from "./reading-context.ts";

/** The one question whose answer would tell most about the groups a business could be in. */
export interface NextQuestionPage {
  readonly text: string;
  readonly fact: FactPage;
}

/** What to ask of a business next, by the terms in force; null where all that is asked is known and holds. */
export function nextQuestionPage(ctx: ReadingContext, facts: Facts, terms: Terms): NextQuestionPage | null {
  const today = ctx.today();
  const open = ASKED_FACTS.filter((key) => ["UNKNOWN", "STALE"].includes(factStatus(key, facts[key], today)));
  const key = nextQuestion(open, { terms, law: ctx.reference.lawOn(today) });
  return key === undefined ? null : { text: nextQuestionText(key, ctx.language), fact: factPage(ctx, facts, key) };
}
