import type { Match } from "#matching/component.ts";
import type { EvidenceOf } from "#matching/evidence.ts";
import type { AnalysisReader, BothTexts } from "./analysis.ts";

/** Members named by a match, and who reads. */
interface Named {
  readonly names: string;
  readonly reader: AnalysisReader;
}

/** low-rivalry: who has no rival inside, or which two compete where. */
export function rivalryTexts({ evidence, members }: Match<EvidenceOf["low-rivalry"]>, named: Named): BothTexts {
  const { names, reader } = named;
  if ("industry" in evidence) {
    const trade = reader.labelOf("industry", evidence.industry);
    const town = reader.labelOf("municipality", evidence.municipality);
    return [
      `${names}は、どちらも${town}の${trade}で、競合します。`,
      `${names} compete: both are in ${town}, ${trade}.`,
    ];
  }
  if (reader.membersTotal === members.length)
    return ["同じ市区町村に、競合する同業者はいません。", "Nobody has a rival of its trade in its municipality."];
  return [
    `${names}には、グループの中に競合する同業者がいません。`,
    `${names} ${members.length === 1 ? "has" : "have"} no rival in the group.`,
  ];
}

/** Points (of 1000) from which trades differ usefully, and from which they differ at all. */
const USEFUL_POINTS = 700;
const DIFFERENT_POINTS = 400;

/** What the distance of the two most alike is called, by permille. */
const CLOSEST: Readonly<Record<number, BothTexts>> = {
  0: ["は同じ業種です。", " are in the same trade."],
  300: ["は、業種がごく近い間柄です。", " are in nearly the same trade."],
  500: ["は、業種が大きく離れています。", " are in trades far apart."],
  700: ["は、業種が近い間柄です。", " are in trades close to each other."],
  1000: ["は、業種がほどよく違います。", " are in trades usefully different."],
};

/** useful-distance: how the trades differ on the whole, or the two that are most alike. */
export function differenceTexts(
  { evidence, points }: Match<EvidenceOf["useful-distance"]>,
  { names }: Named,
): BothTexts {
  if ("closest" in evidence) {
    const [ja, en] = CLOSEST[evidence.distance] ?? ["", ""];
    return [`${names}${ja}`, `${names}${en}`];
  }
  // A pair that is not told counts as none in the points: those that are told say how the trades differ.
  const mean = (points * evidence.pairs) / evidence.knownPairs;
  if (mean >= USEFUL_POINTS)
    return ["業種がほどよく違い、強みを持ち寄れる組み合わせです。", "Their trades differ usefully."];
  if (mean >= DIFFERENT_POINTS) return ["業種の違う事業者の組み合わせです。", "They are in different trades."];
  return ["業種の似た事業者が多い組み合わせです。", "Many of them are in similar trades."];
}
