import type {
  BusinessKind,
  BusinessPlace,
  FactKey,
  FactSource,
  FactValues,
  Levelled,
  LicenceHeld,
  PlaceKnown,
  Purchase,
  Successor,
} from "#domain/business/facts.ts";
import type { PlaceExactness } from "#domain/place-estimate.ts";
import { partialDateText } from "./day.ts";
import type { LabelOf } from "./label.ts";
import type { Language } from "./language.ts";
import { purposeName } from "./purpose.ts";

const KINDS: Record<BusinessKind, Record<Language, string>> = {
  individual: { ja: "個人事業者", en: "Sole proprietor" },
  corporation: { ja: "法人", en: "Corporation" },
  "stock-company": { ja: "株式会社", en: "Stock company" },
  "limited-company": { ja: "有限会社", en: "Limited company" },
  "limited-liability-company": { ja: "合同会社", en: "Limited liability company" },
  "limited-partnership": { ja: "合資会社", en: "Limited partnership" },
  "general-partnership": { ja: "合名会社", en: "General partnership" },
  cooperative: { ja: "協同組合", en: "Cooperative" },
  association: { ja: "一般社団法人", en: "Incorporated association" },
  nonprofit: { ja: "ＮＰＯ法人", en: "Non-profit corporation" },
  "medical-corporation": { ja: "医療法人", en: "Medical corporation" },
  "agricultural-cooperative": { ja: "農事組合法人", en: "Agricultural cooperative corporation" },
  "social-welfare-corporation": { ja: "社会福祉法人", en: "Social welfare corporation" },
};

const SUCCESSORS: Record<Successor, Record<Language, string>> = {
  yes: { ja: "決まっている", en: "Named" },
  no: { ja: "いない", en: "None" },
  undecided: { ja: "未定", en: "Undecided" },
  candidate: { ja: "候補がいる", en: "Someone in view" },
  closing: { ja: "廃業の予定", en: "Will close" },
};

const SOURCES: Record<FactSource, Record<Language, string>> = {
  owner: { ja: "本人", en: "The owner" },
  adviser: { ja: "指導員", en: "The coordinator" },
  register: { ja: "公的な登録", en: "A public register" },
  list: { ja: "取り込んだ一覧", en: "An imported list" },
  estimate: { ja: "推定", en: "An estimate" },
};

const EXACTNESS: Record<PlaceExactness, Record<Language, string>> = {
  town: { ja: "（所在地の町のあたり）", en: " (somewhere in its town)" },
  municipality: { ja: "（役所の位置。町は不明）", en: " (the municipality office; its town is not known)" },
};

const LEADER_LEVELS: Record<Language, readonly string[]> = {
  ja: ["まとめ役は難しい", "まとめ役も考えられる", "まとめ役を引き受ける", "まとめ役を引き受け、周囲の信頼がある"],
  en: ["Not suited to lead", "Could lead", "Willing to lead", "Willing to lead and trusted"],
};

/** Who says a fact. */
export function factSourceName(source: FactSource, language: Language): string {
  return SOURCES[source][language];
}

/** How a value is worded: in which language, with names for codes. */
export interface Wording {
  readonly language: Language;
  readonly labelOf: LabelOf;
}

type FactWriters = { readonly [K in FactKey]: (value: FactValues[K], wording: Wording) => string };

const plain = (value: string) => value;

