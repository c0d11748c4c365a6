import { placeOf } from "#domain/place.ts";
import { PURPOSES } from "#domain/purpose.ts";
import { aboveLeast } from "../member.ts";
import type { SnapshotBusiness } from "../snapshot.ts";
import { groundUnder, NOWHERE, orderByCell } from "./cells.ts";
import { KNOWN, UNKNOWN, type Columns, type Layout } from "./columns.ts";
import { GrowingInts, GrowingNumbers } from "./growing.ts";
import { buyersOf, postingsOf } from "./postings.ts";
import {
  sharedCompact,
  sharedFloat64,
  sharedInt32,
  sharedInt8,
  sharedSigned,
  sharedUint16,
  sharedUint32,
  sharedUint8,
} from "./shared.ts";
import { TakenLicences, TakenMonths, TakenPurchases, TakenTies } from "./taken-facts.ts";
import { TakenIdentities } from "./taken-identities.ts";
import { TakenTags } from "./taken-tags.ts";
import { tiedBothWays } from "./tied.ts";
import { WordNumbers } from "./word-numbers.ts";

type PlainColumns = Pick<
  Columns,
  | "latMicro"
  | "lonMicro"
  | "idOrder"
  | "known"
  | "trade"
  | "municipality"
  | "employees"
  | "capitalYen"
  | "leader"
  | "purposes"
>;

/** Stands at number 0 for a word that is not known. */
const NO_WORD = "";

/**
 * Takes businesses in one at a time, as a stream hands them over, and lays them out in columns. Their order changes nothing;
 * no two may have the same id. What is known of one is what `memberOf` says of it.
 */
export class LayoutWriter {
  private readonly identities = new TakenIdentities();
  private readonly latMicro = new GrowingInts();
  private readonly lonMicro = new GrowingInts();
  private readonly known = new GrowingInts();
  private readonly trade = new GrowingInts();
  private readonly municipality = new GrowingInts();
  private readonly employees = new GrowingNumbers();
  private readonly capitalYen = new GrowingNumbers();
  private readonly leader = new GrowingInts();
  private readonly purposes = new GrowingInts();
  private readonly trades = new WordNumbers();
  private readonly municipalities = new WordNumbers();
  private readonly issues = new WordNumbers();
  private readonly skills = new WordNumbers();
  private readonly needs = new TakenTags(this.issues);
  private readonly seeks = new TakenTags(this.skills);
  private readonly capabilities = new TakenTags(this.skills);
  private readonly licences = new TakenLicences();
  private readonly purchases = new TakenPurchases();
  private readonly ties = new TakenTies();
  private readonly monthlyLoad = new TakenMonths();
  private readonly monthlyWorkers = new TakenMonths();
  private readonly monthlyCapacity = new TakenMonths();

  add(business: SnapshotBusiness): void {
    this.identities.add(business.id);
    this.addPlace(business);
    this.trade.push(numberOrNone(this.trades, business.industry));
    this.municipality.push(numberOrNone(this.municipalities, business.municipality));
    this.employees.push(business.employees ?? UNKNOWN);
    this.capitalYen.push(business.capitalYen ?? UNKNOWN);
    this.leader.push(business.leader ?? UNKNOWN);
    this.purposes.push(purposeBits(business.purposes));
    this.needs.add(business.needs);
    this.seeks.add(business.seeks);
    this.capabilities.add(business.capabilities);
    this.licences.add(business.licences);
    this.ties.add(business.ties);
    this.monthlyLoad.add(business.monthlyLoad);
    this.monthlyWorkers.add(business.monthlyWorkers ?? aboveLeast(business.monthlyLoad));
    this.monthlyCapacity.add(business.monthlyCapacity);
    const isSpendKnown = this.purchases.add(business.purchases);
    this.known.push(knownBits(business) | (isSpendKnown ? KNOWN.purchases : 0));
  }

  /** Lays out all that was taken in. The writer is used up by it. */
  finish(): Layout {
    const byId = this.identities.sorted();
    const [latMicro, lonMicro] = [taken(this.latMicro), taken(this.lonMicro)];
    const ground = groundUnder(latMicro, lonMicro);
    const { order, first } = orderByCell(ground, { byId, latMicro, lonMicro });
    const words = this.sortedWords();
    const lists = this.lists(order, words);
    const placed = first[first.length - 1] as number;
    const within = (words: readonly string[]) => ({ placed, tags: words.length });
    const columns: Columns = {
      ...{ count: order.length, placed, cells: { ...ground, first } },
      ...this.plainColumns(order, byId, words),
      ...{ ...lists, tied: tiedBothWays(lists.ties, order.length) },
      needing: postingsOf(lists.needs, within(words.issues.words)),
      seeking: postingsOf(lists.seeks, within(words.skills.words)),
      offering: postingsOf(lists.capabilities, within(words.skills.words)),
      buying: buyersOf(lists.purchases, within(words.items.words)),
    };
    return { columns, words: { ...shownWords(words), ...this.identities.laidOut(order) } };
  }

  private addPlace({ lat, lon }: SnapshotBusiness): void {
    const place = lat === undefined || lon === undefined ? undefined : placeOf(lat, lon);
    this.latMicro.push(place?.latMicro ?? NOWHERE);
    this.lonMicro.push(place?.lonMicro ?? NOWHERE);
  }

