import { describe, expect, it } from "vitest";
import { ask } from "../../../test/questions.ts";
import { drawFrom, randomBusinesses } from "../../../test/random-snapshot.ts";
import { analyse, groupOf } from "../analysis.ts";
import { memberOf, type Member } from "../member.ts";
import { compareRank, diverseTop } from "../rank.ts";
import { FoundGroups } from "./found-groups.ts";

const question = ask("SHARED_ORDERS");
const members = groupOf(randomBusinesses(drawFrom(2), { size: 12, spreadDegrees: 0.1, knownOfTen: 8 }).map(memberOf));
const memberAt = (candidate: number) => members[candidate] as Member;

/** More than a test comes upon. */
const MANY = 1_000;

const membersOf = (group: readonly number[]) => group.map((candidate) => members[candidate] as Member);
const lowerOf = (group: readonly number[]) => analyse(membersOf(group), question).lower;

const triples = members.flatMap((_, a) =>
  members.flatMap((__, b) => members.flatMap((___, c) => (a < b && b < c ? [[c, a, b]] : []))),
);

function keeping(groups: readonly (readonly number[])[], keptMax = MANY): FoundGroups {
  const found = new FoundGroups(memberAt, question, keptMax);
  for (const group of groups) found.keep(Int32Array.from(group), lowerOf(group));
  return found;
}

describe("the groups a search came upon", () => {
  it("give the proposals that taking diverse ones from the whole list in rank order gives", () => {
    const all = triples.map((group) => analyse(membersOf(group), question)).sort(compareRank);
    const found = keeping([...triples, ...triples]);
    const chosen = found.diverseTop(6).map(({ analysis }) => analysis);
    expect(chosen).toEqual(diverseTop(all, 6));
  });

  it("are all kept below twice the number kept, and then the best half", () => {
    const apart = [
      [0, 1, 2],
      [3, 4, 5],
      [6, 7, 8],
      [9, 10, 11],
    ];
    const lowers = (groups: readonly (readonly number[])[]) => groups.map(lowerOf).sort((a, b) => b - a);
    const kept = (groups: readonly (readonly number[])[]) =>
      keeping(groups, 2)
        .diverseTop(20)
        .map(({ lower }) => lower);
    expect(kept(apart.slice(0, 3))).toEqual(lowers(apart.slice(0, 3)));
    expect(kept(apart)).toEqual(lowers(apart).slice(0, 2));
  });

  it("are each one and the same, whoever comes to it again and in whatever order", () => {
    const found = keeping([]);
    const first = found.keep(Int32Array.of(2, 0, 1), 5);
    expect(found.keep(Int32Array.of(0, 1, 2), 5)).toBe(first);
    expect(found.provisionalTop(3)).toEqual([first]);
    const better = found.keep(Int32Array.of(3, 4, 5), 6);
    expect(found.provisionalTop(3)).toEqual([better, first]);
    found.forgetBelow(6);
    expect(found.best(3)).toEqual([better]);
  });

  it("are refused where the score kept while searching is not the analysis's", () => {
    const found = new FoundGroups(memberAt, question, MANY);
    found.keep(Int32Array.of(0, 1), lowerOf([0, 1]) + 1);
    expect(() => found.diverseTop(1)).toThrow("Maybe a running component is wrong?");
  });
});
