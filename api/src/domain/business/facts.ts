import type { PlainDate } from "../calendar.ts";
import type { PlaceExactness } from "../place-estimate.ts";
import type { Purpose } from "../purpose.ts";

/** A date as far as it is known: `1988`, `1988-04` or `1988-04-01`. */
export type PartialDate = string;

/** Whether a business is a person or a corporation, and of which form where the list says so. */
export type BusinessKind =
  | "individual"
  | "corporation"
  | "stock-company"
  | "limited-company"
  | "limited-liability-company"
  | "limited-partnership"
  | "general-partnership"
  | "cooperative"
  | "association"
  | "nonprofit"
  | "medical-corporation"
  | "agricultural-cooperative"
  | "social-welfare-corporation";

/** Age of the owner in tens of years; `30s` is 39 or younger, `80s` is 80 or older. */
export type OwnerAgeBand = "30s" | "40s" | "50s" | "60s" | "70s" | "80s";

/** Whether someone will take the business over: named, none, not decided, someone in view, or it will close. */
export type Successor = "yes" | "no" | "undecided" | "candidate" | "closing";

/** A tag or code with its level: 1 some, 2 good or pressing, 3 outstanding or most pressing. */
export type Levelled = readonly [tag: string, level: 1 | 2 | 3];

/** A permit held. `area` is a prefecture (2 digits) or municipality (5) and absent where it holds everywhere. */
export interface LicenceHeld {
  readonly kind: string;
  readonly area?: string;
  readonly until?: PlainDate;
}

/**
 * One place a business works at: a shop, a works, an office. Its name is what stands over the door; what is done there
 * is told by the kinds of licences held for it, in a steady order.
 */
export interface BusinessPlace {
  readonly name: string;
  readonly nameKana?: string;
  readonly address?: string;
  /** JIS X 0402, five digits. */
  readonly municipality?: string;
  readonly postalCode?: string;
  /** WGS84 degrees. */
  readonly lat?: number;
  readonly lon?: number;
  readonly licences?: readonly string[];
}

/** What is bought, with what it costs in yen a month where known. */
export type Purchase = readonly [item: string] | readonly [item: string, yenPerMonth: number];

/** Twelve numbers from January. */
export type TwelveMonths = readonly number[];

/** Where a business is, WGS84 degrees; `exactness` where that was worked out from the address. */
export interface PlaceKnown {
  readonly lat: number;
  readonly lon: number;
  readonly exactness?: PlaceExactness;
}

/** Every fact that can be known of a business. An absent fact is unknown; an empty list is known to be none. */
export interface FactValues {
  readonly kind: BusinessKind;
  readonly representative: string;
  readonly representativeTitle: string;
  readonly contactPerson: string;
  /** Seven digits without a hyphen. */
  readonly postalCode: string;
  readonly address: string;
  /** JIS X 0402, five digits without the check digit; a ward of a designated city keeps the ward's code. */
  readonly municipality: string;
  readonly place: PlaceKnown;
  /** Where it works, where a list tells premises apart from whoever runs them; address and place are the main one's. */
  readonly places: readonly BusinessPlace[];
  /** JSIC rev. 14: a section letter, or 2 to 4 digits. */
  readonly industryCode: string;
  readonly industry: string;
  readonly capitalYen: number;
  /** Regular employees (常時使用する従業員), persons. */
  readonly employees: number;
  readonly established: PartialDate;
  readonly ownerAgeBand: OwnerAgeBand;
  readonly successor: Successor;
  readonly licences: readonly LicenceHeld[];
  readonly capabilities: readonly Levelled[];
  readonly seeks: readonly Levelled[];
  readonly needs: readonly Levelled[];
  /** Work on hand, tenths of a worker a month. */
  readonly monthlyLoad: TwelveMonths;
  /** Workers wanted from outside, tenths of a worker a month. */
  readonly monthlyWorkers: TwelveMonths;
  /** Spare units a month. */
  readonly monthlyCapacity: TwelveMonths;
  readonly purchases: readonly Purchase[];
  readonly ties: readonly string[];
  readonly memberships: readonly string[];
  readonly customers: readonly string[];
  readonly purposes: readonly Purpose[];
  /** 0 not suited or not willing, 1 conceivable, 2 willing, 3 willing and trusted by the others; the adviser's judgement. */
  readonly leader: number;
  readonly adviser: string;
  readonly lastContact: PlainDate;
  readonly note: string;
  readonly phone: string;
  readonly fax: string;
  readonly email: string;
  /** Where the list's row comes from, in the list's own words. */
  readonly source: string;
}

/** Name of a fact. */
export type FactKey = keyof FactValues;

/** Who says so: the owner, an adviser, a public register, a list that was loaded, or an estimate of ours. */
export type FactSource = "owner" | "adviser" | "register" | "list" | "estimate";

/** A value with who said it and when; `about` where the source itself gave a rough figure. */
export interface Fact<T> {
  readonly value: T;
  readonly source: FactSource;
  readonly on: PlainDate;
  /** Who said it or what it was read from, in words: a person, the list's name; absent where nobody noted it. */
  readonly by?: string;
  readonly about?: true;
}

/** What is known of one business; an absent key is unknown. */
export type Facts = { readonly [K in FactKey]?: Fact<FactValues[K]> };

/** Twelve: the months a yearly pattern has. */
export const MONTHS = 12;

/** Facts whose value is a list: several rows or cells add up, and an empty one says "none". */
export const LIST_FACTS = [
  "places",
  "licences",
  "capabilities",
  "seeks",
  "needs",
  "purchases",
  "ties",
  "memberships",
  "customers",
  "purposes",
] as const satisfies readonly FactKey[];
/** Name of a fact whose value is a list. */
export type ListFactKey = (typeof LIST_FACTS)[number];

/** Whether a fact is a list of things, not one thing (the twelve months are one thing). */
export function isListFact(key: FactKey): key is ListFactKey {
  return LIST_FACTS.some((listed) => listed === key);
}
