import type { Band } from "#matching/analysis.ts";
import type { Requirement } from "#matching/demand.ts";
import type { Reason } from "#matching/reasons.ts";
import type { ComponentId } from "#matching/terms.ts";
import type { LabelOf } from "./label.ts";
import type { Language } from "./language.ts";
import { capacityTexts, loadTexts, yearTexts } from "./reason-months.ts";
import { purchaseTexts } from "./reason-purchases.ts";
import { differenceTexts, rivalryTexts } from "./reason-trades.ts";

/** What a sentence needs beside its facts: the reader's language, how members are called, what codes mean. */
export interface AnalysisReader {
  readonly language: Language;
  readonly nameOf: (id: string) => string;
  readonly labelOf: LabelOf;
  /** Members of the group that is spoken of: then all of them are not named one by one. */
  readonly membersTotal?: number;
}

/** One text in both languages. */
export type BothTexts = readonly [ja: string, en: string];

/** The text in the reader's language. */
export function inLanguage([ja, en]: BothTexts, language: Language): string {
  return language === "ja" ? ja : en;
}

const COMPONENT_NAMES: Readonly<Record<ComponentId, BothTexts>> = {
  "shared-need": ["共通の課題", "Shared issue"],
  complementarity: ["強みの補完", "Strengths that complete each other"],
  coverage: ["必要な技術・許認可の充足", "Skills and licences at hand"],
  redundancy: ["代替の確保", "Someone to stand in"],
  "area-coverage": ["対応地域の広さ", "Areas served"],
  "capacity-fit": ["受注余力", "Capacity for the order"],
  "load-smoothing": ["繁閑の平準化", "Busy and quiet months evened out"],
  "year-round": ["通年の仕事", "Work all year round"],
  nearness: ["所在地の近さ", "Nearness"],
  leader: ["まとめ役", "A leader"],
  "second-leader": ["補佐役", "A second leader"],
  "size-likeness": ["規模の近さ", "Likeness in size"],
  ties: ["これまでの付き合い", "Existing ties"],
  "low-rivalry": ["競合の少なさ", "Little rivalry"],
  "useful-distance": ["業種の適度な違い", "Trades usefully different"],
  "purchase-overlap": ["共通する仕入品", "Purchases in common"],
  "group-size": ["事業者数", "Number of businesses"],
};

/** Whether a word names a component. */
export function isComponentNamed(word: string): word is ComponentId {
  return Object.hasOwn(COMPONENT_NAMES, word);
}

/** What a component is called. */
export function componentName(id: ComponentId, language: Language): string {
  return inLanguage(COMPONENT_NAMES[id], language);
}

const BAND_NAMES: Readonly<Record<Band, BothTexts>> = {
  strong: ["有力", "Strong"],
  possible: ["見込みあり", "Possible"],
  thin: ["手がかり少", "Thin"],
};

/** What a band is called; where little is known, from which to which it may lie, and that facts have to be asked for. */
export function bandText(band: Band | readonly [Band, Band], language: Language): string {
  if (typeof band === "string") return inLanguage(BAND_NAMES[band], language);
  const [from, to] = band.map((end) => inLanguage(BAND_NAMES[end], language));
  if (from === to)
    return inLanguage([`${from}（情報が少ないため目安です）`, `${from} (little is known; a rough guide)`], language);
  return inLanguage(
    [`${from}～${to}（情報が少ないため幅があります）`, `${from} to ${to} (little is known yet)`],
    language,
  );
}

/** Both bounds (0 to 100,000) in a line of text; a dash where too little is known for a number. */
export function boundsText({
  lower,
  upper,
  band,
}: {
  readonly lower: number;
  readonly upper: number;
  readonly band: Band | readonly [Band, Band];
}): string {
  return typeof band === "string" ? `${lower}–${upper}` : "–";
}

/** From so many on, "all of them" reads better than their names. */
const NAMED_AS_ALL_MIN = 3;

/** Names joined as the language joins them; all members of a group are said as such. */
export function namesText(ids: readonly string[], { language, nameOf, membersTotal }: AnalysisReader): string {
  const all = ids.length === membersTotal && ids.length >= NAMED_AS_ALL_MIN;
  if (all) return inLanguage([`${ids.length}者全員`, `all ${ids.length} members`], language);
  return ids.map(nameOf).join(language === "ja" ? "、" : ", ");
}

/** A distance as people say it: metres below one kilometre, else kilometres with one digit, rounded down. */
export function distanceText(distanceMetres: number): string {
  if (distanceMetres < 1000) return `${distanceMetres}m`;
  return `${Math.floor(distanceMetres / 1000)}.${Math.floor((distanceMetres % 1000) / 100)}km`;
}

/** The strongest a skill can be. */
const LEVEL_MAX = 3;

