import type { ApartProblem } from "#domain/business/never-together.ts";
import { inLanguage, type BothTexts } from "./analysis.ts";
import type { Language } from "./language.ts";

type Sentences = {
  readonly [Code in ApartProblem["code"]]: (problem: Extract<ApartProblem, { code: Code }>) => BothTexts;
};

const PROBLEMS: Sentences = {
  APART_FROM_ITSELF: () => ["別の事業者を選んでください。", "Please choose another business."],
  APART_ALREADY: () => ["この事業者とは、すでに「会わせない」と記録されています。", "This pair is noted already."],
  APART_REASON_TOO_LONG: ({ max }) => [
    `理由は${max}文字までで書いてください。`,
    `Please write at most ${max} characters.`,
  ],
};

/** Whether a problem is about keeping two businesses apart. */
export function isApartProblem(problem: { readonly code: string }): problem is ApartProblem {
  return Object.hasOwn(PROBLEMS, problem.code);
}

/** Why a pair was not noted, and what to do. */
export function apartProblemTexts(problem: ApartProblem): BothTexts {
  // The table is complete by its type; the compiler cannot follow that a problem's code picks its own sentence.
  const sentence = PROBLEMS[problem.code] as (problem: ApartProblem) => BothTexts;
  return sentence(problem);
}

/** That a group holds two who must not meet; for staff alone, never on paper. */
export function apartSentence(one: string, other: string, language: Language): string {
  return inLanguage(
    [
      `「${one}」と「${other}」は、会わせないと記録されています。`,
      `${one} and ${other} are noted never to be brought together.`,
    ],
    language,
  );
}
