import { latitudeWindowMicro, longitudeWindowMicro } from "#domain/place.ts";
import type { LicenceFact, Months, PurchaseFact, SnapshotBusiness } from "#matching/snapshot.ts";
import type { Draw } from "./random-snapshot.ts";

/** What a motley population is like. */
export interface MotleyPopulation {
  readonly size: number;
  /** Distance in decametres that many of the businesses lie just within, at, or just beyond of each other. */
  readonly reachDam: number;
  /** Whether every business has a place. */
  readonly isPlaced?: boolean;
}

/** Issues of each worth, some that are on nobody's list, and words a careless table would trip over. */
export const ISSUES = ["K01", "K02", "K04", "K05", "K08", "K09", "K20", "流通", "ﾘｻｲｸﾙ", "𠮷", "constructor"];
export const SKILLS = ["polishing", "plating", "welding", "design", "試作", "ｼｻｸ", "𠮷", "toString", "__proto__"];
export const LICENCES = ["ippan-collect", "sanpai-collect", "kobutsu"];
/** Municipalities of two prefectures, and their prefectures. */
export const TOWNS = ["02201", "02202", "02203", "02203", "02203", "03213"];
export const AREAS = [...TOWNS, "02", "03"];
/** Equal ones, near and far ones, codes cut short, builders and dockers, and what is no code. */
const TRADES = ["0971", "0971", "0972", "097", "09", "0931", "E", "D", "0621", "06", "4811", "48", "7511", "??", "99"];
const ITEMS = ["cartons", "flour", "fuel", "salt", "𠮷", "valueOf"];
/** Both sides of every limit of the size classes, and of what numbers of 31 bits hold. */
const EMPLOYEES = [0, 1, 2, 3, 5, 6, 10, 11, 20, 21, 50, 51, 100, 101, 300, 301, 2 ** 31 - 1, 2 ** 31];
/** Both sides of what numbers of 16 and of 32 bits hold. */
const LIMITS = [2 ** 16 - 1, 2 ** 16, 2 ** 32 - 1, 2 ** 32];
/** Beginnings of ids whose order as UTF-8 bytes is not that of their UTF-16 units, nor that of their numbers. */
const ID_BEGINNINGS = ["b", "b", "b", "B", "山", "ｱ", "𠮷"];

export const pick = <T>(draw: Draw, from: readonly T[]): T => from[draw(from.length)] as T;

/** Up to so many of something, often none. */
const some = <T>(draw: Draw, most: number, one: () => T): T[] => Array.from({ length: draw(most + 1) }, one);

const levelled = (draw: Draw, tags: readonly string[]) =>
  some(draw, pick(draw, [1, 3, 6]), () => [pick(draw, tags), 1 + draw(3)] as const);

const licence = (draw: Draw): LicenceFact =>
  draw(4) === 0 ? [pick(draw, LICENCES)] : [pick(draw, LICENCES), pick(draw, AREAS)];

const item = (draw: Draw): PurchaseFact => {
  const name = pick(draw, ITEMS);
  if (draw(12) === 0) return [name];
  // Now and then more than 2^53 ÷ 1000, where plain numbers no longer hold a thousandth.
  const large = draw(40) === 0 ? 30_000_000_000_001 : pick(draw, LIMITS);
  return [name, pick(draw, [0, 1, 7, 1 + draw(90) * 1_000, 500_000, draw(4) === 0 ? large : 20_000])];
};

/** A year: even, nothing at all, a season, any, now and then a limit of numbers, or so large that squares leave the plain ones. */
function year(draw: Draw): Months {
  const kind = draw(10);
  const [even, first, length] = [draw(40), draw(12), draw(13)];
  if (kind < 2) return Array.from({ length: 12 }, () => (kind === 0 ? 0 : even));
  if (kind < 5) return Array.from({ length: 12 }, (_, month) => ((month - first + 12) % 12 < length ? draw(50) : 0));
  const [most, isAtLimit] = [draw(30) === 0 ? 3_000_000 : 60, draw(20) === 0];
  const limit = pick(draw, LIMITS);
  return Array.from({ length: 12 }, (_, month) => (isAtLimit && month === first ? limit : draw(most)));
}

