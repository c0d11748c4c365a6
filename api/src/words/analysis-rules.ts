import type { LawRef } from "#domain/law.ts";
import type { RuleResult, Verdict } from "#matching/rule.ts";
import {
  areaLabel,
  inLanguage,
  namesText,
  requirementText,
  sentenceText,
  type AnalysisReader,
  type BothTexts,
} from "./analysis.ts";
import type { Language } from "./language.ts";

/** Acts by their e-Gov number. */
const ACTS: Readonly<Record<string, BothTexts>> = {
  "324AC0000000181": ["中小企業等協同組合法", "SME Cooperatives Act"],
  "332AC0000000185": ["中小企業団体の組織に関する法律", "Act on Organisation of SME Associations"],
  "337AC0000000141": ["商店街振興組合法", "Shopping Street Promotion Cooperatives Act"],
  "332AC0000000164": ["生活衛生関係営業の運営の適正化及び振興に関する法律", "Act on Environmental Health Businesses"],
  "129AC0000000089": ["民法", "Civil Code"],
  "418AC0000000048": [
    "一般社団法人及び一般財団法人に関する法律",
    "Act on General Incorporated Associations and Foundations",
  ],
  "417AC0000000040": ["有限責任事業組合契約に関する法律", "Limited Liability Partnership Act"],
  "502AC1000000078": ["労働者協同組合法", "Workers' Cooperatives Act"],
  "417AC0000000086": ["会社法", "Companies Act"],
  "338AC0000000154": ["中小企業基本法", "SME Basic Act"],
  "360AC0000000088": ["労働者派遣事業の適正な運営の確保及び派遣労働者の保護等に関する法律", "Worker Dispatch Act"],
  "501AC1000000064": [
    "地域人口の急減に対処するための特定地域づくり事業の推進に関する法律",
    "Act on Community Work in Areas Losing Population",
  ],
};

/** An article such as 24(1), 5-15 or 7(1)(i) as Japanese law is cited. */
function articleJa(article: string): string {
  const [, main = article, branch, paragraph, item] =
    /^(\d+)(?:-(\d+))?(?:\((\d+)\))?(?:\(([ivx]+)\))?$/.exec(article) ?? [];
  const items = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
  return [
    `第${main}条`,
    branch === undefined ? "" : `の${branch}`,
    paragraph === undefined ? "" : `第${paragraph}項`,
    item === undefined ? "" : `第${items.indexOf(item) + 1}号`,
  ].join("");
}

/** An article of an act, as it is cited in the language. */
export function lawText({ act, article }: LawRef, language: Language): string {
  const [ja, en] = ACTS[act] ?? [act, act];
  return inLanguage([`${ja}${articleJa(article)}`, `${en} art. ${article}`], language);
}

/** A rule's verdict in a sentence or two for staff: what was found, by which law, and what can be done. */
export function ruleText(rule: RuleResult, reader: AnalysisReader): string {
  return sentenceText(ruleTexts(rule, reader), reader.language);
}

type Of<Id extends RuleResult["id"]> = Extract<RuleResult, { id: Id }>;

function ruleTexts(rule: RuleResult, reader: AnalysisReader): BothTexts {
  switch (rule.id) {
    case "H1":
      return foundersTexts(rule, reader);
    case "H2":
      return eligibilityTexts(rule, reader);
    case "H3":
      return districtTexts(rule, reader);
    case "H5":
      return licenceTexts(rule, reader);
    case "H12":
      return barredTexts(rule, reader);
    case "must-have": {
      if (rule.verdict !== "fail") return ["指定した事業者は全員入っています。", "Everyone asked for is a member."];
      const names = namesText(rule.evidence.missing, reader);
      return [
        `指定した${names}が入っていません。加えるか、指定を外してください。`,
        `Asked for and not in the group: ${names}. Add them, or withdraw the wish.`,
      ];
    }
    case "never-together": {
      if (rule.verdict !== "fail")
        return ["同席を避ける組み合わせはありません。", "Nobody is a member who must not meet another."];
      const pairs = rule.evidence.pairs.map((pair) => namesText(pair, reader));
      return [
        `同席を避ける組み合わせ（${pairs.join("／")}）が入っています。どちらかを外してください。`,
        `Members who must not meet: ${pairs.join("; ")}. Leave one of them out.`,
      ];
    }
  }
}

