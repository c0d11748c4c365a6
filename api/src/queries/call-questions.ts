import { isSurveyed } from "#domain/business/survey.ts";
import type { CallQuestion } from "#matching/calls.ts";
import type { Demand } from "#matching/demand.ts";
import type { SnapshotBusiness } from "#matching/snapshot.ts";
import { callQuestionText } from "#words/call.ts";
import type { LabelOf } from "#words/label.ts";
import type { BusinessPage } from "./business-pages.ts";
import { isFactKey, type FactPage } from "./fact-pages.ts";
import { fieldName } from "./field-name.ts";
import type { ReadingContext } from "./reading-context.ts";
import { listSurveyQuestions } from "./survey-questions.ts";

/** Likely answers of one kind that are offered; the others are written. */
const OFFERED_MAX = 5;

/** How a question is answered: with one tap, by ticking several, by a number beside each, or in writing alone. */
export const CALL_ANSWER_KINDS = ["TAP", "TICKS", "AMOUNTS", "WRITTEN"] as const;
/** One of them. */
export type CallAnswerKind = (typeof CALL_ANSWER_KINDS)[number];

/** A likely answer, and what is typed for it. */
export interface OfferedAnswer {
  readonly name: string;
  readonly text: string;
}

/** A question as the list asks it, but for why it is asked. */
export interface CallQuestionPage {
  readonly fact: string;
  readonly name: string;
  readonly text: string;
  readonly isSurveyed: boolean;
  readonly answerKind: CallAnswerKind;
  readonly answers: readonly OfferedAnswer[];
  /** How it is written, where none of the offered answers is the one. */
  readonly written: FactPage;
}

/** What likely answers are taken from: the candidate's businesses and what is asked of it. */
export interface CallGround {
  readonly businesses: readonly SnapshotBusiness[];
  readonly pages: ReadonlyMap<string, BusinessPage>;
  readonly demand: Demand;
}

/** The fact an answer becomes: of a place that is not known the address is asked, of a trade its code. */
function factAsked({ fact }: CallQuestion): string {
  if (fact === "place" || fact === "municipality") return "address";
  return fact === "industry" ? "industryCode" : fact;
}

/** One question to a business, with the answers that are likely in this candidate. */
export function callQuestionPage(
  ctx: ReadingContext,
  question: CallQuestion,
  { own, ground }: { readonly own: BusinessPage; readonly ground: CallGround },
): CallQuestionPage {
  const fact = factAsked(question);
  if (!isFactKey(fact)) throw new Error(`"${fact}" is asked on no list of calls.`);
  const { answerKind, answers } = offered(ctx, fact, { own, ground });
  const name = fieldName(fact, ctx.language);
  return {
    ...{ fact, name, text: callQuestionText(fact, name, ctx.language), isSurveyed: isSurveyed(fact) },
    answerKind: answers.length > 0 ? answerKind : "WRITTEN",
    ...{ answers, written: own.factOf(fact) },
  };
}

interface Offered {
  readonly answerKind: CallAnswerKind;
  readonly answers: readonly OfferedAnswer[];
}

function offered(
  ctx: ReadingContext,
  fact: string,
  { own, ground }: { readonly own: BusinessPage; readonly ground: CallGround },
): Offered {
  const others = ground.businesses.filter(({ id }) => id !== own.musubiNumber);
  const choices = (listSurveyQuestions(ctx).find(({ key }) => key === fact)?.choices ?? []).map(
    ({ code, name }): OfferedAnswer => ({ name, text: code }),
  );
  switch (fact) {
    case "leader":
      return { answerKind: "TAP", answers: choices };
    case "purposes":
      return { answerKind: "TICKS", answers: choices };
    case "needs": {
      const tags = commonest(others.flatMap(({ needs = [] }) => needs.map(([tag]) => tag)));
      return { answerKind: "TICKS", answers: tags.flatMap((tag) => choices.filter(({ text }) => text === tag)) };
    }
    case "ties":
      return { answerKind: "TICKS", answers: others.flatMap(({ id }) => known(ground.pages.get(id))) };
    case "purchases": {
      const items = commonest(others.flatMap(({ purchases = [] }) => purchases.map(([item]) => item)));
      return { answerKind: "AMOUNTS", answers: items.map((item) => ({ name: item, text: item })) };
    }
    default:
      return { answerKind: "TICKS", answers: taggedAnswers(ctx, fact, { others, demand: ground.demand }) };
  }
}

function taggedAnswers(
  { reference, language }: ReadingContext,
  fact: string,
  { others, demand }: { readonly others: readonly SnapshotBusiness[]; readonly demand: Demand },
): OfferedAnswer[] {
  const [shown, typed] = [reference.labelOf(language), reference.labelOf("ja")];
  const skill = (tag: string) => ({ name: shown("capability", tag), text: typed("capability", tag) });
  if (fact === "capabilities") {
    const wanted = commonest(others.flatMap(({ seeks = [] }) => seeks.map(([tag]) => tag)));
    return first([...demand.capabilities.map(({ tag }) => tag), ...wanted]).map(skill);
  }
  if (fact === "seeks") {
    return commonest(others.flatMap(({ capabilities = [] }) => capabilities.map(([tag]) => tag))).map(skill);
  }
  return fact === "licences" ? demand.licences.map((one) => licenceAnswer(one, { shown, typed })) : [];
}

function licenceAnswer(
  { licence, area }: Demand["licences"][number],
  { shown, typed }: { readonly shown: LabelOf; readonly typed: LabelOf },
): OfferedAnswer {
  if (area === undefined) return { name: shown("licence", licence), text: typed("licence", licence) };
  const kind = area.length === 2 ? "prefecture" : "municipality";
  return {
    name: `${shown("licence", licence)} ${shown(kind, area)}`,
    text: `${typed("licence", licence)}:${area}`,
  };
}

/** A business as others name it: by the key it is noted with among those somebody deals with. */
function known(page: BusinessPage | undefined): OfferedAnswer[] {
  if (!page) return [];
  return [{ name: page.name, text: page.externalId ?? page.corporateNumber ?? page.musubiNumber }];
}

/** What most of the businesses have, the commonest first; ties by its name. */
function commonest(tags: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return first([...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1)).map(([tag]) => tag));
}

function first(tags: readonly string[]): readonly string[] {
  return [...new Set(tags)].slice(0, OFFERED_MAX);
}
