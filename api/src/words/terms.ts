import type { PlainDate } from "#domain/calendar.ts";
import type { Purpose } from "#domain/purpose.ts";
import type { ChangeTermsProblem } from "#matching/change-terms.ts";
import type { BandChange, TermsChanges, WeightChange } from "#matching/own-terms.ts";
import type { ComponentId } from "#matching/terms.ts";
import { bandText, componentName, inLanguage, type BothTexts } from "./analysis.ts";
import { partialDateText } from "./day.ts";
import type { Language } from "./language.ts";
import { purposeName } from "./purpose.ts";

const MEASURES: Readonly<Record<ComponentId, BothTexts>> = {
  "shared-need": [
    "二者以上に共通する課題が、どれだけ多く、どれだけ切実か",
    "how many businesses share an issue, and how pressing it is",
  ],
  complementarity: [
    "求める技術や協力を、ほかの事業者がどれだけ持っているか",
    "how far others in the group have what each one seeks",
  ],
  coverage: [
    "注文に必要な技術・許認可が、どれだけそろうか",
    "how much of the skills and licences an order needs is there",
  ],
  redundancy: [
    "必要な技術・許認可に、担い手が二者ずついるか",
    "whether two businesses can do each thing an order needs",
  ],
  "area-coverage": [
    "注文の地域ごとに、対応できる事業者が近くにいるか",
    "whether someone able is near each area of an order",
  ],
  "capacity-fit": ["月ごとの受注余力が、注文の量に足りるか", "whether spare capacity meets the order month by month"],
  "load-smoothing": ["忙しい月と空く月が、互いに補い合うか", "whether busy and quiet months even out"],
  "year-round": [
    "人手の要る月を合わせると、一年を通した仕事になるか",
    "whether months in which workers are wanted make a whole year",
  ],
  nearness: ["所在地が、互いにどれだけ近いか", "how near the businesses are to each other"],
  leader: ["まとめ役を引き受けられる方がいるか", "whether someone can lead"],
  "second-leader": ["まとめ役を支える方が、もう一人いるか", "whether one more can support the leader"],
  "size-likeness": ["従業員数の規模が、どれだけ近いか", "how alike the numbers of employees are"],
  ties: ["すでに付き合いのある事業者が、どれだけつながっているか", "how many are connected by existing ties"],
  "low-rivalry": ["同じ市区町村に、同じ業種の事業者が重ならないか", "whether no two of one trade share a municipality"],
  "useful-distance": ["業種が、近すぎず離れすぎていないか", "whether trades are neither too alike nor too far apart"],
  "purchase-overlap": [
    "三者以上が共通して仕入れる品目が、どれだけあるか",
    "how much of what is bought at least three buy",
  ],
  "group-size": ["事業者の数が、活動しやすい範囲にあるか", "whether the number of businesses suits working together"],
};

/** What a component measures, as part of a sentence. */
export function componentMeasure(id: ComponentId, language: Language): string {
  return inLanguage(MEASURES[id], language);
}

/** What a version of own terms is told by. */
export interface TermsVersionFacts {
  readonly number: number;
  readonly on: PlainDate;
  readonly by: string;
  readonly reason: string;
}

/** Which terms something was made with: a federation's version with who, when and why, or the shipped ones. */
export function termsText(version: TermsVersionFacts | undefined, word: string, language: Language): string {
  if (!version) return inLanguage([`標準の配点（${word}）`, `the shipped weights (${word})`], language);
  const { number, by, reason } = version;
  const on = partialDateText(version.on, language);
  return inLanguage(
    [`配点 第${number}版（${on}、${by}：${reason}）`, `weights no. ${number} (${on}, ${by}: ${reason})`],
    language,
  );
}

/** What a version goes back to: an earlier number, or 0 for the shipped weights. */
export function restoredText(number: number, language: Language): string {
  if (number === 0) return inLanguage(["標準の配点に戻しました", "back to the shipped weights"], language);
  return inLanguage([`第${number}版の配点に戻しました`, `back to the weights of no. ${number}`], language);
}

/** Where a band begins, in points of 100. */
const points = (bound: number) => String(bound / 1000);

/** What changed, a line for each purpose and one for the bands: 共通課題の解決：所在地の近さ 12→20、まとめ役 20→12 */
export function termsChangeTexts({ weights, bands }: TermsChanges, language: Language): string[] {
  const purposes = [...new Set(weights.map(({ purpose }) => purpose))];
  const lines = purposes.map((purpose) => purposeLine(purpose, weights, language));
  const ends = bands.length > 0 ? [bandLine(bands, language)] : [];
  if (lines.length + ends.length > 0) return [...lines, ...ends];
  return [inLanguage(["配点はそのままです。", "The weights stay as they were."], language)];
}

function purposeLine(purpose: Purpose, weights: readonly WeightChange[], language: Language): string {
  const moved = weights.filter((one) => one.purpose === purpose);
  const parts = moved.map(({ component, from, to }) => `${componentName(component, language)} ${from}→${to}`);
  return line(purposeName(purpose, language), parts, language);
}

function bandLine(bands: readonly BandChange[], language: Language): string {
  const [name, unit] = language === "ja" ? ["段階の下限", "点"] : ["lower ends of the bands", ""];
  const parts = bands.map(
    ({ band, from, to }) => `${bandText(band, language)} ${points(from)}${unit}→${points(to)}${unit}`,
  );
  return line(name, parts, language);
}

function line(name: string, parts: readonly string[], language: Language): string {
  return language === "ja" ? `${name}：${parts.join("、")}` : `${name}: ${parts.join(", ")}`;
}

type OwnProblem = Extract<
  ChangeTermsProblem,
  {
    code:
      | "TERMS_COMPONENT_NOT_WEIGHED"
      | "TERMS_REASON_MISSING"
      | "TERMS_REASON_TOO_LONG"
      | "TERMS_NOTHING_CHANGED"
      | "TERMS_NO_SUCH_VERSION"
      | "TERMS_CHANGED_MEANWHILE";
  }
>;

/** Why a federation's own terms were not changed, and what to do. */
export function ownTermsProblemTexts(problem: OwnProblem): BothTexts {
  switch (problem.code) {
    case "TERMS_COMPONENT_NOT_WEIGHED":
      return [
        `この目的では「${problem.component}」に配点できません。表示されている項目に配点してください。`,
        `“${problem.component}” is not weighed for this purpose. Please weigh the items shown.`,
      ];
    case "TERMS_REASON_MISSING":
      return [
        "変える理由を入れてください。あとで見る人に残ります。",
        "Please say why; it stays for whoever looks later.",
      ];
    case "TERMS_REASON_TOO_LONG":
      return [
        `理由が${problem.length}文字あります。${problem.max}文字までにしてください。`,
        `The reason has ${problem.length} characters; at most ${problem.max} fit.`,
      ];
    case "TERMS_NOTHING_CHANGED":
      return [
        "配点は今と同じです。変えるところを直してから保存してください。",
        "These are the weights that hold already. Please change something first.",
      ];
    case "TERMS_NO_SUCH_VERSION":
      return [`第${problem.number}版はありません。`, `There is no version ${problem.number}.`];
    case "TERMS_CHANGED_MEANWHILE": {
      const { number, by } = problem;
      const [ja, en] = [partialDateText(problem.at, "ja"), partialDateText(problem.at, "en")];
      return [
        `${by}さんが先に第${number}版を保存しました（${ja}）。今の配点を確かめてから、もう一度保存してください。`,
        `${by} saved version ${number} meanwhile (${en}). Please look at the weights that hold now, then save again.`,
      ];
    }
  }
}
