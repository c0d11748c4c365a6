import type { AskedFact, FactToAsk } from "#matching/reasons.ts";
import { componentName, inLanguage, namesText, type AnalysisReader, type BothTexts } from "./analysis.ts";
import type { ComponentResult } from "#matching/analysis.ts";
import type { ComponentId } from "#matching/terms.ts";
import type { Language } from "./language.ts";

const FACTS: Readonly<Record<AskedFact, BothTexts>> = {
  place: ["所在地", "their place"],
  municipality: ["市区町村", "their municipality"],
  industry: ["業種", "their trade"],
  employees: ["従業員数", "the number of employees"],
  capitalYen: ["資本金", "their capital"],
  capabilities: ["強み", "what they can do"],
  seeks: ["求める技術・協力", "what they seek"],
  needs: ["課題", "their issues"],
  licences: ["許認可", "their licences"],
  monthlyLoad: ["月別負荷", "their load by month"],
  monthlyWorkers: ["月別必要人員", "the workers they want by month"],
  monthlyCapacity: ["月別受注余力", "their spare capacity by month"],
  leader: ["まとめ役への意向", "their will to lead"],
  ties: ["付き合いのある事業者", "whom they know"],
  purchases: ["仕入品目と月々の金額", "what they buy and for how much a month"],
};

/** What a fact is called where somebody is asked for it. */
export function askedFactName(fact: AskedFact, language: Language): string {
  return inLanguage(FACTS[fact], language);
}

/** What is missing and whom to ask, for staff. */
export function factToAskText({ fact, members }: FactToAsk, reader: AnalysisReader): string {
  const [ja, en] = FACTS[fact];
  const names = namesText(members, reader);
  return inLanguage([`${names}に「${ja}」をお尋ねください。`, `Please ask ${names} about ${en}.`], reader.language);
}

/** A component that speaks against a group, for staff. */
export function weaknessText({ id }: Pick<ComponentResult, "id">, language: Language): string {
  const name = componentName(id, language);
  return inLanguage([`「${name}」は低めです。`, `“${name}” is low.`], language);
}

/** What an order leaves out, by the component that then has nothing to go by. */
const LEFT_OUT: Partial<Record<ComponentId, BothTexts>> = {
  coverage: ["必要な技術・許認可", "skills or licences"],
  redundancy: ["必要な技術・許認可", "skills or licences"],
  "area-coverage": ["仕事のある市区町村", "places of the work"],
  "capacity-fit": ["月ごとの量", "amounts by month"],
};

/** A component of which nothing is known yet that would bring points: unknown is not low. */
export function openComponentText(
  { id, isUnasked }: Pick<ComponentResult, "id"> & { readonly isUnasked?: boolean },
  language: Language,
): string {
  const leftOut = LEFT_OUT[id];
  if (isUnasked === true && leftOut !== undefined) {
    const [ja, en] = leftOut;
    return inLanguage([`この仕事の「${ja}」が入力されていません。`, `The order names no ${en}.`], language);
  }
  const name = componentName(id, language);
  return inLanguage([`「${name}」は、まだわかっていません。`, `“${name}” is not known yet.`], language);
}
