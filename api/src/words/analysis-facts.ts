import type { AskedFact, FactToAsk } from "#matching/reasons.ts";
import { componentName, inLanguage, namesText, type AnalysisReader, type BothTexts } from "./analysis.ts";
import type { ComponentResult } from "#matching/analysis.ts";
import type { ComponentId } from "#matching/terms.ts";
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

const OWNER_SENTENCES: Readonly<Record<ComponentId, BothTexts>> = {
  "shared-need": ["同じ課題に悩む事業者がいます。", "Others face the same issue as you."],
  complementarity: ["お互いの得意なことで助け合えます。", "You can help each other with what each does well."],
  coverage: ["仕事に必要な技術や許可がそろいます。", "Together you have the skills and licences the work needs."],
  redundancy: ["忙しいときや休むときに代わり合えます。", "You can stand in for each other."],
  "area-coverage": ["広い地域の仕事を受けられます。", "Together you can serve a wider area."],
  "capacity-fit": ["一社では受けきれない量の仕事を受けられます。", "Together you can take on more than one alone."],
  "load-smoothing": ["忙しい時期と空く時期を補い合えます。", "Your busy and quiet times even out."],
  "year-round": [
    "働き手の要る時期が違い、一年を通した仕事をつくれます。",
    "You need workers at different times, which makes work for the whole year.",
  ],
  nearness: ["近くの事業者どうしです。", "You are near each other."],
  leader: ["まとめ役を引き受けてくれそうな方がいます。", "Someone is likely to take the lead."],
  "second-leader": ["まとめ役を支えてくれそうな方もいます。", "Someone is likely to support the leader."],
  "size-likeness": ["規模の近い事業者どうしです。", "You are of similar size."],
  ties: ["すでに付き合いのある事業者がいます。", "Some of you already know each other."],
  "low-rivalry": ["お客さまを取り合わない顔ぶれです。", "You do not compete for the same customers."],
  "useful-distance": ["違う業種の知恵を持ち寄れます。", "You bring what different trades know."],
  "purchase-overlap": [
    "同じものを仕入れる事業者がいて、まとめて買えます。",
    "Others buy the same things, so you can buy together.",
  ],
  "group-size": ["話し合いやすい人数です。", "Your number makes it easy to talk."],
};

/** What speaks for a group, told to an owner: no other business is named and no figure given. */
export function ownerReasonText(id: ComponentId, language: Language): string {
  return inLanguage(OWNER_SENTENCES[id], language);
}
