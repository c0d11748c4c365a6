import { describe, expect, it } from "vitest";
import { PURPOSES } from "#domain/purpose.ts";
import { bestGroup } from "../../test/best-group.ts";
import { motleySearches, searchFor, type MotleySearch } from "../../test/motley-searches.ts";
import { terms } from "../../test/questions.ts";
import { drawFrom } from "../../test/random-snapshot.ts";
import { placedPopulation } from "../../test/score-comparison.ts";

/** Searches of each purpose, and the businesses of each. */
const SEARCHES = 10;
const SIZE = 10;

/** Populations of each purpose of which all groups are tried, and the businesses of each. */
const TRIED = 3;
const SIZE_TRIED = 9;

/** Longest list asked for. */
const LONGEST = 4;

/** Businesses a search names nowhere, so that it can be asked without them. */
function unnamed({ businesses, parts, wishes }: MotleySearch, members: readonly string[]) {
  const named = [
    ...(parts.mustHave ?? []),
    ...(parts.neverTogether ?? []).flat(),
    ...(wishes.without ?? []),
    ...members,
  ];
  return businesses.filter(({ id }) => !named.includes(id));
}

describe.each(PURPOSES)("the best group for %s", (purpose) => {
  it("stays the best when anybody else is taken away (all groups tried)", () => {
    const { membersMin, membersMax } = terms.purposes[purpose];
    for (let seed = 1; seed <= TRIED; seed += 1) {
      const { businesses, question } = placedPopulation(drawFrom(seed), purpose, SIZE_TRIED);
      const best = bestGroup(businesses, question, [membersMin, membersMax]);
      for (const { id } of businesses.filter((one) => best?.members.includes(one.id) === false)) {
        const others = businesses.filter((one) => one.id !== id);
        expect(bestGroup(others, question, [membersMin, membersMax]), `population ${seed}`).toEqual(best);
      }
    }
  });

  it("is found as well when anybody else is taken away", () => {
    let taken = 0;
    for (const search of motleySearches(purpose, SEARCHES, SIZE)) {
      const best = searchFor(search)?.proposals[0];
      if (best === undefined) continue;
      for (const gone of unnamed(search, best.members).slice(0, 2)) {
        const businesses = search.businesses.filter((one) => one !== gone);
        expect(searchFor({ ...search, businesses })?.proposals[0], `population ${search.seed}`).toEqual(best);
        taken += 1;
      }
    }
    expect(taken).toBeGreaterThan(SEARCHES / 3);
  });
});

const idsFound = (search: MotleySearch, top: number) =>
  searchFor({ ...search, wishes: { ...search.wishes, top } })?.proposals.map(({ members }) => members) ?? [];

describe("a list of one group more", () => {
  it("begins with the list without it, up to twenty", () => {
    for (const search of PURPOSES.flatMap((purpose) => motleySearches(purpose, SEARCHES, SIZE))) {
      const lists = Array.from({ length: LONGEST }, (_, at) => idsFound(search, at + 1));
      lists.slice(1).forEach((longer, at) => {
        const shorter = lists[at] ?? [];
        expect(longer.slice(0, shorter.length), `${search.purpose} ${search.seed}`).toEqual(shorter);
      });
    }
  });
});
