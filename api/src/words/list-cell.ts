import type { BusinessIdentity } from "#domain/business/entry.ts";
import type {
  BusinessKind,
  Fact,
  FactKey,
  Facts,
  FactValues,
  Levelled,
  LicenceHeld,
  Purchase,
  Successor,
} from "#domain/business/facts.ts";
import type { BusinessField } from "#domain/business/fields.ts";
import type { Purpose } from "#domain/purpose.ts";
import { partialDateText } from "./day.ts";
import type { LabelOf } from "./label.ts";

/** A cell of a list that goes out: text, or a figure to calculate with. */
export type ListCell = string | number;

/** Between several values of one cell: what lists themselves use most. */
const SEPARATOR = ";";
/** A list known to be empty. */
const NONE = "なし";

const KINDS: Record<BusinessKind, string> = {
  individual: "個人",
  corporation: "法人",
  "stock-company": "法人（株式会社）",
  "limited-company": "法人（有限会社）",
  "limited-liability-company": "法人（合同会社）",
  "limited-partnership": "法人（合資会社）",
  "general-partnership": "法人（合名会社）",
  cooperative: "法人（協同組合）",
  association: "法人（一般社団法人）",
  nonprofit: "法人（特定非営利活動法人）",
  "medical-corporation": "法人（医療法人）",
  "agricultural-cooperative": "法人（農事組合法人）",
  "social-welfare-corporation": "法人（社会福祉法人）",
};

const SUCCESSORS: Record<Successor, string> = {
  yes: "有",
  no: "無",
  undecided: "未定",
  candidate: "候補あり",
  closing: "廃業予定",
};

const PURPOSES: Record<Purpose, string> = {
  COOPERATIVE: "共通課題の解決",
  SHARED_ORDERS: "共同受注",
  JOINT_PURCHASING: "共同購買",
  CROSS_INDUSTRY: "異業種連携",
  YEAR_ROUND_WORK: "通年の仕事づくり",
};

/** Facts that stand in a column of a list; premises have none, the place has two. */
type WrittenFact = Exclude<FactKey, "place" | "places">;
type CellWriters = { readonly [K in WrittenFact]: (fact: Fact<FactValues[K]>, labelOf: LabelOf) => ListCell };

const asIs = ({ value }: Fact<string | number>) => value;
const listed = (items: readonly string[]) => (items.length === 0 ? NONE : items.join(SEPARATOR));
const names = ({ value }: Fact<readonly string[]>) => listed(value);
/** Workers are kept in tenths and written as workers. */
const workers = ({ value }: Fact<readonly number[]>) => value.map((tenths) => tenths / 10).join(SEPARATOR);
const tagged = (kind: "capability" | "issue") => (fact: Fact<readonly Levelled[]>, labelOf: LabelOf) =>
  listed(fact.value.map(([tag, level]) => `${labelOf(kind, tag)}:${level}`));

/** One writer for each fact, so that the readers of lists give the same value again, rough ones as rough. */
const WRITERS: CellWriters = {
  kind: ({ value }) => KINDS[value],
  representative: asIs,
  representativeTitle: asIs,
  contactPerson: asIs,
  postalCode: ({ value }) => `${value.slice(0, 3)}-${value.slice(3)}`,
  address: asIs,
  municipality: asIs,
  industryCode: asIs,
  industry: asIs,
  // A small figure by itself would be asked back: it might be thousands.
  capitalYen: ({ value }) => (value < 10_000 ? `${value}円` : value),
  employees: ({ value, about }) => (about ? `約${value}` : value),
  established: ({ value, about }) => `${partialDateText(value, "ja")}${about ? "頃" : ""}`,
  ownerAgeBand: ({ value }) => value.replace("s", "代"),
  successor: ({ value }) => SUCCESSORS[value],
  licences: ({ value }, labelOf) => listed(value.map((licence) => licenceItem(licence, labelOf))),
  capabilities: tagged("capability"),
  seeks: tagged("capability"),
  needs: tagged("issue"),
  monthlyLoad: workers,
  monthlyWorkers: workers,
  monthlyCapacity: ({ value }) => value.join(SEPARATOR),
  purchases: ({ value }) => listed(value.map(purchaseItem)),
  ties: names,
  memberships: names,
  customers: names,
  purposes: ({ value }) => listed(value.map((purpose) => PURPOSES[purpose])),
  leader: asIs,
  adviser: asIs,
  lastContact: ({ value, about }) => `${value}${about ? "頃" : ""}`,
  note: asIs,
  phone: asIs,
  fax: asIs,
  email: asIs,
  source: asIs,
};

function licenceItem({ kind, area, until }: LicenceHeld, labelOf: LabelOf): string {
  return [labelOf("licence", kind), area ?? "", until ?? ""].join(":").replace(/:+$/, "");
}

function purchaseItem([item, yenPerMonth]: Purchase): string {
  return yenPerMonth === undefined ? item : `${item}:${yenPerMonth}`;
}

/** A business as its row in a list is written from. */
export interface ListedBusiness {
  readonly identity: BusinessIdentity;
  readonly facts: Facts;
}

/** What stands in a column of a list for a business, in Japanese as in every list; empty where unknown. */
export function listCell(key: BusinessField["key"], { identity, facts }: ListedBusiness, labelOf: LabelOf): ListCell {
  switch (key) {
    case "externalId":
    case "corporateNumber":
    case "name":
    case "nameKana":
      return identity[key] ?? "";
    case "lat":
    case "lon":
      return facts.place?.value[key] ?? "";
    default:
      return factCell(key, facts, labelOf);
  }
}

function factCell<K extends WrittenFact>(key: K, facts: Facts, labelOf: LabelOf): ListCell {
  const fact = facts[key] as Fact<FactValues[K]> | undefined;
  return fact === undefined ? "" : WRITERS[key](fact, labelOf);
}
