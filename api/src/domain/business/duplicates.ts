import { compareTraits, reasonsOf, type Comparison, type DuplicateReason } from "./duplicate-reasons.ts";
import { traitsOf, type DuplicateSubject, type Traits } from "./duplicate-traits.ts";

/** How sure it is that two businesses are one; the surest first. */
export const DUPLICATE_SURENESS = ["CERTAIN", "LIKELY", "POSSIBLE"] as const;
/** One of them. */
export type DuplicateSureness = (typeof DUPLICATE_SURENESS)[number];

/** Two businesses that may be one, with the reasons for and against. */
export interface DuplicatePair {
  readonly oneId: string;
  readonly otherId: string;
  readonly sureness: DuplicateSureness;
  readonly reasons: readonly DuplicateReason[];
}

/**
 * A telephone number or a name that so many different businesses bear says nothing: a shared office, a trade's common
 * name (さくら). Compared with the number of different names at a number, or of businesses of a name.
 */
const SHARED_PHONE_NAMES_MIN = 3;
const COMMON_NAME_BUSINESSES_MIN = 4;
/** Those of a common name are met by what else they have in common. Most businesses with something in common that are compared each with each; a larger lot has a common trait, no common identity. */
const LOT_MAX = 200;

/** Finds the pairs of businesses that may be one, the surest first. */
export function findDuplicates(subjects: readonly DuplicateSubject[]): DuplicatePair[] {
  const traits = subjects.map(traitsOf);
  const rarity = new Rarity(traits);
  const pairs: DuplicatePair[] = [];
  for (const [a, b] of candidatesOf(traits)) {
    const comparison = compareTraits(a, b);
    const sureness = surenessOf(comparison, rarity.of(a, b));
    if (sureness === undefined) continue;
    const [oneId, otherId] = a.id < b.id ? [a.id, b.id] : [b.id, a.id];
    pairs.push({ oneId, otherId, sureness, reasons: reasonsOf(comparison) });
  }
  return pairs.sort(bySureness);
}

/** Of others, those that may be the same business as one, the surest first: each is compared, whatever they share. */
export function likesOf(
  subject: DuplicateSubject,
  others: readonly DuplicateSubject[],
): readonly { readonly id: string; readonly sureness: DuplicateSureness }[] {
  const [own, ...traits] = [subject, ...others].map(traitsOf);
  if (own === undefined) return [];
  const rarity = new Rarity([own, ...traits]);
  const found = traits.flatMap((other) => {
    const sureness = surenessOf(compareTraits(own, other), rarity.of(own, other));
    return sureness === undefined ? [] : [{ id: other.id, sureness }];
  });
  const rank = ({ sureness }: (typeof found)[number]) => DUPLICATE_SURENESS.indexOf(sureness);
  return found.sort((one, other) => rank(one) - rank(other));
}

/** How many businesses may all be one with each of those in likely pairs: what pairs lead on to, taken together. */
export function clusterSizes(pairs: readonly DuplicatePair[]): ReadonlyMap<string, number> {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    const parent = parents.get(id) ?? id;
    return parent === id ? id : rootOf(parent);
  };
  for (const { oneId, otherId, sureness } of pairs) {
    if (sureness !== "POSSIBLE") parents.set(rootOf(oneId), rootOf(otherId)).set(rootOf(otherId), rootOf(otherId));
  }
  const ids = [...parents.keys()];
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(rootOf(id), (counts.get(rootOf(id)) ?? 0) + 1);
  return new Map(ids.map((id) => [id, counts.get(rootOf(id)) ?? 0]));
}

/** Compares two businesses whether or not anything speaks for their being one. */
export function compareBusinesses(one: DuplicateSubject, other: DuplicateSubject): readonly DuplicateReason[] {
  return reasonsOf(compareTraits(traitsOf(one), traitsOf(other)));
}

function bySureness(one: DuplicatePair, other: DuplicatePair): number {
  const order = DUPLICATE_SURENESS.indexOf(one.sureness) - DUPLICATE_SURENESS.indexOf(other.sureness);
  const same = (pair: DuplicatePair) => pair.reasons.filter(({ agreement }) => agreement === "same").length;
  const ids = one.oneId + one.otherId < other.oneId + other.otherId ? -1 : 1;
  return order || same(other) - same(one) || ids;
}

/** What businesses have in common that are worth comparing. */
function lotKeysOf(traits: Traits): string[] {
  const { corporateNumber, loose, readings, phones, email, address, places, representative } = traits;
  const doors = [address, ...places.map((place) => place.address)].flatMap((one) =>
    one === undefined || one.numbers === "" ? [] : [`at ${one.town.slice(-3)} ${one.numbers}`],
  );
  const keys = [corporateNumber && `number ${corporateNumber}`, `name ${loose}`, email && `mail ${email}`];
  const person = representative && `person ${representative} ${loose}`;
  const found = [...keys, person, ...readings.map((one) => `name ${one}`), ...phones.map((one) => `phone ${one}`)];
  return [...new Set([...found, ...doors])].filter((key): key is string => key !== undefined && key !== "");
}

/** Every two businesses that have something in common, once. */
function* candidatesOf(all: readonly Traits[]): Generator<readonly [Traits, Traits]> {
  const lots = new Map<string, number[]>();
  for (const [index, traits] of all.entries()) {
    for (const key of lotKeysOf(traits)) {
      const lot = lots.get(key);
      if (lot) lot.push(index);
      else lots.set(key, [index]);
    }
  }
  const met = new Set<number>();
  for (const [first, second] of pairsOf(lots)) {
    const pair = first * all.length + second;
    if (met.has(pair)) continue;
    met.add(pair);
    yield [all[first] as Traits, all[second] as Traits];
  }
}

