import type { Levelled, PurchaseFact, SnapshotBusiness } from "../../api/src/matching/snapshot.ts";
import { drawFrom, type Draw } from "../../api/test/random-snapshot.ts";

/** What a region is made of: how many legal persons, by which seed, and which square of the map from the south-west. */
export interface RegionWish {
  readonly businesses: number;
  readonly seed: number;
  /** Squares lie side by side, so that a nation is many regions. */
  readonly square?: { readonly row: number; readonly column: number };
}

/**
 * Invented businesses of one square, and the ids of groups hidden among them. A snapshot holds legal persons, each with the
 * one place it is met at; further places of the same person never reach the matcher, so none are invented here.
 */
export interface Region {
  readonly businesses: readonly SnapshotBusiness[];
  readonly planted: readonly (readonly string[])[];
}

/** A prefecture of 60,000 businesses on 75 × 75 km: some 2,600 within 8 km of one. Other sizes keep the density. */
const REFERENCE = { businesses: 60_000, sideKm: 75 };
const SOUTH_WEST = { lat: 34, lon: 133 };
const KM_PER_DEGREE = { lat: 111, lon: 91 };

/** A town centre for so many businesses; the others are scattered. Kilometres of its spread. */
const BUSINESSES_PER_TOWN = 1_500;
const IN_TOWN_PERCENT = 80;
const TOWN_SPREAD_KM = 4;

const TRADES = 99;
const ISSUES = Array.from({ length: 31 }, (_, at) => `K${String(at + 1).padStart(2, "0")}`);
const GENERAL_SKILLS = Array.from({ length: 60 }, (_, at) => `skill-${at}`);
const TAGS_PER_TRADE = 20;

/** One planted group for so many businesses, of five to eight members; every fifth is as good as the terms allow. */
const BUSINESSES_PER_PLANTED = 600;

/** Percent of businesses of which a fact is known: registers know trades and places, few people know the rest. */
const KNOWN_PERCENT = {
  needs: 85,
  capabilities: 90,
  seeks: 60,
  licences: 70,
  employees: 85,
  leader: 50,
  ties: 45,
  monthlyLoad: 40,
  monthlyWorkers: 30,
  monthlyCapacity: 40,
  purchases: 40,
} as const satisfies Partial<Record<keyof SnapshotBusiness, number>>;

/** The r-th most frequent of `count` is drawn as often as 1/r says (Zipf), near enough. */
const zipf = (draw: Draw, count: number): number => Math.floor((count + 1) ** (draw(1_000_000) / 1_000_000)) - 1;

/** About normal, mean 0 and deviation 1. */
const bell = (draw: Draw): number =>
  Array.from({ length: 6 }, () => draw(10_001) / 10_000).reduce((sum, each) => sum + each, -3) * Math.SQRT2;

const level = (draw: Draw): number => ([1, 1, 1, 2, 2, 3] as const)[draw(6)] ?? 1;

interface Spot {
  readonly eastKm: number;
  readonly northKm: number;
  readonly town: number;
}

interface Town {
  readonly eastKm: number;
  readonly northKm: number;
  /** What the town is known for, and what troubles it. */
  readonly trades: readonly number[];
  readonly issues: readonly string[];
}

class Maker {
  private readonly draw: Draw;
  private readonly wish: RegionWish;
  private readonly sideKm: number;
  private readonly towns: readonly Town[];

  constructor(wish: RegionWish) {
    this.wish = wish;
    this.draw = drawFrom(wish.seed);
    this.sideKm = REFERENCE.sideKm * Math.sqrt(wish.businesses / REFERENCE.businesses);
    this.towns = Array.from({ length: Math.max(1, Math.round(wish.businesses / BUSINESSES_PER_TOWN)) }, () => ({
      eastKm: this.within(this.sideKm),
      northKm: this.within(this.sideKm),
      trades: Array.from({ length: 4 }, () => zipf(this.draw, TRADES)),
      issues: Array.from({ length: 3 }, () => this.of(ISSUES)),
    }));
  }

