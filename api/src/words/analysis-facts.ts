import type { AskedFact, FactToAsk } from "#matching/reasons.ts";
import { componentName, inLanguage, namesText, type AnalysisReader, type BothTexts } from "./analysis.ts";
import type { ComponentResult } from "#matching/analysis.ts";
import type { Language } from "./language.ts";

const FACTS: Readonly<Record<AskedFact, BothTexts>> = {
  place: ["所在地", "its place"],
  municipality: ["市区町村", "its municipality"],
  industry: ["業種", "its trade"],
  employees: ["従業員数", "the number of employees"],
  capitalYen: ["資本金", "its capital"],
  capabilities: ["強み", "what it can do"],
  seeks: ["求める技術・協力", "what it seeks"],
  needs: ["課題", "its issues"],
  licences: ["許認可", "its licences"],
  monthlyLoad: ["月別の仕事量", "its work by month"],
  monthlyWorkers: ["月別に必要な人手", "the workers it wants by month"],
  monthlyCapacity: ["月別の受注余力", "its spare capacity by month"],
  leader: ["まとめ役への意向", "its will to lead"],
  ties: ["付き合いのある事業者", "whom it knows"],
  purchases: ["仕入品目と月々の金額", "what it buys and for how much a month"],
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

/** A component of which nothing is known yet that would bring points: unknown is not low. */
export function openComponentText({ id }: Pick<ComponentResult, "id">, language: Language): string {
  const name = componentName(id, language);
  return inLanguage([`「${name}」は、まだわかっていません。`, `“${name}” is not known yet.`], language);
}
