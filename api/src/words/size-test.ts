import type { SizeBand, SmallEnterpriseLimits, Sourced } from "#domain/law.ts";
import type { SizeFactMissing, SizeTest, SmallEnterpriseTest } from "#domain/size-test.ts";
import { inLanguage, type BothTexts } from "./analysis.ts";
import { lawText } from "./analysis-rules.ts";
import { partialDateText } from "./day.ts";
import type { Language } from "./language.ts";

const BANDS: Readonly<Record<SizeBand["id"], BothTexts>> = {
  wholesale: ["卸売業", "Wholesale"],
  retail: ["小売業（飲食店を含む）", "Retail, restaurants included"],
  service: ["サービス業", "Services"],
  other: ["製造業・建設業・運輸業その他", "Manufacturing, construction, transport and others"],
};

const FACTS: Readonly<Record<SizeFactMissing, BothTexts>> = {
  industry: ["業種", "trade"],
  employees: ["従業員数", "employees"],
  capitalYen: ["資本金", "capital"],
};

/** What a band of the size test is called. */
export function sizeBandName(id: SizeBand["id"], language: Language): string {
  return inLanguage(BANDS[id], language);
}

/** A size test's answer with its figures, in a sentence. `doubtful` are facts it rests on that are rough or estimated. */
export function sizeTestText(test: SizeTest, doubtful: readonly SizeDoubt[], language: Language): string {
  return `${inLanguage(verdictTexts(test, language), language)}${doubtText(doubtful, language)}`;
}

function verdictTexts({ verdict, band, missing }: SizeTest, language: Language): BothTexts {
  const figures = band && figuresOf(band, language);
  switch (verdict) {
    case "small":
      return figures
        ? [`中小企業者の規模です（${figures}）。`, `It is a small business (${figures}).`]
        : ["業種にかかわらず、中小企業者の規模です。", "It is a small business whatever its trade."];
    case "over":
      return figures
        ? [`基準をどちらも超えます（${figures}）。`, `It is above both limits (${figures}).`]
        : ["業種にかかわらず、基準をどちらも超えます。", "It is above both limits whatever its trade."];
    case "unknown":
      return [
        `${asked(missing, "ja")}が分からないため、まだ判断できません${figures ? `（${figures}）` : ""}。`,
        `It cannot be judged yet: ${asked(missing, "en")} not known${figures ? ` (${figures})` : ""}.`,
      ];
  }
}

function figuresOf(band: SizeBand, language: Language): string {
  const capital = roundYenText(band.capitalYenMax, language);
  return inLanguage(
    [
      `${BANDS[band.id][0]}：資本金${capital}以下または従業員${band.employeesMax}人以下`,
      `${BANDS[band.id][1]}: capital up to ${capital} or up to ${band.employeesMax} employees`,
    ],
    language,
  );
}

/** A figure of law as people say it: 3億円, 5,000万円. */
function roundYenText(yen: number, language: Language): string {
  if (language === "en") return `¥${yen.toLocaleString("en-GB")}`;
  return yen % 1e8 === 0 ? `${yen / 1e8}億円` : `${(yen / 1e4).toLocaleString("ja-JP")}万円`;
}

/** Whether it is one of the smallest (小規模企業者), with the limit, in a sentence. */
export function smallEnterpriseText(
  test: SmallEnterpriseTest,
  doubtful: readonly SizeDoubt[],
  language: Language,
): string {
  const limit = test.employeesMax;
  const figure: BothTexts = limit ? [`（従業員${limit}人以下）`, ` (up to ${limit} employees)`] : ["", ""];
  const texts: Readonly<Record<SmallEnterpriseTest["verdict"], BothTexts>> = {
    small: [`小規模企業者にあたります${figure[0]}。`, `It is one of the smallest businesses${figure[1]}.`],
    over: [
      `小規模企業者の基準を超えます${figure[0]}。`,
      `It is above the limit for the smallest businesses${figure[1]}.`,
    ],
    unknown: [
      `小規模企業者かどうかは、${asked(test.missing, "ja")}が分かると判断できます${figure[0]}。`,
      `Whether it is one of the smallest cannot be judged yet: ${asked(test.missing, "en")} not known${figure[1]}.`,
    ],
  };
  const known = doubtful.filter(({ fact }) => fact !== "capitalYen");
  return `${inLanguage(texts[test.verdict], language)}${test.verdict === "unknown" ? "" : doubtText(known, language)}`;
}

/** The article and the first day it is known to hold: 中小企業等協同組合法第7条第1項第1号、2013年12月1日時点. */
export function sizeLawText(
  { law, inForceFrom }: Pick<Sourced<SmallEnterpriseLimits>, "law" | "inForceFrom">,
  language: Language,
): string {
  const day = partialDateText(inForceFrom, language);
  return inLanguage(
    [`${lawText(law, "ja")}（${day}時点の条文）`, `${lawText(law, "en")}, text as of ${day}`],
    language,
  );
}

/** A fact the answer stands on that is rough or estimated. */
export interface SizeDoubt {
  readonly fact: SizeFactMissing;
  readonly why: "about" | "estimate";
}

function asked(missing: readonly SizeFactMissing[], language: Language): string {
  return missing.map((fact) => inLanguage(FACTS[fact], language)).join(language === "ja" ? "・" : ", ");
}

function doubtText(doubtful: readonly SizeDoubt[], language: Language): string {
  if (doubtful.length === 0) return "";
  const texts = (spoken: Language, why: SizeDoubt["why"], ending: string) => {
    const facts = doubtful.filter((doubt) => doubt.why === why).map(({ fact }) => fact);
    return facts.length === 0 ? [] : [`${asked(facts, spoken)}${ending}`];
  };
  return inLanguage(
    [
      `${[...texts("ja", "about", "はおおよその数"), ...texts("ja", "estimate", "は推定")].join("、")}です。お確かめください。`,
      ` Please check: ${[...texts("en", "about", ": rough"), ...texts("en", "estimate", ": estimated")].join("; ")}.`,
    ],
    language,
  );
}