  region(): Region {
    const businesses = Array.from({ length: this.wish.businesses }, (_, at) => this.business(at));
    const planted = this.plant(businesses);
    return { businesses, planted };
  }

  private within(km: number): number {
    return (this.draw(1_000_000) / 1_000_000) * km;
  }

  private of<T>(items: readonly T[]): T {
    return items[this.draw(items.length)] as T;
  }

  private idOf(at: number): string {
    const { row = 0, column = 0 } = this.wish.square ?? {};
    return `b${row}-${column}-${String(at).padStart(6, "0")}`;
  }

  private spot(): Spot {
    const town = Math.floor(this.towns.length * (this.draw(1_000_000) / 1_000_000) ** 1.3);
    const { eastKm, northKm } = this.towns[town] as Town;
    if (this.draw(100) >= IN_TOWN_PERCENT)
      return { eastKm: this.within(this.sideKm), northKm: this.within(this.sideKm), town };
    const inside = (km: number) => Math.min(this.sideKm, Math.max(0, km + bell(this.draw) * TOWN_SPREAD_KM));
    return { eastKm: inside(eastKm), northKm: inside(northKm), town };
  }

  private placeOf({ eastKm, northKm }: Spot): { readonly lat: number; readonly lon: number } {
    const { row = 0, column = 0 } = this.wish.square ?? {};
    const degrees = (value: number) => Math.round(value * 1e6) / 1e6;
    return {
      lat: degrees(SOUTH_WEST.lat + (northKm + row * this.sideKm) / KM_PER_DEGREE.lat),
      lon: degrees(SOUTH_WEST.lon + (eastKm + column * this.sideKm) / KM_PER_DEGREE.lon),
    };
  }

  private business(at: number): SnapshotBusiness {
    const spot = this.spot();
    const town = this.towns[spot.town] as Town;
    const trade = this.draw(100) < 30 ? this.of(town.trades) : zipf(this.draw, TRADES);
    const all = this.facts(at, trade, town);
    const known = Object.entries(all).filter(
      ([key]) => this.draw(100) < (KNOWN_PERCENT[key as keyof typeof KNOWN_PERCENT] ?? 100),
    );
    return {
      id: this.idOf(at),
      ...this.placeOf(spot),
      municipality: this.municipalityOf(spot.town),
      ...Object.fromEntries(known),
    };
  }

  private municipalityOf(town: number): string {
    const { row = 0, column = 0 } = this.wish.square ?? {};
    return String(10_000 + ((row * 997 + column * 131) % 60) * 1_000 + (town % 1_000)).padStart(5, "0");
  }

  private facts(at: number, trade: number, town: Town): Partial<SnapshotBusiness> {
    const load = this.season(trade);
    return {
      industry: `${String(trade + 1).padStart(2, "0")}${1 + zipf(this.draw, 3)}${1 + zipf(this.draw, 5)}`,
      employees: Math.floor(1.6 ** (this.draw(120) / 10)),
      capitalYen: (1 + this.draw(60)) * 1_000_000,
      needs: this.needs(trade, town),
      capabilities: this.capabilities(trade),
      seeks: this.seeks(trade),
      licences: this.draw(3) === 0 ? [[`licence-${trade % 12}`, this.municipalityOf(0).slice(0, 2)]] : [],
      monthlyLoad: load,
      monthlyWorkers: load.map((tenths) => Math.max(0, tenths - 30)),
      monthlyCapacity: load.map((tenths) => Math.max(0, 90 - tenths)),
      leader: ([0, 0, 1, 1, 1, 2, 2, 3] as const)[this.draw(8)] ?? 0,
      purchases: this.purchases(trade),
      ties: Array.from({ length: this.draw(3) }, () => this.idOf(Math.max(0, at - 1 - this.draw(40)))),
    };
  }

  /** 5.3 issues on average: what everybody has, what the trade has, what the town has. */
  private needs(trade: number, town: Town): readonly Levelled[] {
    return Array.from({ length: 2 + this.draw(8) }, (): Levelled => {
      const kind = this.draw(10);
      if (kind < 6) return [ISSUES[zipf(this.draw, ISSUES.length)] as string, level(this.draw)];
      if (kind < 8) return [this.of(town.issues), level(this.draw)];
      return [`trouble-${trade}-${zipf(this.draw, TAGS_PER_TRADE)}`, level(this.draw)];
    });
  }