function foundersTexts({ verdict, evidence }: Of<"H1">, { labelOf }: AnalysisReader): BothTexts {
  const form = labelOf("form", evidence.form);
  if (evidence.needed === null || evidence.law === null) {
    return [
      `${form}に必要な人数の定めを確認できていません。所管行政庁にお尋ねください。`,
      `The number of members needed for ${form} is not on record. Please ask the supervising authority.`,
    ];
  }
  const [lawJa, lawEn] = [lawText(evidence.law, "ja"), lawText(evidence.law, "en")];
  const { members, needed } = evidence;
  if (verdict === "pass") {
    return [
      `${members}者で、${form}に必要な${needed}者以上を満たします（${lawJa}）。`,
      `${members} members meet the ${needed} that ${form} needs (${lawEn}).`,
    ];
  }
  return [
    `${form}には${needed}者以上が必要で、あと${needed - members}者足りません（${lawJa}）。加わる事業者を探すか、別の形態をお考えください。`,
    `${form} needs ${needed} members; ${needed - members} more must join (${lawEn}). Find further members or consider another form.`,
  ];
}

function eligibilityTexts({ evidence }: Of<"H2">, reader: AnalysisReader): BothTexts {
  const [lawJa, lawEn] = [lawText(evidence.law, "ja"), lawText(evidence.law, "en")];
  const over = namesText(evidence.overBoth, reader);
  const asked = namesText(
    evidence.unknown.map(({ member }) => member),
    reader,
  );
  const parts: BothTexts[] = [];
  if (over !== "") {
    const [noticeJa, noticeEn] = [lawText(evidence.noticeLaw, "ja"), lawText(evidence.noticeLaw, "en")];
    parts.push([
      `${over}は資本金と従業員数がどちらも基準を超えます。加入はできますが、${evidence.noticeDays}日以内に公正取引委員会へ届け出てください（${noticeJa}）。`,
      `Above both limits of capital and employees: ${over}. Joining is allowed, but the Fair Trade Commission must be notified within ${evidence.noticeDays} days (${noticeEn}).`,
    ]);
  }
  if (asked !== "") {
    parts.push([
      `${asked}は業種・資本金・従業員数のうち分からないものがあり、小規模の事業者かどうか確認できません（${lawJa}）。ご本人にお尋ねください。`,
      `Trade, capital or employees of ${asked} are not known, so the size cannot be judged (${lawEn}). Please ask.`,
    ]);
  }
  if (parts.length === 0) {
    parts.push([
      `全員が小規模の事業者の基準に収まります（${lawJa}）。`,
      `Everyone is within the limits for small businesses (${lawEn}).`,
    ]);
  }
  return [parts.map(([ja]) => ja).join(""), parts.map(([, en]) => en).join(" ")];
}

function barredTexts({ verdict, evidence }: Of<"H12">, reader: AnalysisReader): BothTexts {
  const [lawJa, lawEn] = [lawText(evidence.law, "ja"), lawText(evidence.law, "en")];
  const unknown = namesText(evidence.unknown, reader);
  if (verdict === "pass") {
    return [
      "働き手を派遣できない業種（建設・港湾運送・警備）の事業者はいません。",
      "Nobody is in a trade barred from dispatch (construction, port transport, security).",
    ];
  }
  if (verdict === "unknown") {
    return [
      `${unknown}の業種が詳しく分からず、働き手を派遣できるか確かめられません（${lawJa}）。業種をお尋ねください。`,
      `The trade of ${unknown} is not known in full, so whether workers may be sent there cannot be told (${lawEn}). Please ask.`,
    ];
  }
  const barred = namesText(evidence.barred, reader);
  return [
    `${barred}は建設・港湾運送・警備の業種で、その仕事に働き手を派遣できません（${lawJa}）。外すか、ほかの仕事に限って派遣できるかを労働局にお確かめください。`,
    `In construction, port transport or security, to which nobody may be dispatched: ${barred} (${lawEn}). Leave them out, or ask the labour bureau whether workers may be sent for other work.`,
  ];
}

