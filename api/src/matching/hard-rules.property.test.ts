import { describe, expect, it } from "vitest";
import { distanceDam, placeOf } from "#domain/place.ts";
import { PURPOSES } from "#domain/purpose.ts";
import { askedOf, motleySearches, searchFor, type MotleySearch } from "../../test/motley-searches.ts";
import { law, members, terms } from "../../test/questions.ts";
import { analyse } from "./analysis.ts";
import type { Question } from "./question.ts";
import { idAt } from "./columns/member-at.ts";
import { groupsAround } from "./groups-around.ts";
import { compareRank } from "./rank.ts";
import { planSearch } from "./search-plan.ts";
import type { SnapshotBusiness } from "./snapshot.ts";

/** Searches of each purpose among each number of businesses. */
const SEARCHES = 18;
const SIZES = [5, 9, 14, 22];

/** Businesses of a search whose own groups are looked for. */
const LOOKED_AT = 3;

/** Businesses of which every group is tried. */
const SIZE_TRIED = 8;

type Broken = (group: readonly SnapshotBusiness[], question: Question, search: MotleySearch) => boolean;

const pairsOf = (group: readonly SnapshotBusiness[]) =>
  group.flatMap((a, at) => group.slice(at + 1).map((b) => [a, b]));

const apartDam = (a: Partial<SnapshotBusiness>, b: Partial<SnapshotBusiness>) =>
  distanceDam(placeOf(a.lat as number, a.lon as number), placeOf(b.lat as number, b.lon as number));

const withinDamOf = ({ wishes, purpose }: MotleySearch) =>
  wishes.withinKm === undefined ? terms.purposes[purpose].withinDam : Math.floor(wishes.withinKm * 100);

/** The start of a municipality's code that one of several areas has. */
const isIn = (code: string, areas: readonly string[]) => areas.some((area) => code.startsWith(area));

/** What no proposal may do, each said once more in its own words, from the question and the businesses alone. */
const BROKEN: Readonly<Record<string, Broken>> = {
  "is outside the sizes asked for": ({ length }, _, { wishes, purpose }) =>
    length < (wishes.membersMin ?? terms.purposes[purpose].membersMin) ||
    length > (wishes.membersMax ?? terms.purposes[purpose].membersMax),
  "has fewer founders than its form needs": ({ length }, { form }) => length < (law.membersMin[form]?.value ?? 0),
  "has one member twice": (group) => new Set(group.map(({ id }) => id)).size < group.length,
  "has a member without a place": (group) => group.some(({ lat, lon }) => lat === undefined || lon === undefined),
  "has two members too far from each other": (group, _, search) =>
    pairsOf(group).some(([a, b]) => apartDam(a ?? {}, b ?? {}) > withinDamOf(search)),
  "leaves the circle looked at": (group, _, { wishes: { around } }) =>
    around !== undefined &&
    group.some(({ lat = 0, lon = 0 }) => distanceDam(placeOf(lat, lon), around.place) > around.withinDam),
  "lacks someone asked for": (group, { mustHave }) => mustHave.some((id) => group.every((member) => member.id !== id)),
  "has two who must not meet": (group, { neverTogether }) =>
    neverTogether.some((pair) => group.filter(({ id }) => pair.includes(id)).length === 2),
  "has someone who is not to be proposed": (group, _, { wishes: { without = [] } }) =>
    group.some(({ id }) => without.includes(id)),
  "has someone open to other purposes only": (group, { purpose }) =>
    group.some(({ purposes }) => purposes !== undefined && !purposes.includes(purpose)),
  "leaves the districts": (group, { districts }) =>
    districts.length > 0 &&
    group.some(({ municipality }) => municipality !== undefined && !isIn(municipality, districts)),
  "lies in two prefectures though its form may not": (group, { form }) =>
    law.onePrefecture[form] !== undefined &&
    new Set(group.flatMap(({ municipality }) => municipality?.slice(0, 2) ?? [])).size > 1,
  "lends workers to a barred trade": (group, { purpose }) =>
    purpose === "YEAR_ROUND_WORK" &&
    group.some(({ industry = "" }) => industry === "D" || isIn(industry, ["06", "07", "08", "481", "923"])),
  "lacks a demanded licence": (group, { demand }) =>
    demand.licences.some(({ licence, area }) =>
      group.every(({ licences }) =>
        licences?.every(
          ([kind, of]) => kind !== licence || (area !== undefined && of !== undefined && !area.startsWith(of)),
        ),
      ),
    ),
};