/** A skill or licence asked for, with its level (in stars, as in the form that asks and beside a skill) or area. */
export function requirementText(requirement: Requirement, { language, labelOf }: AnalysisReader): string {
  if (requirement.kind === "capability") {
    const tag = labelOf("capability", requirement.tag);
    if (requirement.level === 1) return inLanguage([`「${tag}」`, `“${tag}”`], language);
    const stars = "★".repeat(requirement.level);
    const orAbove: BothTexts = requirement.level < LEVEL_MAX ? ["以上", " or above"] : ["", ""];
    return inLanguage([`「${tag}」（${stars}${orAbove[0]}）`, `“${tag}” (${stars}${orAbove[1]})`], language);
  }
  const licence = labelOf("licence", requirement.licence);
  if (requirement.area === undefined) return inLanguage([`「${licence}」`, `“${licence}”`], language);
  const area = areaLabel(requirement.area, labelOf);
  return inLanguage([`「${licence}」（${area}）`, `“${licence}” (${area})`], language);
}

/** The name of an area: a prefecture by two digits, a municipality by five. */
export function areaLabel(code: string, labelOf: LabelOf): string {
  return labelOf(code.length <= 2 ? "prefecture" : "municipality", code);
}

/** A sentence in the reader's language. In English "all 5 members" may come first; a name keeps the case it is written in. */
export function sentenceText([ja, en]: BothTexts, language: Language): string {
  return inLanguage([ja, en.replace(/^all (?=\d)/, "All ")], language);
}

/** The reason of one match in one sentence, for staff: it names members and figures. */
export function reasonText(reason: Reason, reader: AnalysisReader): string {
  return sentenceText(reasonTexts(reason, reader), reader.language);
}

type MatchOf<Id extends Reason["id"]> = Extract<Reason, { id: Id }>["match"];

function reasonTexts(reason: Reason, reader: AnalysisReader): BothTexts {
  const names = namesText(reason.match.members, reader);
  switch (reason.id) {
    case "shared-need": {
      const issue = reader.labelOf("issue", reason.match.evidence.issue);
      return [`「${issue}」を${names}が共通の課題にしています。`, `${names} share the issue “${issue}”.`];
    }
    case "complementarity": {
      const { wants, supplier, tag } = reason.match.evidence;
      const [wanting, offering, skill] = [
        reader.nameOf(wants),
        reader.nameOf(supplier),
        reader.labelOf("capability", tag),
      ];
      return [
        `${wanting}が求める「${skill}」を${offering}が持っています。`,
        `${wanting} seeks “${skill}”, which ${offering} has.`,
      ];
    }
    case "coverage":
      return coverageTexts(reason.match.evidence.requirement, names, reader);
    case "redundancy":
      return redundancyTexts(reason.match.evidence.requirement, reason.match.members.length, { names, reader });
    case "area-coverage":
      return areaTexts(reason.match.evidence.municipality, names, reader);
    case "capacity-fit":
      return capacityTexts(reason.match.evidence);
    case "load-smoothing":
      return loadTexts(reason.match.evidence);
    case "year-round":
      return yearTexts(reason.match.evidence, reason.match.points);
    case "nearness":
      return nearnessTexts(reason.match, names);
    case "leader":
      return leaderTexts(reason.match.evidence.level, names);
    case "second-leader":
      return secondLeaderTexts(reason.match.evidence.level, names);
    case "size-likeness":
      return likenessTexts(reason.match, names);
    case "ties":
      return [`${names}の間には、すでに付き合いがあります。`, `${names} are already connected by ties.`];
    case "low-rivalry":
      return rivalryTexts(reason.match, { names, reader });
    case "useful-distance":
      return differenceTexts(reason.match, { names, reader });
    case "purchase-overlap":
      return purchaseTexts(reason.match.evidence, names);
    case "group-size":
      return groupSizeTexts(reason.match);
  }
}

/** Points (of 1000) from which a number of businesses is the best there is: it bears the loss of one and decides easily. */
const GOOD_NUMBER_POINTS = 1000;

function groupSizeTexts({ evidence: { members }, points }: MatchOf<"group-size">): BothTexts {
  if (points >= GOOD_NUMBER_POINTS)
    return [`組合に向く事業者数（${members}者）です。`, `A good number for a cooperative (${members}).`];
  return [`${members}者のグループです。`, `The group has ${members} businesses.`];
}

function coverageTexts(requirement: Requirement | null, names: string, reader: AnalysisReader): BothTexts {
  if (requirement === null)
    return ["特別な技術や許認可は求められていません。", "No particular skill or licence is asked for."];
  const what = requirementText(requirement, reader);
  if (names === "")
    return [`${what}に対応できることが分かっている事業者がいません。`, `Nobody is known to have ${what}.`];
  return [`${what}は${names}が対応できます。`, `${names} can provide ${what}.`];
}

function redundancyTexts(
  requirement: Requirement | null,
  count: number,
  { names, reader }: { readonly names: string; readonly reader: AnalysisReader },
): BothTexts {
  if (requirement === null)
    return ["代わりを用意すべき技術や許認可はありません。", "Nothing is asked for that would need a stand-in."];
  const what = requirementText(requirement, reader);
  if (count >= 2) return [`${what}は${names}が互いに代われます。`, `${names} can stand in for each other for ${what}.`];
  if (count === 1)
    return [`${what}に対応できると分かっているのは${names}だけです。`, `Only ${names} is known to provide ${what}.`];
  return [
    `${what}は、代わりも含めて対応できる事業者が分かっていません。`,
    `Nobody is known to provide ${what}, first or second.`,
  ];
}

