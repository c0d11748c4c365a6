import { haveWordInCommon, likenessWithin, type Likeness } from "./spelling.ts";
import type { AddressTraits, Traits } from "./duplicate-traits.ts";

/** What two businesses are compared by. */
export const DUPLICATE_TRAITS = [
  "corporateNumber",
  "name",
  "reading",
  "form",
  "address",
  "phone",
  "email",
  "representative",
  "premises",
] as const;
/** One of them. */
export type DuplicateTrait = (typeof DUPLICATE_TRAITS)[number];

/** How two businesses stand in one trait; what is not known of either is no reason. */
export interface DuplicateReason {
  readonly trait: DuplicateTrait;
  readonly agreement: "same" | "alike" | "differs";
}

/** How two names stand: the same, alike in spelling, one with a word more, others with a word in common, or others. */
export type NameAgreement = "same" | Likeness | "longer" | "inCommon" | "differs";
/** How two addresses stand; `building`: one house, other rooms; `unknown`: one of them says too little. */
export type AddressAgreement = "same" | "building" | "town" | "differs" | "unknown";
type Agreement = "same" | "differs" | "unknown";

/** Everything two businesses agree or contradict each other in. */
export interface Comparison {
  readonly number: Agreement;
  readonly name: NameAgreement;
  readonly reading: Agreement;
  readonly form: "same" | "oneMissing" | "differs";
  readonly address: AddressAgreement;
  readonly phone: Agreement;
  readonly email: Agreement;
  readonly representative: Agreement;
  /** One is named as the premises of the other, at their address. */
  readonly premises: boolean;
}

/** Compares two businesses trait by trait. */
export function compareTraits(a: Traits, b: Traits): Comparison {
  return {
    number: agreementOf(a.corporateNumber, b.corporateNumber),
    name: nameAgreement(a, b),
    reading: listAgreement(a.readings, b.readings),
    form: a.form === b.form ? "same" : a.form === undefined || b.form === undefined ? "oneMissing" : "differs",
    address: addressAgreement(a, b),
    phone: listAgreement(a.phones, b.phones),
    email: agreementOf(a.email, b.email),
    representative: agreementOf(a.representative, b.representative),
    premises: isPremisesOf(a, b) || isPremisesOf(b, a),
  };
}

function agreementOf(one: string | undefined, other: string | undefined): Agreement {
  if (one === undefined || other === undefined) return "unknown";
  return one === other ? "same" : "differs";
}

function listAgreement(some: readonly string[], others: readonly string[]): Agreement {
  if (some.length === 0 || others.length === 0) return "unknown";
  return some.some((one) => others.includes(one)) ? "same" : "differs";
}

/** Fewest characters of a name that another may begin or end with: 山 in 山田 says nothing. */
const WITHIN_LENGTH_MIN = 3;

function nameAgreement(a: Traits, b: Traits): NameAgreement {
  if (a.core === b.core || a.loose === b.loose) return "same";
  const likeness = likenessWithin(a.loose, b.loose);
  // Where both readings are told, they say whether kana stand for the kanji.
  const isRead = likeness === "partInKana" || likeness === "wholeInKana";
  if (likeness !== undefined && !(isRead && listAgreement(a.readings, b.readings) === "differs")) return likeness;
  const [short, long] = a.loose.length < b.loose.length ? [a.loose, b.loose] : [b.loose, a.loose];
  const isWithin = short.length >= WITHIN_LENGTH_MIN && (long.startsWith(short) || long.endsWith(short));
  if (isWithin) return "longer";
  return haveWordInCommon(a.loose, b.loose) ? "inCommon" : "differs";
}

function addressAgreement(a: Traits, b: Traits): AddressAgreement {
  const agreements = [a.address, ...a.places.map(({ address }) => address)].flatMap((one) =>
    [b.address, ...b.places.map(({ address }) => address)].map((other) => placeAgreement(one, other)),
  );
  const best = (["same", "building", "town", "unknown"] as const).find((one) => agreements.includes(one));
  return best ?? "differs";
}

/** Compares two addresses; a municipality left out, or a building, is no contradiction. */
export function placeAgreement(one: AddressTraits | undefined, other: AddressTraits | undefined): AddressAgreement {
  if (one === undefined || other === undefined) return "unknown";
  const inTown = one.town.endsWith(other.town) || other.town.endsWith(one.town);
  if (one.numbers === "" || other.numbers === "") {
    return inTown || one.town.startsWith(other.town) || other.town.startsWith(one.town) ? "unknown" : "differs";
  }
  if (!inTown) return "differs";
  if (one.numbers !== other.numbers) return "town";
  return one.rest === other.rest || one.rest === "" || other.rest === "" ? "same" : "building";
}

function isPremisesOf(one: Traits, other: Traits): boolean {
  return other.places.some(
    ({ loose, address }) => loose === one.loose && placeAgreement(one.address, address) === "same",
  );
}

const NAME_REASONS: Readonly<Record<NameAgreement, DuplicateReason["agreement"]>> = {
  ...{ same: "same", slip: "alike", oneKanji: "alike", partInKana: "alike", wholeInKana: "alike", longer: "alike" },
  ...{ inCommon: "differs", differs: "differs" },
};
const ADDRESS_REASONS = {
  same: "same",
  building: "alike",
  town: "alike",
  differs: "differs",
  unknown: undefined,
} as const;

/** The reasons of a comparison, those that agree first. */
export function reasonsOf(found: Comparison): DuplicateReason[] {
  const agreements: readonly (readonly [DuplicateTrait, DuplicateReason["agreement"] | "unknown" | undefined])[] = [
    ["corporateNumber", found.number],
    ["name", NAME_REASONS[found.name]],
    ["reading", found.reading === "same" && found.name !== "same" ? "same" : undefined],
    ["form", found.form === "same" ? undefined : found.form === "differs" ? "differs" : "alike"],
    ["address", ADDRESS_REASONS[found.address]],
    ["phone", found.phone],
    ["email", found.email],
    ["representative", found.representative],
    ["premises", found.premises ? "same" : undefined],
  ];
  const order = { same: 0, alike: 1, differs: 2 };
  return agreements
    .flatMap(([trait, agreement]) => (agreement === undefined || agreement === "unknown" ? [] : [{ trait, agreement }]))
    .sort((a, b) => order[a.agreement] - order[b.agreement]);
}
