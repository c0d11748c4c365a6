import type { Purpose } from "#domain/purpose.ts";
import type { OwnerBand, OwnerRule } from "#matching/owner-view.ts";
import type { ComponentId } from "#matching/terms.ts";
import { inLanguage, type BothTexts } from "./analysis.ts";
import type { Language } from "./language.ts";

const REASONS: Readonly<Record<ComponentId, BothTexts>> = {
  "shared-need": ["同じ課題をお持ちの事業者が、ほかにもいます。", "Others face the same issue as you."],
  complementarity: [
    "お互いの得意なことを持ち寄って、助け合えます。",
    "You can help each other with what each does well.",
  ],
  coverage: ["仕事に必要な技術や許可をお持ちです。", "You have skills or licences the work needs."],
  redundancy: ["忙しいときや休むときに、代わり合えます。", "You can stand in for each other."],
  "area-coverage": ["仕事のある地域に、対応していただけそうです。", "You can serve an area where the work is."],
  "capacity-fit": [
    "一社では受けきれない量の仕事を、分け合って受けられます。",
    "Work too much for one can be shared out.",
  ],
  "load-smoothing": ["忙しい時期と手の空く時期を、補い合えます。", "Your busy and quiet times even out."],
  "year-round": [
    "人手の要る時期が違い、一年を通した仕事をつくれそうです。",
    "You need workers at different times, which may make work for the whole year.",
  ],
  nearness: ["行き来できる距離の事業者どうしです。", "You are near enough to meet."],
  leader: ["まとめ役を引き受けてくださりそうな方がいます。", "Someone is likely to take the lead."],
  "second-leader": ["まとめ役を支えてくださりそうな方がいます。", "Someone is likely to support the leader."],
  "size-likeness": ["規模の近い事業者どうしです。", "You are of similar size."],
  ties: ["すでにお付き合いのある事業者どうしがいます。", "Some already know each other."],
  "low-rivalry": ["お客さまを取り合わない顔ぶれです。", "You do not compete for the same customers."],
  "useful-distance": ["違う業種の知恵を持ち寄れます。", "You bring what different trades know."],
  "purchase-overlap": [
    "同じものを仕入れる事業者がいて、まとめて買えます。",
    "Others buy the same things, so you can buy together.",
  ],
  "group-size": ["話し合いやすい顔ぶれの数です。", "There are few enough of you to talk well."],
};

/** What speaks for a group, told to an owner: no other business is named and no figure given. */
export function ownerReasonText(id: ComponentId, language: Language): string {
  return inLanguage(REASONS[id], language);
}

const BANDS: Readonly<Record<OwnerBand, BothTexts>> = {
  much: ["今のところ、共通点の多い組み合わせです。", "As far as is known, you have much in common."],
  some: ["今のところ、共通点のある組み合わせです。", "As far as is known, you have something in common."],
  open: [
    "詳しいことは、これからお話をうかがって確かめます。",
    "How much you have in common is still to be found out by talking.",
  ],
};

/** How promising a group is, told to an owner in one of three sentences. */
export function ownerBandText(band: OwnerBand, language: Language): string {
  return inLanguage(BANDS[band], language);
}

const RULES: Readonly<Record<OwnerRule, BothTexts>> = {
  H1: [
    "組合に必要な事業者の数は、これから中央会が確かめます。",
    "We shall check how many businesses a cooperative needs.",
  ],
  H2: [
    "組合に加わる条件（業種・規模）は、これから中央会が確かめます。",
    "We shall check the conditions for members (trade and size).",
  ],
  H3: ["組合の地区は、これから中央会が確かめます。", "We shall check the district of the cooperative."],
  H5: ["仕事に必要な許認可は、これから中央会が確かめます。", "We shall check the licences the work needs."],
  H12: [
    "働き手を受け入れられる業種かどうかは、これから中央会が確かめます。",
    "We shall check whether workers may be lent to your trade.",
  ],
};

/** A rule that is not settled yet, told to an owner: what will be looked into, and by whom. */
export function ownerRuleText(rule: OwnerRule, language: Language): string {
  return inLanguage(RULES[rule], language);
}

const PURPOSES: Readonly<Record<Purpose, BothTexts>> = {
  COOPERATIVE: [
    "同じ課題をもつ数社で、力を合わせて解決できないかというご相談です。",
    "Could a few businesses with the same issue solve it together?",
  ],
  SHARED_ORDERS: [
    "一社では受けられない仕事を、数社で受けられないかというご相談です。",
    "Could a few businesses together take work that one alone cannot?",
  ],
  JOINT_PURCHASING: [
    "同じものを仕入れる数社で、まとめて買えないかというご相談です。",
    "Could a few businesses that buy the same things buy them together?",
  ],
  CROSS_INDUSTRY: [
    "業種の違う数社で、新しい商品やサービスをつくれないかというご相談です。",
    "Could a few businesses of different trades make something new?",
  ],
  YEAR_ROUND_WORK: [
    "忙しい時期の違う数社で、一年を通した仕事をつくれないかというご相談です。",
    "Could a few businesses with different busy times make work for the whole year?",
  ],
};

/** What an owner is asked about, in one sentence. */
export function ownerPurposeText(purpose: Purpose, language: Language): string {
  return inLanguage(PURPOSES[purpose], language);
}