  /** 7.1 skills on average, most of them the trade's. */
  private capabilities(trade: number): readonly Levelled[] {
    return Array.from({ length: 4 + this.draw(8) }, (): Levelled => {
      if (this.draw(10) < 7) return [`work-${trade}-${zipf(this.draw, TAGS_PER_TRADE)}`, level(this.draw)];
      return [GENERAL_SKILLS[zipf(this.draw, GENERAL_SKILLS.length)] as string, level(this.draw)];
    });
  }

  /** Wishes go to the trades before and behind one's own in a chain of supply. */
  private seeks(trade: number): readonly Levelled[] {
    const next = (trade * 7 + 3) % TRADES;
    return Array.from({ length: this.draw(4) }, (): Levelled => {
      if (this.draw(10) < 6) return [`work-${next}-${zipf(this.draw, TAGS_PER_TRADE)}`, level(this.draw)];
      return [GENERAL_SKILLS[zipf(this.draw, GENERAL_SKILLS.length)] as string, level(this.draw)];
    });
  }

  /** Work on hand in tenths of a worker, highest in the trade's season. */
  private season(trade: number): readonly number[] {
    const [height, amount] = [this.draw(60), 10 + this.draw(60)];
    return Array.from({ length: 12 }, (_, month) =>
      Math.round(amount + height * Math.max(0, Math.cos(((month - (trade % 12)) * Math.PI) / 6))),
    );
  }

  private purchases(trade: number): readonly PurchaseFact[] {
    return Array.from({ length: 1 + this.draw(5) }, (): PurchaseFact => {
      const item = this.draw(2) === 0 ? `goods-${trade}-${zipf(this.draw, 8)}` : `goods-${zipf(this.draw, 40)}`;
      return [item, (1 + this.draw(80)) * 10_000];
    });
  }

  private plant(businesses: SnapshotBusiness[]): readonly (readonly string[])[] {
    const count = Math.floor(businesses.length / BUSINESSES_PER_PLANTED);
    return Array.from({ length: count }, (_, number) => {
      const first = number * BUSINESSES_PER_PLANTED + this.draw(BUSINESSES_PER_PLANTED - 8);
      const size = 5 + this.draw(4);
      const ids = Array.from({ length: size }, (_each, place) => this.idOf(first + place));
      const spot = this.spot();
      const issues = [this.of(ISSUES.slice(8, 26)), this.of(ISSUES.slice(8, 26))];
      ids.forEach((id, place) => {
        const known = businesses[first + place] as SnapshotBusiness;
        const at = { ...spot, eastKm: spot.eastKm + this.within(1.2), northKm: spot.northKm + this.within(1.2) };
        businesses[first + place] = {
          ...known,
          ...this.placeOf(at),
          ...{ municipality: this.municipalityOf(spot.town), employees: 6 + place, leader: place < 2 ? 3 : 1 },
          ...this.plantedFacts(number % 5, { ids, place, issues }),
          id,
        };
      });
      return ids;
    });
  }

  /** What holds a planted group together: of strength 0 one issue, of strength 4 all there is. */
  private plantedFacts(
    strength: number,
    {
      ids,
      place,
      issues,
    }: { readonly ids: readonly string[]; readonly place: number; readonly issues: readonly string[] },
  ): Partial<SnapshotBusiness> {
    const [first = "K09", second = "K10"] = issues;
    const next = ids[(place + 1) % ids.length] as string;
    return {
      needs: [[first, strength > 0 ? 3 : 2], ...(strength > 1 ? [[second, 3] as const] : [])],
      ...(strength > 2 ? { ties: [next] } : {}),
      ...(strength > 3 ? { capabilities: [[`gives-${ids[place]}`, 3]], seeks: [[`gives-${next}`, 3]] } : {}),
    };
  }
}

/** An invented region; the same wish gives the same one on every machine. */
export function regionOf(wish: RegionWish): Region {
  return new Maker(wish).region();
}