  private sortedWords() {
    return {
      issues: this.issues.sorted(),
      skills: this.skills.sorted(),
      items: this.purchases.items.sorted(),
      trades: this.trades.sorted(),
      municipalities: this.municipalities.sorted(),
      licenceKinds: this.licences.kinds.sorted(),
      licenceAreas: this.licences.areas.sorted(),
    };
  }

  private plainColumns(order: Int32Array, byId: Int32Array, words: SortedWords): PlainColumns {
    const count = order.length;
    const employees = sharedSigned(count, this.employees.greatest);
    const trade = sharedCompact(count, words.trades.words.length + 1);
    const municipality = sharedCompact(count, words.municipalities.words.length + 1);
    const placeAmongIds = new Int32Array(count);
    byId.forEach((from, place) => {
      placeAmongIds[from] = place;
    });
    const microOf = (from: number, { values }: GrowingInts) =>
      values[from] === NOWHERE ? 0 : (values[from] as number);
    return {
      latMicro: filled(sharedInt32(count), order, (from) => microOf(from, this.latMicro)),
      lonMicro: filled(sharedInt32(count), order, (from) => microOf(from, this.lonMicro)),
      idOrder: filled(sharedUint32(count), order, (from) => placeAmongIds[from] as number),
      known: filled(sharedUint16(count), order, (from) => this.known.values[from] as number),
      trade: filled(trade, order, (from) => sortedNumber(words.trades, this.trade.values[from] as number)),
      municipality: filled(municipality, order, (from) =>
        sortedNumber(words.municipalities, this.municipality.values[from] as number),
      ),
      employees: filled(employees, order, (from) => this.employees.values[from] as number),
      capitalYen: filled(sharedFloat64(count), order, (from) => this.capitalYen.values[from] as number),
      leader: filled(sharedInt8(count), order, (from) => this.leader.values[from] as number),
      purposes: filled(sharedUint8(count), order, (from) => this.purposes.values[from] as number),
    };
  }

  private lists(order: Int32Array, words: SortedWords) {
    return {
      needs: this.needs.laidOut(order, words.issues.placeOf),
      seeks: this.seeks.laidOut(order, words.skills.placeOf),
      capabilities: this.capabilities.laidOut(order, words.skills.placeOf),
      licences: this.licences.laidOut(order, { kinds: words.licenceKinds.placeOf, areas: words.licenceAreas.placeOf }),
      purchases: this.purchases.laidOut(order, words.items.placeOf),
      ties: this.ties.laidOut(order, this.identities.ids),
      monthlyLoad: this.monthlyLoad.laidOut(order),
      monthlyWorkers: this.monthlyWorkers.laidOut(order),
      monthlyCapacity: this.monthlyCapacity.laidOut(order),
    };
  }
}

/** Lays businesses out in columns. */
export function layoutOf(businesses: Iterable<SnapshotBusiness>): Layout {
  const writer = new LayoutWriter();
  for (const business of businesses) writer.add(business);
  return writer.finish();
}

type SortedWords = ReturnType<LayoutWriter["sortedWords"]>;

const taken = ({ values, length }: GrowingInts): Int32Array => values.subarray(0, length);

/** 0 stands for a word that is not known. */
const numberOrNone = (words: WordNumbers, word: string | undefined): number =>
  word === undefined ? 0 : words.numberOf(word) + 1;

const sortedNumber = ({ placeOf }: ReturnType<WordNumbers["sorted"]>, number: number): number =>
  number === 0 ? 0 : (placeOf[number - 1] as number) + 1;

/** A purpose that is none of ours is no reason to take part in anything, and is not kept. */
function purposeBits(purposes: readonly string[] | undefined): number {
  if (purposes === undefined) return 0;
  return PURPOSES.reduce((bits, purpose, place) => (purposes.includes(purpose) ? bits | (1 << place) : bits), 0);
}

/** What is known of the facts whose columns have no value for what is not. */
function knownBits(business: SnapshotBusiness): number {
  return (
    (business.municipality === undefined ? 0 : KNOWN.municipality) |
    (business.industry === undefined ? 0 : KNOWN.industry) |
    (business.capabilities === undefined ? 0 : KNOWN.capabilities) |
    (business.seeks === undefined ? 0 : KNOWN.seeks) |
    (business.needs === undefined ? 0 : KNOWN.needs) |
    (business.licences === undefined ? 0 : KNOWN.licences) |
    (business.purposes === undefined ? 0 : KNOWN.purposes) |
    (business.ties === undefined ? 0 : KNOWN.ties)
  );
}

function filled<Values extends { [at: number]: number }>(
  values: Values,
  order: Int32Array,
  valueOf: (from: number) => number,
): Values {
  order.forEach((from, candidate) => {
    values[candidate] = valueOf(from);
  });
  return values;
}

function shownWords(words: SortedWords) {
  return {
    issues: words.issues.words,
    skills: words.skills.words,
    items: words.items.words,
    trades: [NO_WORD, ...words.trades.words],
    municipalities: [NO_WORD, ...words.municipalities.words],
    licenceKinds: words.licenceKinds.words,
    licenceAreas: [NO_WORD, ...words.licenceAreas.words],
  };
}
