import type { Member } from "../../../api/src/matching/member.ts";
import type { Question } from "../../../api/src/matching/question.ts";
import { sizeClassOf } from "../../../api/src/matching/components/size-likeness.ts";

/** Issues so frequent have a dimension of their own; the others share a few, told apart well enough by their letters. */
const OWN_DIMENSIONS = 24;
const SHARED_DIMENSIONS = 8;

/** What a match is worth beside the others, tried out until the groups found were best. */
const WORTH = { need: 2, nearnessPerKm2: 0.15, sizePerClass2: 3, leader: 3 } as const;

/** Kilometres in a degree of latitude, and of longitude where the invented region lies. */
const KM_PER_DEGREE = { lat: 111, lon: 91.7 };

/** The middle of the scale: what an unknown size is taken for. */
const MIDDLE_SIZE = 3;

/** Two vectors of one business: what it looks for in others, and what others find in it. */
export interface Likeness {
  readonly looksFor: readonly number[];
  readonly isFound: readonly number[];
}

function dimensionsOf(members: readonly Member[]): ReadonlyMap<string, number> {
  const holders = new Map<string, number>();
  for (const { needs } of members) for (const tag of needs?.keys() ?? []) holders.set(tag, (holders.get(tag) ?? 0) + 1);
  const byHolders = [...holders].sort(([, one], [, other]) => other - one);
  const hash = (tag: string) => [...tag].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7);
  return new Map(
    byHolders.map(([tag], rank) => [
      tag,
      rank < OWN_DIMENSIONS ? rank : OWN_DIMENSIONS + (hash(tag) % SHARED_DIMENSIONS),
    ]),
  );
}

/** East and north of one corner of the map in kilometres. */
export function kilometresOf({ place }: Member): readonly [number, number] {
  if (place === undefined) throw new Error("Every business of the benchmark has a place.");
  return [((place.lonMicro - 133e6) / 1e6) * KM_PER_DEGREE.lon, ((place.latMicro - 34e6) / 1e6) * KM_PER_DEGREE.lat];
}

/**
 * How well two businesses go together as the distance of two points, so that one operator of PostgreSQL tells it: shared
 * issues by level, nearness, likeness of size, and who could lead. The greater the scalar product of what one looks for
 * and what the other is found with, the nearer the two points: a last dimension makes all points equally far from zero.
 */
export function likenessesOf(members: readonly Member[], { terms }: Question): readonly Likeness[] {
  const dimensions = dimensionsOf(members);
  const rows = members.map((member) => {
    const needs = new Array<number>(OWN_DIMENSIONS + SHARED_DIMENSIONS).fill(0);
    for (const [tag, level] of member.needs ?? []) {
      const at = dimensions.get(tag) ?? 0;
      needs[at] = (needs[at] ?? 0) + level * Math.sqrt((WORTH.need * (terms.jointAnswers[tag] ?? 1000)) / 1000);
    }
    const size = member.employees === undefined ? MIDDLE_SIZE : sizeClassOf(member.employees, terms);
    const spot = [
      ...kilometresOf(member).map((km) => km * Math.sqrt(WORTH.nearnessPerKm2)),
      size * Math.sqrt(WORTH.sizePerClass2),
    ];
    // −(a − b)² = 2ab − b² − a²: the first is a product, the second the found one's alone, the third the same for all.
    const alone = WORTH.leader * (member.leader ?? 0) - spot.reduce((sum, each) => sum + each * each, 0);
    return { looksFor: [...needs, ...spot.map((each) => 2 * each), 1, 0], isFound: [...needs, ...spot, alone] };
  });
  const lengthOf = (row: readonly number[]) => row.reduce((sum, each) => sum + each * each, 0);
  const longest = rows.reduce((most, { isFound }) => Math.max(most, lengthOf(isFound)), 0);
  return rows.map(({ looksFor, isFound }) => ({
    looksFor,
    isFound: [...isFound, Math.sqrt(longest - lengthOf(isFound))],
  }));
}