/** Members of a form that has to lie in one prefecture. */
function prefectureTexts({ verdict, evidence }: Of<"H3">, reader: AnalysisReader): BothTexts | undefined {
  if (evidence.onePrefecture === undefined || evidence.outside.length > 0) return undefined;
  const { prefectures, law } = evidence.onePrefecture;
  const names = prefectures.map((code) => areaLabel(code, reader.labelOf));
  const [lawJa, lawEn] = [lawText(law, "ja"), lawText(law, "en")];
  if (prefectures.length > 1) {
    return [
      `地区は一つの都道府県の中でなければなりませんが、${names.join("・")}にまたがっています（${lawJa}）。どれか一つの都道府県の事業者でまとめてください。`,
      `The district has to lie in one prefecture, and the members are in ${names.join(", ")} (${lawEn}). Keep to one of them.`,
    ];
  }
  if (verdict !== "pass" || evidence.districts.length > 0) return undefined;
  return [
    `全員が${names.join("")}にあり、一つの都道府県に収まります（${lawJa}）。`,
    `Everyone is in one prefecture, ${names.join("")} (${lawEn}).`,
  ];
}

function districtTexts(rule: Of<"H3">, reader: AnalysisReader): BothTexts {
  const { verdict, evidence } = rule;
  const inPrefecture = prefectureTexts(rule, reader);
  if (inPrefecture !== undefined) return inPrefecture;
  if (evidence.districts.length === 0 && verdict === "pass")
    return ["地区の指定はありません。", "No district was asked for."];
  const places = evidence.districts.map((code) => areaLabel(code, reader.labelOf));
  const [areaJa, areaEn] = [places.join("、"), places.join(", ")];
  if (verdict === "pass")
    return [`全員が${areaJa}に事業所を持っています。`, `Everyone has its place of business in ${areaEn}.`];
  if (verdict === "fail") {
    const outside = namesText(evidence.outside, reader);
    return [
      `${outside}の主な事業所は${areaJa}の外です。地区を広げるか、地区内の事業者に替えてください。`,
      `Main place outside ${areaEn}: ${outside}. Widen the district or take someone inside it.`,
    ];
  }
  const unknown = namesText(evidence.unknown, reader);
  return [
    `${unknown}の市区町村が分かりません。所在地をお確かめください。`,
    `The municipality of ${unknown} is not known. Please check the address.`,
  ];
}

function licenceTexts({ verdict, evidence }: Of<"H5">, reader: AnalysisReader): BothTexts {
  const [ja, en] = heldTexts(verdict, evidence, reader);
  if (evidence.areasWithoutHolder.length === 0) return [ja, en];
  const gaps = evidence.areasWithoutHolder.map(
    ({ municipality, licence }) =>
      [areaLabel(municipality, reader.labelOf), reader.labelOf("licence", licence)] as const,
  );
  return [
    `${ja}許可を持つ事業者が分かっていない地域：${gaps.map(([area, licence]) => `${area}（${licence}）`).join("、")}。`,
    `${en} Areas without a known holder: ${gaps.map(([area, licence]) => `${area} (${licence})`).join(", ")}.`,
  ];
}

function heldTexts(verdict: Verdict, evidence: Of<"H5">["evidence"], reader: AnalysisReader): BothTexts {
  const missing = evidence.missing
    .map((wish) => requirementText(wish, reader))
    .join(reader.language === "ja" ? "、" : ", ");
  if (evidence.asked === 0) return ["許認可の指定はありません。", "No licence was asked for."];
  if (verdict === "pass") return ["求められる許認可はそろっています。", "Every licence asked for is held."];
  if (verdict === "fail") {
    return [
      `${missing}を持つ事業者がいません。許可を持つ事業者を加えてください。`,
      `Nobody holds ${missing}. Add someone who does.`,
    ];
  }
  const unknown = namesText(evidence.unknown, reader);
  return [
    `${missing}を持つ事業者が分かっていません。${unknown}にお尋ねください。`,
    `Nobody is known to hold ${missing}. Please ask ${unknown}.`,
  ];
}
