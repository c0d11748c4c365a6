import type { EvidenceOf } from "#matching/evidence.ts";
import type { BothTexts } from "./analysis.ts";

/** Yen from which sums are told in 万円. */
const TEN_THOUSAND = 10_000;

function yenTexts(yen: number): BothTexts {
  const digits = yen.toLocaleString("ja-JP");
  const ja =
    yen > 0 && yen % TEN_THOUSAND === 0 ? `${(yen / TEN_THOUSAND).toLocaleString("ja-JP")}万円` : `${digits}円`;
  return [ja, `¥${digits}`];
}

const quoted = (items: readonly string[]): BothTexts => [
  items.map((item) => `「${item}」`).join(""),
  items.map((item) => `“${item}”`).join(", "),
];

/** purchase-overlap: an item several buy, or how much of what a member buys others buy too. */
export function purchaseTexts(evidence: EvidenceOf["purchase-overlap"], names: string): BothTexts {
  if ("item" in evidence) {
    const [item, yen] = [quoted([evidence.item]), yenTexts(evidence.yen)];
    return [
      `${item[0]}を${names}が仕入れています（合わせて月${yen[0]}）。`,
      `${names} buy ${item[1]}, ${yen[1]} a month together.`,
    ];
  }
  const [items, shared, all] = [quoted(evidence.items), yenTexts(evidence.sharedYen), yenTexts(evidence.spendYen)];
  if (evidence.sharedYen === evidence.spendYen) {
    return [
      `${names}の仕入（月${all[0]}）は、どれもほかに2者以上が買う${items[0]}です。`,
      `All that ${names} buys (${all[1]} a month) is ${items[1]}, which two or more others buy too.`,
    ];
  }
  return [
    `${names}の仕入（月${all[0]}）のうち月${shared[0]}は、ほかに2者以上が買う${items[0]}です。`,
    `Of what ${names} buys (${all[1]} a month), ${shared[1]} goes to ${items[1]}, which two or more others buy too.`,
  ];
}
