import type { EvidenceOf } from "#matching/evidence.ts";
import type { BothTexts } from "./analysis.ts";
import type { Language } from "./language.ts";

const ENGLISH_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Month 1 to 12. */
const monthText = (month: number): BothTexts => [`${month}月`, ENGLISH_MONTHS[month - 1] ?? String(month)];

/** A month (1 to 12) by its name. */
export function monthName(month: number, language: Language): string {
  const [ja, en] = monthText(month);
  return language === "ja" ? ja : en;
}

const monthsText = (months: readonly number[]): BothTexts => [
  months.map((month) => monthText(month)[0]).join("・"),
  months.map((month) => monthText(month)[1]).join(", "),
];

/** Tenths of a worker as workers. */
const workersText = (tenths: number): string =>
  tenths % 10 === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)}.${tenths % 10}`;

/** capacity-fit: what is free in a month for what is ordered. */
export function capacityTexts({ month, supply, demand }: EvidenceOf["capacity-fit"]): BothTexts {
  const [ja, en] = monthText(month);
  if (demand === 0) return [`${ja}は注文がありません。`, `Nothing is ordered for ${en}.`];
  if (supply < demand) {
    return [
      `${ja}は${demand}の注文に対して、分かっている余力が${supply}で、あと${demand - supply}足りません。`,
      `In ${en}, ${supply} units are known to be free for an order of ${demand}; ${demand - supply} are missing.`,
    ];
  }
  return [
    `${ja}は${demand}の注文に対して余力が${supply}あります。`,
    `In ${en}, ${supply} units are free for an order of ${demand}.`,
  ];
}

/** load-smoothing: the busiest and the quietest month of the work together. */
export function loadTexts({ busiest, quietest }: EvidenceOf["load-smoothing"]): BothTexts {
  const [most, least] = [monthText(busiest.month), monthText(quietest.month)];
  const [high, low] = [workersText(busiest.load), workersText(quietest.load)];
  return [
    `合わせた仕事量は、最も多い${most[0]}が${high}人分、最も少ない${least[0]}が${low}人分です。`,
    `Together the work is ${high} workers at most (${most[1]}) and ${low} at least (${least[1]}).`,
  ];
}

/** Points (of 1000) from which the leanest months still give work for the whole year. */
const WHOLE_YEAR_POINTS = 700;

/** Tenths of a worker's months in one worker's year. */
const ONE_WORKERS_YEAR = 120;

type Year = Extract<EvidenceOf["year-round"], { readonly total: number }>;

/** How many workers are wanted: on average and in the leanest months, or the same in all. */
function yearFigures({ total, wanted }: Year): BothTexts {
  const least = Math.min(...wanted);
  const [mean, few] = [workersText(Math.floor(total / 12)), workersText(least)];
  if (12 * least === total) return [`求める人手は、どの月も${few}人分`, `${few} workers are wanted in every month`];
  const [ja, en] = monthsText(wanted.flatMap((workers, at) => (workers === least ? [at + 1] : [])));
  return [
    `求める人手は月平均で${mean}人分、いちばん少ない${ja}で${few}人分`,
    `${mean} workers a month are wanted on average, ${few} in the leanest months (${en})`,
  ];
}

/** year-round: whether the workers wanted make a job for the year, and the months in which nobody is wanted. */
export function yearTexts(evidence: EvidenceOf["year-round"], points: number): BothTexts {
  if ("gaps" in evidence) {
    const [ja, en] = monthsText(evidence.gaps);
    return [`${ja}は、人手を求める事業者がいません。`, `Nobody wants workers in ${en}.`];
  }
  const { total, leanest } = evidence;
  if (total === 0) return ["人手を求める事業者がいません。", "Nobody wants workers from outside."];
  const [first] = leanest;
  const inAll = workersText(total);
  if (total < ONE_WORKERS_YEAR || first === undefined) {
    return [
      `求める人手は合わせて年に${inAll}人月で、一人分の通年の仕事（12人月）に届きません。`,
      `Together ${inAll} workers' months a year are wanted, less than one worker's year (12).`,
    ];
  }
  const figures = yearFigures(evidence);
  return points >= WHOLE_YEAR_POINTS
    ? [`${figures[0]}あり、合わせて一年を通した仕事になります。`, `${figures[1]}: work for the whole year.`]
    : [
        `${figures[0]}です。少ない月を補えば、通年の仕事になります。`,
        `${figures[1]}: with more in the lean months it is work for the whole year.`,
      ];
}
