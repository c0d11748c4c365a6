import type { Purpose } from "#domain/purpose.ts";
import { analyse } from "#matching/analysis.ts";
import type { DemandText } from "#matching/demand.ts";
import { discover } from "#matching/discover.ts";
import { memberOf } from "#matching/member.ts";
import { planSearch } from "#matching/search-plan.ts";
import { bestGroup } from "./best-group.ts";
import { ask, terms } from "./questions.ts";
import { drawFrom, randomBusinesses } from "./random-snapshot.ts";

/** An order for the purpose that weighs one. */
const ORDER: DemandText = {
  capabilities: [
    ["polishing", 2],
    ["welding", 1],
  ],
  licences: [["kobutsu"]],
  areas: [
    { municipality: "02201", lat: 40.82, lon: 140.74 },
    { municipality: "02202", lat: 40.83, lon: 140.77 },
  ],
  unitsPerMonth: Array.from({ length: 12 }, () => 120),
};

/** Businesses in a population of which every group can be tried. */
const POPULATION = 16;

/** How far a search falls short of the best of all lawful groups of one population. */
export interface Shortfall {
  readonly seed: number;
  /** Lower bound of the best group there is, undefined where none is lawful. */
  readonly best: number | undefined;
  readonly found: number | undefined;
  /** Part of the best that the search missed, permille; 0 where it found the best. */
  readonly permille: number;
}

/** Searches one population of sixteen and tries every group of it; throws where the search's analysis is not the reference's. */
export function shortfallOf(purpose: Purpose, seed: number): Shortfall {
  const businesses = randomBusinesses(drawFrom(seed), {
    size: POPULATION,
    spreadDegrees: 0.05 + (seed % 5) * 0.03,
    knownOfTen: 5 + (seed % 6),
  });
  const question = ask(purpose, ORDER);
  const { membersMin, membersMax } = terms.purposes[purpose];
  const plan = planSearch(businesses, question, { top: 1 });
  if (!plan.accepted) throw new Error(JSON.stringify(plan.problems));
  const [proposal] = discover(plan.change).proposals;
  if (proposal !== undefined) {
    const members = businesses.filter(({ id }) => proposal.members.includes(id)).map(memberOf);
    if (JSON.stringify(analyse(members, question)) !== JSON.stringify(proposal))
      throw new Error(`${purpose} ${seed}: the search's analysis is not the reference's`);
  }
  const best = bestGroup(businesses, question, [membersMin, membersMax])?.lower;
  const found = proposal?.lower;
  const permille = best === undefined || best === 0 ? 0 : Math.round((1000 * (best - (found ?? 0))) / best);
  return { seed, best, found, permille };
}
