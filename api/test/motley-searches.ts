import type { Form } from "#domain/law.ts";
import { placeOf } from "#domain/place.ts";
import { PURPOSES, type Purpose } from "#domain/purpose.ts";
import type { DemandText } from "#matching/demand.ts";
import { discover, type SearchResult } from "#matching/discover.ts";
import type { Question, QuestionParts } from "#matching/question.ts";
import { planSearch, type SearchControl, type SearchWishes } from "#matching/search-plan.ts";
import type { SnapshotBusiness } from "#matching/snapshot.ts";
import { AREAS, LICENCES, motleyBusinesses, pick, SKILLS, TOWNS } from "./motley-businesses.ts";
import { ask, terms } from "./questions.ts";
import { drawFrom, type Draw } from "./random-snapshot.ts";

/** Forms with and without a number of founders, and one whose district lies in one prefecture. */
const FORMS: readonly Form[] = ["1", "7", "15", "A1", "A3"];

const some = <T>(draw: Draw, most: number, one: () => T): T[] => Array.from({ length: draw(most + 1) }, one);

const placeNear = (draw: Draw, businesses: readonly SnapshotBusiness[]) => {
  const { lat, lon } = pick(draw, businesses);
  return lat === undefined || lon === undefined ? {} : { lat, lon: lon + draw(300_000) / 1e6 };
};

/** An order: any of its parts may be absent, empty, told twice or impossible. */
export function motleyDemand(draw: Draw, businesses: readonly SnapshotBusiness[]): DemandText {
  const licence = () =>
    draw(3) === 0 ? ([pick(draw, LICENCES)] as const) : ([pick(draw, LICENCES), pick(draw, AREAS)] as const);
  const demand: DemandText = {
    capabilities: some(draw, 4, () => [pick(draw, SKILLS), 1 + draw(3)] as const),
    licences: some(draw, 2, licence),
    areas: some(draw, 4, () => ({ municipality: pick(draw, TOWNS), ...placeNear(draw, businesses) })),
    unitsPerMonth: Array.from({ length: 12 }, () => pick(draw, [0, 1, 40, 120, 300])),
  };
  const asked = Object.entries(demand).filter(() => draw(5) > 0);
  return Object.fromEntries(asked);
}

/** A question as far as it is not the purpose itself: the order, the form, districts, who has to meet and who must not. */
function partsOf(draw: Draw, businesses: readonly SnapshotBusiness[]): Partial<QuestionParts> {
  const id = () => pick(draw, businesses).id;
  const pairs = some(draw, pick(draw, [0, 2, 8]), () => [id(), id()] as const).filter(([a, b]) => a !== b);
  return {
    ...(draw(3) === 0 ? { form: pick(draw, FORMS) } : {}),
    ...(draw(3) === 0 ? { districts: some(draw, 3, () => pick(draw, AREAS)) } : {}),
    ...(draw(3) === 0 ? { mustHave: some(draw, 2, id) } : {}),
    neverTogether: pairs,
  };
}

function wishesOf(draw: Draw, businesses: readonly SnapshotBusiness[], purpose: Purpose): SearchWishes {
  const { withinDam } = terms.purposes[purpose];
  const [fewest, more] = [1 + draw(5), draw(4)];
  const { lat = 35, lon = 135 } = pick(draw, businesses);
  return {
    top: pick(draw, [1, 3, 8]),
    ...(draw(3) === 0 ? {} : { membersMin: fewest, membersMax: Math.max(4, fewest + more) }),
    ...(draw(3) === 0 ? { withinKm: (withinDam / 100) * pick(draw, [0.3, 0.999, 1.001]) } : {}),
    ...(draw(4) === 0 ? { without: some(draw, 3, () => pick(draw, businesses).id) } : {}),
    ...(draw(5) === 0 ? { around: { place: placeOf(lat, lon), withinDam: Math.ceil(withinDam / 2) } } : {}),
    ...(draw(3) === 0 ? { mode: "fast" } : {}),
  };
}

/** A small search of one purpose, with everything that can be asked of it. */
function motleySearch(draw: Draw, purpose: Purpose, size: number) {
  const businesses = motleyBusinesses(draw, { size, reachDam: terms.purposes[purpose].withinDam });
  return {
    businesses,
    demand: purpose === "SHARED_ORDERS" ? motleyDemand(draw, businesses) : {},
    parts: partsOf(draw, businesses),
    wishes: wishesOf(draw, businesses, purpose),
  };
}

/** One search as it is asked. */
export interface MotleySearch extends ReturnType<typeof motleySearch> {
  readonly purpose: Purpose;
  readonly seed: number;
}

/** Businesses of a region: most of them beyond reach of each other. */
const REGION_SIZE = 120;

/** Groups examined for each business at most: enough for every round to be run. */
const GROUPS_EACH = 500;

/** The question a search asks. */
export const askedOf = ({ purpose, demand, parts }: MotleySearch): Question => ask(purpose, demand, parts);

/** Runs a search; undefined where it is refused, as one may be that asks for what cannot meet. */
export function searchFor(search: MotleySearch, control: SearchControl = {}): SearchResult | undefined {
  const { businesses, wishes } = search;
  const plan = planSearch(businesses, askedOf(search), wishes);
  return plan.accepted ? discover(plan.change, { groupsMax: GROUPS_EACH * businesses.length, ...control }) : undefined;
}

/** So many searches of one purpose among so many businesses each, every one with its own wishes. */
export function motleySearches(purpose: Purpose, count: number, size: number): readonly MotleySearch[] {
  const first = 10_000 * (1 + PURPOSES.indexOf(purpose));
  return Array.from({ length: count }, (_, index) => {
    const search = motleySearch(drawFrom(first + index), purpose, size);
    return { ...search, purpose, seed: first + index };
  });
}

/** A search of one purpose over a small region, by the usual terms. */
export function regionSearch(purpose: Purpose): MotleySearch {
  const search = motleySearch(drawFrom(1), purpose, REGION_SIZE);
  return { ...search, parts: {}, wishes: { mode: "fast", top: 8 }, purpose, seed: 1 };
}
