import type { LeftOutReason } from "#matching/left-out.ts";
import type { Hindrance } from "#matching/why-not/hindrance.ts";
import type { OwnChange } from "#matching/why-not/own-changes.ts";
import { areaLabel, componentName, distanceText, inLanguage, type AnalysisReader, type BothTexts } from "./analysis.ts";
import { ruleText } from "./analysis-rules.ts";

const LEFT_OUT: Readonly<Record<LeftOutReason, BothTexts>> = {
  PURPOSE: [
    "連携意向にこの目的が含まれていないため、探す対象に入っていません。",
    "It is not open to this purpose, so the search did not look at it.",
  ],
  DISTRICT: ["探した地区の外にあります。", "It lies outside the district that was searched."],
  CIRCLE: ["探した円の外にあります。", "It lies outside the circle that was searched."],
  BARRED_TRADE: [
    "労働者の派遣を受けられない業種（建設業、港湾運送業、警備業）のため、通年の仕事づくりの候補には入りません。",
    "No worker may be lent to its trade (construction, port transport, guarding), so no candidate for year-round work holds it.",
  ],
  WITHOUT: ["除く事業者に指定されています。", "It was named as one to leave out."],
  PLACE: [
    "所在地が分からないため、探す対象に入っていません。住所か位置を登録すると、対象になります。",
    "Its place is not known, so the search did not look at it. Enter its address or position.",
  ],
};

/** Why a business is in no group of an answer, in one sentence; empty where nothing hinders it. For staff. */
export function hindranceText(hindrance: Hindrance, { language }: AnalysisReader): string {
  return inLanguage(hindranceTexts(hindrance), language);
}

function hindranceTexts(hindrance: Hindrance): BothTexts {
  switch (hindrance.kind) {
    case "none":
      return ["", ""];
    case "closed":
      return [
        "退会または廃業となっているため、候補には入りません。",
        "It has left or closed, so no candidate holds it.",
      ];
    case "left-out":
      return LEFT_OUT[hindrance.reason];
    case "too-few-near": {
      const { near, needed, withinMetres } = hindrance;
      const distance = distanceText(withinMetres);
      return [
        `${distance}以内に、組み合わせられる事業者が${near}者しかありません（ほかに${needed}者が必要です）。`,
        `Only ${near} businesses it could join lie within ${distance}; ${needed} are needed.`,
      ];
    }
    case "no-lawful-group":
      return [
        "近くの事業者とどう組み合わせても、満たせない条件があります。",
        "However it is joined with those near it, a condition stays unmet.",
      ];
    case "like-better":
      return [
        `入れる候補は第${hindrance.rank}候補と似ていて、点数が及びません。似た候補は、点数の高い一つだけを挙げています。`,
        `The group it could be in is much like candidate ${hindrance.rank} and has fewer points. Of groups alike only the best is shown.`,
      ];
    case "weaker":
      return weakerTexts(hindrance);
  }
}

function weakerTexts({ component }: Extract<Hindrance, { kind: "weaker" }>): BothTexts {
  const lower: BothTexts = [
    "入れる候補の点数が、挙げた候補に及びません。",
    "The best group it could be in has fewer points than those shown.",
  ];
  if (component === null) return lower;
  return [
    `${lower[0]}いちばん差があるのは「${componentName(component.id, "ja")}」です。`,
    `${lower[1]} It loses most at “${componentName(component.id, "en")}”.`,
  ];
}

/** The rules behind a hindrance, each in a sentence. */
export function hindranceRuleTexts(hindrance: Hindrance, reader: AnalysisReader): string[] {
  return "rules" in hindrance ? hindrance.rules.map((rule) => ruleText(rule, reader)) : [];
}

/** A change that would bring a business into an answer, as a condition. For staff. */
export function ownChangeText(change: OwnChange, reader: AnalysisReader): string {
  return inLanguage(ownChangeTexts(change, reader), reader.language);
}

function ownChangeTexts(change: OwnChange, reader: AnalysisReader): BothTexts {
  switch (change.fact) {
    case "purposes":
      return ["この目的での連携に前向きになれば", "it became open to this purpose"];
    case "leader":
      return ["まとめ役を引き受けてもよいとなれば", "it were willing to lead"];
    case "ties": {
      const name = reader.nameOf(change.with);
      return [`${name}と知り合いになれば`, `it got to know ${name}`];
    }
    case "needs": {
      const issue = reader.labelOf("issue", change.tag);
      return [`「${issue}」が課題だと分かれば`, `“${issue}” turned out to be its issue`];
    }
    case "seeks": {
      const skill = reader.labelOf("capability", change.tag);
      return [`「${skill}」を求めていると分かれば`, `it turned out to look for “${skill}”`];
    }
    case "capabilities": {
      const skill = reader.labelOf("capability", change.tag);
      return [`「${skill}」ができると分かれば`, `it turned out to offer “${skill}”`];
    }
    case "licences":
      return licenceTexts(change, reader);
    case "employees":
      return [
        `従業員が${change.employees}人ほどと分かれば`,
        `it turned out to have about ${change.employees} employees`,
      ];
    case "purchases":
      return [`「${change.item}」を仕入れていると分かれば`, `it turned out to buy “${change.item}”`];
    case "monthlyCapacity":
      return ["注文の量を受ける余力があると分かれば", "it turned out to have capacity for the order"];
    case "monthlyWorkers":
      return [
        `${monthsText(change.months)}に人手が要ると分かれば`,
        "it turned out to want workers in the quiet months",
      ];
  }
}

function licenceTexts(
  { licence, area, isKnownLacking }: Extract<OwnChange, { fact: "licences" }>,
  { labelOf }: AnalysisReader,
): BothTexts {
  const name = labelOf("licence", licence);
  const where = area === null ? "" : areaLabel(area, labelOf);
  const [ja, en]: BothTexts =
    area === null ? [`「${name}」`, `“${name}”`] : [`「${name}」（${where}）`, `“${name}” (${where})`];
  return isKnownLacking
    ? [`${ja}を取得すれば`, `it acquired ${en}`]
    : [`${ja}を持っていると分かれば`, `it turned out to hold ${en}`];
}

function monthsText(months: readonly number[]): string {
  return months.flatMap((workers, month) => (workers > 0 ? `${month + 1}月` : [])).join("・");
}