/** One writer for each fact; a fact without one does not compile. */
const WRITERS: FactWriters = {
  kind: (kind, { language }) => KINDS[kind][language],
  representative: plain,
  representativeTitle: plain,
  contactPerson: plain,
  postalCode: (code) => `${code.slice(0, 3)}-${code.slice(3)}`,
  address: plain,
  municipality: (code, { labelOf }) => labelOf("municipality", code),
  place: placeText,
  places: placesText,
  industryCode: (code, { labelOf }) => `${code} ${labelOf("industry", code)}`.trim(),
  industry: plain,
  capitalYen: yenText,
  employees: (persons, { language }) => (language === "ja" ? `${persons}人` : `${persons}`),
  established: (date, { language }) => partialDateText(date, language),
  ownerAgeBand: (band, { language }) => (language === "ja" ? band.replace("s", "代") : band),
  successor: (successor, { language }) => SUCCESSORS[successor][language],
  licences: (licences, wording) =>
    listed(
      licences.map((licence) => licenceText(licence, wording)),
      wording,
    ),
  capabilities: (tags, wording) => levelled(tags, { ...wording, kind: "capability" }),
  seeks: (tags, wording) => levelled(tags, { ...wording, kind: "capability" }),
  needs: (tags, wording) => levelled(tags, { ...wording, kind: "issue" }),
  monthlyLoad: workersText,
  monthlyWorkers: workersText,
  monthlyCapacity: (months) => months.join(" "),
  purchases: (purchases, wording) =>
    listed(
      purchases.map((purchase) => purchaseText(purchase, wording)),
      wording,
    ),
  ties: listed,
  memberships: listed,
  customers: listed,
  purposes: (purposes, wording) =>
    listed(
      purposes.map((one) => purposeName(one, wording.language)),
      wording,
    ),
  leader: (level, { language }) => LEADER_LEVELS[language][level] ?? String(level),
  adviser: plain,
  lastContact: (day, { language }) => partialDateText(day, language),
  note: plain,
  phone: plain,
  fax: plain,
  email: plain,
  source: plain,
};

/** A known fact as a person reads it; an empty list reads "none". */
export function factText<K extends FactKey>(key: K, value: FactValues[K], wording: Wording): string {
  return WRITERS[key](value, wording);
}

/** Several things in one line; none of them reads "none". */
export function listed(items: readonly string[], { language }: Wording): string {
  if (items.length === 0) return language === "ja" ? "なし" : "None";
  return items.join(language === "ja" ? "、" : ", ");
}

/** Places named in one line; a profile shows them all. */
const PLACES_NAMED = 3;

function placesText(places: readonly BusinessPlace[], wording: Wording): string {
  const names = listed(
    places.slice(0, PLACES_NAMED).map(({ name }) => name),
    wording,
  );
  const rest = places.length - PLACES_NAMED;
  if (rest <= 0) return names;
  return wording.language === "ja" ? `${names} ほか${rest}か所` : `${names} and ${rest} more`;
}

function levelled(tags: readonly Levelled[], wording: Wording & { readonly kind: "capability" | "issue" }): string {
  return listed(
    tags.map(([tag, level]) => `${wording.labelOf(wording.kind, tag)}${"★".repeat(level)}`),
    wording,
  );
}

function licenceText({ kind, area, until }: LicenceHeld, { labelOf, language }: Wording): string {
  const name = labelOf("licence", kind);
  const where = area ? labelOf(area.length === 2 ? "prefecture" : "municipality", area) : "";
  const last = until ? partialDateText(until, language) : "";
  const end = until ? (language === "ja" ? `${last}まで` : `until ${last}`) : "";
  const details = [where, end].filter((detail) => detail !== "");
  if (details.length === 0) return name;
  return language === "ja" ? `${name}（${details.join("・")}）` : `${name} (${details.join(", ")})`;
}

function purchaseText([item, yenPerMonth]: Purchase, wording: Wording): string {
  if (yenPerMonth === undefined) return item;
  return wording.language === "ja"
    ? `${item}（月${yenText(yenPerMonth, wording)}）`
    : `${item} (${yenText(yenPerMonth, wording)} a month)`;
}

function yenText(yen: number, { language }: Wording): string {
  const digits = yen.toLocaleString("ja-JP");
  return language === "ja" ? `${digits}円` : `¥${digits}`;
}

function placeText(place: PlaceKnown, { language }: Wording): string {
  return `${place.lat.toFixed(5)}, ${place.lon.toFixed(5)}${placeExactnessText(place, language)}`;
}

/** How far an estimated place goes, in brackets; nothing for one that was told. */
export function placeExactnessText({ exactness }: PlaceKnown, language: Language): string {
  return exactness === undefined ? "" : EXACTNESS[exactness][language];
}

/** Tenths of a worker as workers, one figure a month. */
function workersText(months: readonly number[]): string {
  return months.map((tenths) => tenths / 10).join(" ");
}