/**
 * A municipality of an order that nobody serves. It is not said to be far: members may be there of whom none is known
 * to meet a want of the order and to hold the licences it needs there.
 */
export function unservedTexts(area: string): BothTexts {
  return [
    `${area}での仕事を受けられると分かっている事業者がいません。距離・技術・許認可のどれかが、合わないか未確認です。`,
    `Nobody is known to be able to work in ${area}: distance, skills or licences do not fit, or are not known.`,
  ];
}

function areaTexts(municipality: string | null, names: string, reader: AnalysisReader): BothTexts {
  if (municipality === null) return ["対応する地域の指定はありません。", "No area is asked for."];
  const area = areaLabel(municipality, reader.labelOf);
  if (names === "") return unservedTexts(area);
  return [`${area}には${names}が対応できます。`, `${names} can serve ${area}.`];
}

/** The mean over the pairs that are known, of points that count an unknown pair as none: unknown is not far apart. */
function meanOfKnown(
  points: number,
  { pairs, knownPairs }: { readonly pairs: number; readonly knownPairs: number },
): number {
  return (points * pairs) / knownPairs;
}

/** Points (of 1000) from which members are near each other, and from which they can well meet. */
const NEAR_POINTS = 700;
const REACHABLE_POINTS = 300;

function nearnessTexts({ evidence, points }: MatchOf<"nearness">, names: string): BothTexts {
  if ("farthest" in evidence) {
    const distance = distanceText(evidence.distanceMetres);
    return [
      `最も離れているのは${names}で、直線で${distance}です。`,
      `Farthest apart are ${names}, ${distance} in a straight line.`,
    ];
  }
  const known: BothTexts =
    evidence.knownPairs < evidence.pairs
      ? ["所在地が分かる事業者は、", "Those whose places are known "]
      : ["", "The members "];
  const [ja, en] = nearnessOf(meanOfKnown(points, evidence));
  // Of more than two it is the mean, which says nothing of each pair.
  const mostly: BothTexts = evidence.knownPairs > 1 ? ["おおむね", "mostly "] : ["", ""];
  return [`${known[0]}${mostly[0]}${ja}`, `${known[1]}${mostly[1]}${en}`];
}

function nearnessOf(points: number): BothTexts {
  if (points >= NEAR_POINTS) return ["近い場所にあります。", "lie near each other."];
  if (points >= REACHABLE_POINTS) return ["行き来できる距離にあります。", "lie within easy reach of each other."];
  return ["離れた場所にあります。", "lie far apart."];
}

function leaderTexts(level: number, names: string): BothTexts {
  if (level === 3)
    return [
      `${names}は、まとめ役に意欲があり、周りから信頼されています。`,
      `${names} is willing to lead and trusted by the others.`,
    ];
  if (level === 2) return [`${names}は、まとめ役に意欲があります。`, `${names} is willing to lead.`];
  if (level === 1) return [`${names}は、まとめ役になることも考えられます。`, `${names} might lead.`];
  return ["まとめ役になれることが分かっている事業者がいません。", "Nobody is known to be suited and willing to lead."];
}

function secondLeaderTexts(level: number, names: string): BothTexts {
  if (level >= 2) return [`${names}が補佐役を務められます。`, `${names} can support the leader.`];
  if (level === 1) return [`${names}は、補佐役になることも考えられます。`, `${names} might support the leader.`];
  return [
    "補佐役になれることが分かっている事業者がいません。",
    "Nobody is known to be suited and willing to support the leader.",
  ];
}

/** Points (of 1000) from which members are of similar size, and from which they differ a little. */
const ALIKE_POINTS = 700;
const LITTLE_APART_POINTS = 400;

function likenessTexts({ evidence, points }: MatchOf<"size-likeness">, names: string): BothTexts {
  if ("farthest" in evidence) {
    const [a, b] = evidence.employees;
    return [
      `規模の差が最も大きいのは${names}で、従業員は${a}人と${b}人です。`,
      `Most unlike in size are ${names}, with ${a} and ${b} employees.`,
    ];
  }
  const known: BothTexts =
    evidence.knownPairs < evidence.pairs
      ? [`従業員数が分かる${names}は、`, `Those whose size is known (${names}) `]
      : ["", "The members "];
  const [ja, en] = likenessOf(meanOfKnown(points, evidence));
  return [`${known[0]}${ja}`, `${known[1]}${en}`];
}

function likenessOf(points: number): BothTexts {
  if (points >= ALIKE_POINTS) return ["規模の近い事業者どうしです。", "are of similar size."];
  if (points >= LITTLE_APART_POINTS) return ["規模に少し差があります。", "differ a little in size."];
  return ["規模の差が大きい組み合わせです。", "differ much in size."];
}