function factsOf(draw: Draw, ids: readonly string[]): Omit<SnapshotBusiness, "id" | "lat" | "lon"> {
  return {
    municipality: pick(draw, TOWNS),
    industry: pick(draw, TRADES),
    employees: pick(draw, EMPLOYEES),
    capitalYen: pick(draw, [0, 3_000_000, 50_000_000, 300_000_000, 300_000_001]),
    capabilities: levelled(draw, SKILLS),
    seeks: levelled(draw, SKILLS),
    needs: levelled(draw, ISSUES),
    licences: some(draw, 3, () => licence(draw)),
    monthlyLoad: year(draw),
    monthlyWorkers: year(draw),
    monthlyCapacity: year(draw),
    purchases: some(draw, 5, () => item(draw)),
    leader: draw(4),
    // Both ways, to oneself, to nobody known, and twice.
    ties: some(draw, 3, () => (draw(8) === 0 ? "nobody" : pick(draw, ids))),
  };
}

const PURPOSES_TOLD = [
  [],
  ["COOPERATIVE", "CROSS_INDUSTRY"],
  ["SHARED_ORDERS", "YEAR_ROUND_WORK", "JOINT_PURCHASING"],
  ["COOPERATIVE", "SHARED_ORDERS", "JOINT_PURCHASING", "CROSS_INDUSTRY", "YEAR_ROUND_WORK"],
];

/** What is known of one business but its place: everything, nothing, or some of it. */
function kindOf(draw: Draw, ids: readonly string[]): Partial<SnapshotBusiness> {
  const knownOfTen = pick(draw, [0, 4, 7, 9, 10, 10, 10]);
  const facts = Object.entries(factsOf(draw, ids)).filter(() => draw(10) < knownOfTen);
  const purposes = draw(6) === 0 ? { purposes: pick(draw, PURPOSES_TOLD) } : {};
  return { ...purposes, ...Object.fromEntries(facts) };
}

/** Businesses from which they are spread over several reaches, so that nobody can meet everybody. */
const REGION_FROM = 100;

interface Spot {
  readonly latMicro: number;
  readonly lonMicro: number;
}

/** So far from another, give or take a little, to one of the eight sides. */
function aReachFrom(draw: Draw, { latMicro, lonMicro }: Spot, reachDam: number): Spot {
  const [north, east] = pick(draw, [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
    [0.7, 0.7],
    [0.7, -0.7],
    [-0.7, 0.7],
    [-0.7, -0.7],
  ] as const);
  const nearly = (micro: number, side: number) => Math.round(micro * side) - draw(250) + draw(250);
  return {
    latMicro: latMicro + nearly(latitudeWindowMicro(reachDam), north),
    lonMicro: lonMicro + nearly(longitudeWindowMicro(latMicro, reachDam), east),
  };
}

/** Places around one town: some equal, some a reach apart, most within one. */
function spotsOf(draw: Draw, { size, reachDam }: MotleyPopulation): readonly Spot[] {
  const town = { latMicro: 24_300_000 + draw(21_000_000), lonMicro: 123_000_000 + draw(22_000_000) };
  const reaches = size > REGION_FROM ? 4 : pick(draw, [0.2, 0.7, 0.7, 1.5]);
  const width = Math.ceil(latitudeWindowMicro(reachDam) * reaches);
  const spots: Spot[] = [];
  while (spots.length < size) {
    const kind = spots.length === 0 ? 9 : draw(10);
    if (kind < 2) spots.push(pick(draw, spots));
    else if (kind < 4) spots.push(aReachFrom(draw, pick(draw, spots), reachDam));
    else spots.push({ latMicro: town.latMicro + draw(width), lonMicro: town.lonMicro + draw(width) });
  }
  return spots;
}

/** Degrees of a spot; a few businesses have none, or only half of it. */
function placeOf(draw: Draw, { latMicro, lonMicro }: Spot, isPlaced: boolean) {
  const kind = isPlaced ? 9 : draw(30);
  if (kind === 0) return {};
  return kind === 1 ? { lat: latMicro / 1e6 } : { lat: latMicro / 1e6, lon: lonMicro / 1e6 };
}

/**
 * Invented businesses that are as unlike as in real lists, and unkind: of some everything is known, of some nothing; some
 * are alike but for their place; places are shared, or lie to the metre at the limit of distance; ties go both ways, to
 * oneself and to nobody.
 */
export function motleyBusinesses(draw: Draw, population: MotleyPopulation): SnapshotBusiness[] {
  const spots = spotsOf(draw, population);
  const ids = spots.map((_, index) => `${pick(draw, ID_BEGINNINGS)}${index}`);
  const copiedOfTen = pick(draw, [1, 1, 1, 1, 8]);
  const kinds: Partial<SnapshotBusiness>[] = [];
  return ids.map((id, index) => {
    const kind = index > 0 && draw(10) < copiedOfTen ? pick(draw, kinds) : kindOf(draw, ids);
    kinds.push(kind);
    return { id, ...placeOf(draw, spots[index] as Spot, population.isPlaced ?? false), ...kind };
  });
}
