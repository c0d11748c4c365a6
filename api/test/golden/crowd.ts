import type { Levelled, SnapshotBusiness } from "#matching/snapshot.ts";
import { drawFrom, type Draw } from "../random-snapshot.ts";

/** A town's place and municipality. */
export interface Town {
  readonly municipality: string;
  readonly lat: number;
  readonly lon: number;
}

/** Trades every town has: shops, kitchens, builders, garages, care, hair. */
const TRADES = ["5711", "5891", "7611", "7621", "0611", "0821", "8911", "8544", "7821", "7831", "6911", "4411", "7241"];
const ISSUES = ["K01", "K02", "K03", "K05", "K06", "K07", "K09", "K11", "K12", "K26"];
const SKILLS = ["retail", "web-shop", "delivery", "cleaning", "cooking", "carpentry", "design", "bookkeeping"];
const ITEMS = ["electricity", "fuel", "paper", "food"];

const pick = <T>(draw: Draw, from: readonly T[]): T => from[draw(from.length)] as T;
const some = (draw: Draw, tags: readonly string[], count: number): readonly Levelled[] =>
  Array.from({ length: draw(count + 1) }, () => [pick(draw, tags), 1 + draw(2)] as const);

/** About half of what could be known of an everyday business; nobody of the crowd is trusted to lead. */
function everydayFacts(draw: Draw, ids: readonly string[]): Partial<SnapshotBusiness> {
  const facts = {
    employees: 1 + draw(25),
    capitalYen: (1 + draw(20)) * 1_000_000,
    needs: some(draw, ISSUES, 3),
    capabilities: some(draw, SKILLS, 2),
    seeks: some(draw, SKILLS, 2),
    licences: [],
    leader: draw(3) === 0 ? 1 : 0,
    ties: draw(3) === 0 ? [pick(draw, ids)] : [],
    monthlyLoad: Array.from({ length: 12 }, () => 20 + draw(10)),
    monthlyCapacity: Array.from({ length: 12 }, () => draw(10)),
    purchases: Array.from({ length: draw(3) }, () => [pick(draw, ITEMS), (1 + draw(20)) * 10_000] as const),
  };
  return Object.fromEntries(Object.entries(facts).filter(() => draw(10) < 6));
}

/** Everyday businesses within some two kilometres of a town's middle, the same for the same seed. */
export function crowdIn(town: Town, size: number, seed: number): readonly SnapshotBusiness[] {
  const draw = drawFrom(seed);
  const ids = Array.from({ length: size }, (_, index) => `crowd-${town.municipality}-${index}`);
  return ids.map((id) => ({
    id,
    ...scattered(town, draw),
    industry: pick(draw, TRADES),
    ...everydayFacts(draw, ids),
  }));
}

/** The same crowd of whom neither the year nor ties are on record, as of most businesses nobody has visited. */
export function unvisited(crowd: readonly SnapshotBusiness[]): readonly SnapshotBusiness[] {
  const hidden = ["monthlyLoad", "ties"];
  return crowd.map((business) => {
    const told = Object.entries(business).filter(([key]) => !hidden.includes(key));
    return Object.fromEntries(told) as unknown as SnapshotBusiness;
  });
}

/** A place near a town's middle, in the town's municipality. */
export function scattered({ municipality, lat, lon }: Town, draw: Draw): Town {
  const off = () => Math.round((draw(4000) / 100_000 - 0.02) * 1_000_000) / 1_000_000;
  const at = (degrees: number) => Math.round((degrees + off()) * 1_000_000) / 1_000_000;
  return { municipality, lat: at(lat), lon: at(lon) };
}