function faultsOf(search: MotleySearch, question: Question, group: readonly SnapshotBusiness[]): readonly string[] {
  return Object.entries(BROKEN).flatMap(([fault, isBroken]) => (isBroken(group, question, search) ? [fault] : []));
}

/** Members two groups have in common, over those either has, is at most a third. */
const differ = (a: readonly string[], b: readonly string[]) =>
  3 * a.filter((id) => b.includes(id)).length <= new Set([...a, ...b]).size;

describe.each(PURPOSES)("every proposal for %s, whatever is asked", (purpose) => {
  it.each(SIZES)("keeps each hard rule, and is the definition's own analysis (among %i businesses)", (size) => {
    let proposed = 0;
    for (const search of motleySearches(purpose, SEARCHES, size)) {
      const { proposals = [] } = searchFor(search) ?? {};
      const question = askedOf(search);
      proposals.forEach((proposal, place) => {
        const told = `population ${search.seed}, place ${place + 1}`;
        const group = proposal.members.flatMap((id) => search.businesses.filter((business) => business.id === id));
        expect(group.map(({ id }) => id)).toEqual(proposal.members);
        expect(faultsOf(search, question, group), told).toEqual([]);
        expect(proposal, told).toEqual(analyse(members(...group), question));
        expect(proposal.rules.filter(({ verdict }) => verdict === "fail")).toEqual([]);
        for (const better of proposals.slice(0, place)) {
          expect(compareRank(better, proposal), told).toBeLessThan(0);
          expect(differ(better.members, proposal.members), told).toBe(true);
        }
      });
      expect(proposals.length).toBeLessThanOrEqual(search.wishes.top ?? 0);
      proposed += proposals.length;
    }
    expect(proposed).toBeGreaterThan(0);
  });

  it("keeps each hard rule where the groups of one business are looked for, and holds it", () => {
    let told = 0;
    for (const search of motleySearches(purpose, SEARCHES, SIZES.at(-1) ?? 0)) {
      const question = askedOf(search);
      const plan = planSearch(search.businesses, question, search.wishes);
      if (!plan.accepted) continue;
      for (let own = 0; own < LOOKED_AT; own += 1) {
        const about = `population ${search.seed}, candidate ${own}`;
        const { groups, hindrance } = groupsAround(own, plan.change);
        expect(hindrance === undefined, about).toBe(groups.length > 0);
        for (const { members: ids } of groups) {
          const group = search.businesses.filter(({ id }) => ids.includes(id));
          expect(ids, about).toContain(idAt(plan.change.layout.words, own));
          expect(faultsOf(search, question, group), about).toEqual([]);
        }
        told += groups.length;
      }
    }
    expect(told).toBeGreaterThan(0);
  });

  it(`is the best that keeps them, first of all (every group of ${SIZE_TRIED} tried)`, () => {
    let found = 0;
    for (const search of motleySearches(purpose, SEARCHES, SIZE_TRIED)) {
      const result = searchFor(search);
      if (result === undefined) continue;
      const question = askedOf(search);
      const { businesses } = search;
      let best = -1;
      for (let set = 1; set < 2 ** SIZE_TRIED; set += 1) {
        const group = businesses.filter((_, at) => (set & (1 << at)) !== 0);
        if (faultsOf(search, question, group).length > 0) continue;
        best = Math.max(best, analyse(members(...group), question).lower);
      }
      expect(result.proposals[0]?.lower ?? -1, `population ${search.seed}`).toBe(best);
      if (best >= 0) found += 1;
    }
    expect(found).toBeGreaterThan(SEARCHES / 3);
  });
});
