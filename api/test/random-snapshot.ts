import type { Levelled, PurchaseFact, SnapshotBusiness } from "#matching/snapshot.ts";

/** Whole numbers from 0 to below a limit, the same for the same seed. */
export type Draw = (limit: number) => number;

/** A small generator (mulberry32), so that a test's population is the same on every machine. */
export function drawFrom(seed: number): Draw {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
}

/** What a random population is like. */
export interface Population {
  readonly size: number;
  /** Side of the square the places are spread over, in degrees. */
  readonly spreadDegrees: number;
  /** How many facts in ten are known. */
  readonly knownOfTen: number;
}

const ISSUES = ["K01", "K02", "K05", "K07", "K09", "K20", "K22", "K23", "flood-risk"];
const SKILLS = ["polishing", "plating", "painting", "welding", "design", "printing"];
const LICENCES = ["ippan-collect", "sanpai-collect", "kobutsu"];
const TRADES = ["0971", "0972", "0931", "E", "09", "5711", "39", "6911", "0621", "75"];
const ITEMS = ["cartons", "flour", "fuel", "film", "salt"];
const TOWNS = ["02201", "02202", "02203", "02203", "03213"];

const levelled = (draw: Draw, tags: readonly string[]): readonly Levelled[] =>
  Array.from({ length: draw(4) }, () => [tags[draw(tags.length)] as string, 1 + draw(3)] as const);

const months = (draw: Draw) => Array.from({ length: 12 }, () => draw(60));

/** A season of some months, from any month. */
function season(draw: Draw): readonly number[] {
  const [first, length] = [draw(12), draw(13)];
  return Array.from({ length: 12 }, (_, month) => ((month - first + 12) % 12 < length ? draw(50) : 0));
}

/** Items with yen a month; of one in twelve the yen are not told. */
const purchases = (draw: Draw): readonly PurchaseFact[] =>
  Array.from({ length: draw(5) }, () => {
    const item = ITEMS[draw(ITEMS.length)] as string;
    return draw(12) === 0 ? [item] : [item, draw(30) * 10_000];
  });

function factsOf(draw: Draw, ids: readonly string[]): Omit<SnapshotBusiness, "id" | "lat" | "lon"> {
  return {
    municipality: TOWNS[draw(TOWNS.length)] as string,
    industry: TRADES[draw(TRADES.length)] as string,
    employees: draw(140),
    capitalYen: draw(9) * 10_000_000,
    capabilities: levelled(draw, SKILLS),
    seeks: levelled(draw, SKILLS),
    needs: levelled(draw, ISSUES),
    licences: Array.from(
      { length: draw(3) },
      () => [LICENCES[draw(3)] as string, TOWNS[draw(TOWNS.length)] as string] as const,
    ),
    monthlyLoad: months(draw),
    monthlyWorkers: season(draw),
    monthlyCapacity: months(draw),
    purchases: purchases(draw),
    leader: draw(4),
    ties: Array.from({ length: draw(3) }, () => ids[draw(ids.length)] as string),
  };
}

/** Invented businesses; the same draw and population give the same ones. */
export function randomBusinesses(draw: Draw, { size, spreadDegrees, knownOfTen }: Population): SnapshotBusiness[] {
  const ids = Array.from({ length: size }, (_, index) => `b${index}`);
  return ids.map((id) => {
    const facts = Object.entries(factsOf(draw, ids)).filter(() => draw(10) < knownOfTen);
    const at = () => Math.floor((draw(10_000) / 10_000) * spreadDegrees * 1_000_000) / 1_000_000;
    return { id, lat: 40.8 + at(), lon: 140.7 + at(), ...Object.fromEntries(facts) };
  });
}