/** Every two of each lot that is not too large; two may meet in several lots. */
function* pairsOf(lots: ReadonlyMap<string, readonly number[]>): Generator<readonly [number, number]> {
  for (const [key, lot] of lots) {
    const max = key.startsWith("name ") ? COMMON_NAME_BUSINESSES_MIN - 1 : LOT_MAX;
    if (lot.length > max) continue;
    for (const [at, first] of lot.entries()) {
      for (const second of lot.slice(at + 1)) yield [first, second];
    }
  }
}

/** What is too common among the businesses at hand to tell one from another. */
interface Commonness {
  readonly isPhoneShared: boolean;
  readonly isNameCommon: boolean;
}

class Rarity {
  readonly #namesOfPhone = new Map<string, Set<string>>();
  readonly #businessesOfName = new Map<string, number>();

  constructor(all: readonly Traits[]) {
    for (const { phones, loose } of all) {
      this.#businessesOfName.set(loose, (this.#businessesOfName.get(loose) ?? 0) + 1);
      for (const phone of phones) {
        const names = this.#namesOfPhone.get(phone) ?? new Set();
        this.#namesOfPhone.set(phone, names.add(loose));
      }
    }
  }

  of(a: Traits, b: Traits): Commonness {
    const shared = a.phones.filter((phone) => b.phones.includes(phone));
    const isShared = (phone: string) => (this.#namesOfPhone.get(phone)?.size ?? 0) >= SHARED_PHONE_NAMES_MIN;
    const bearers = Math.max(this.#businessesOfName.get(a.loose) ?? 0, this.#businessesOfName.get(b.loose) ?? 0);
    return {
      isPhoneShared: shared.length > 0 && shared.every(isShared),
      isNameCommon: bearers >= COMMON_NAME_BUSINESSES_MIN,
    };
  }
}

/** How sure it is that two are one; undefined where nothing much speaks for it. */
function surenessOf(found: Comparison, common: Commonness): DuplicateSureness | undefined {
  if (found.number === "differs") return undefined;
  if (found.number === "same") return "CERTAIN";
  const reached = (found.phone === "same" && !common.isPhoneShared) || found.email === "same";
  const evidence: Evidence = {
    reached,
    isSamePerson: found.representative === "same",
    isSamePlace: found.address === "same",
    against: [found.phone, found.representative].filter((one) => one === "differs").length,
  };
  if (found.form === "differs") return reached || evidence.isSamePlace ? "POSSIBLE" : undefined;
  if (found.name === "same")
    return found.form === "same" ? sameName(found, evidence, common) : withoutForm(found, evidence);
  if (found.premises) return "LIKELY";
  return otherName(found, evidence);
}

/** What speaks for and against two being one, beside the name. */
interface Evidence {
  /** They are reached at one telephone number or e-mail address that is not many others' too. */
  readonly reached: boolean;
  readonly isSamePerson: boolean;
  readonly isSamePlace: boolean;
  /** How many of phone and representative contradict. */
  readonly against: number;
}

function sameName(found: Comparison, evidence: Evidence, common: Commonness): DuplicateSureness | undefined {
  const { reached, isSamePerson, isSamePlace, against } = evidence;
  if (isSamePlace && (reached || isSamePerson)) return "CERTAIN";
  if (reached) return "LIKELY";
  if (isSamePlace || found.address === "building") return against < 2 ? "LIKELY" : "POSSIBLE";
  // Told without a full address: the person decides. At another address it may be a branch.
  if (isSamePerson && found.address === "unknown") return "LIKELY";
  if (isSamePerson) return "POSSIBLE";
  return common.isNameCommon || against > 0 || found.address === "differs" ? undefined : "POSSIBLE";
}

/** 山田 and 山田有限会社: often one whose form a list left out, often two. */
function withoutForm(found: Comparison, { reached, isSamePerson, isSamePlace, against }: Evidence) {
  if (reached || (isSamePlace && (isSamePerson || against === 0))) return "LIKELY";
  if (isSamePlace || (isSamePerson && found.address !== "differs")) return "POSSIBLE";
  return undefined;
}

/** Names that differ by a slip, by a kanji, by a word, or in writing alone. */
function otherName(found: Comparison, evidence: Evidence): DuplicateSureness | undefined {
  const { reached, isSamePerson, isSamePlace, against } = evidence;
  const witnesses = [isSamePlace, reached, isSamePerson].filter((one) => one).length;
  if (witnesses === 0) return undefined;
  if (found.name === "slip" || found.reading === "same") return likelyWhere(against < 2 && (isSamePlace || reached));
  switch (found.name) {
    case "partInKana":
      return likelyWhere(witnesses >= 2 || (against === 0 && (isSamePlace || reached)));
    case "wholeInKana":
      return likelyWhere(found.form === "same" && (witnesses >= 2 || (against === 0 && reached)));
    case "oneKanji":
      return likelyWhere(witnesses >= 2 || (against === 0 && reached));
    case "longer":
      return against === 0 ? likelyWhere(witnesses === 3) : undefined;
    case "inCommon":
      // 美容室さくら and ヘアサロンさくら at one door with one owner: one that changed its sign, or two of one owner.
      return isSamePlace && isSamePerson ? "POSSIBLE" : undefined;
    default:
      // A shop's name and its company's name, or an old name and a new one: one business, or two of one owner.
      return witnesses === 3 ? "POSSIBLE" : undefined;
  }
}

function likelyWhere(isLikely: boolean): DuplicateSureness {
  return isLikely ? "LIKELY" : "POSSIBLE";
}
