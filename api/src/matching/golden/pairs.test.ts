import { describe, expect, it } from "vitest";
import { crowdIn, scattered, type Town } from "../../../test/golden/crowd.ts";
import { partOf, proposalsAmong, reasonsGiven } from "../../../test/golden/search.ts";
import { ask } from "../../../test/questions.ts";
import { drawFrom } from "../../../test/random-snapshot.ts";
import type { SnapshotBusiness } from "../snapshot.ts";

/** Nine confectioners and twelve breweries who make sweets of sake two by two (EX07). Pseudonyms. */
const TOWN: Town = { municipality: "07203", lat: 37.4, lon: 140.36 };
const draw = drawFrom(7);

const SAKE = ["lees", "koji", "fruit-sake", "dry-sake"];
const SWEETS = ["wagashi", "baked", "chocolate"];

const confectioner = (index: number): SnapshotBusiness => ({
  id: `sweets-${index + 1}`,
  ...scattered(TOWN, draw),
  industry: "0972",
  employees: 8,
  capitalYen: 5_000_000,
  needs: [["K13", 3]],
  capabilities: [[SWEETS[index % 3] as string, 3]],
  seeks: [[SAKE[index % 4] as string, 3]],
  leader: 2,
  ties: [],
});

const brewery = (index: number): SnapshotBusiness => ({
  id: `brewery-${String(index + 1).padStart(2, "0")}`,
  ...scattered(TOWN, draw),
  industry: "1023",
  employees: 9,
  capitalYen: 8_000_000,
  needs: [["K13", 3]],
  capabilities: [[SAKE[index % 4] as string, 3]],
  seeks: [[SWEETS[Math.floor(index / 4)] as string, 3]],
  leader: 2,
  ties: [],
});

const sweets = Array.from({ length: 9 }, (_, index) => confectioner(index));
const breweries = Array.from({ length: 12 }, (_, index) => brewery(index));
const prefecture = [...sweets, ...breweries, ...crowdIn(TOWN, 40, 707)];
const wishes = { membersMin: 2, membersMax: 2, top: 3 };

const isPair = (ids: readonly string[]) =>
  ids.some((id) => id.startsWith("sweets")) && ids.some((id) => id.startsWith("brewery"));

/** The brewery whose sake the confectioner seeks and who seeks just such sweets. */
const wantedBy = (index: number) =>
  breweries.find((_, at) => at % 4 === index % 4 && Math.floor(at / 4) === index % 3)?.id;

describe("pairs of a confectioner and a brewery", () => {
  it.each(sweets.map(({ id }, index) => [id, wantedBy(index)]))(
    "are found for %s: first the brewery %s, where both want what the other has",
    (id, wanted) => {
      const [best, ...others] = proposalsAmong(prefecture, ask("CROSS_INDUSTRY", {}, { mustHave: [id] }), wishes);
      expect(best?.members).toEqual([wanted, id].toSorted());
      expect(best === undefined ? undefined : partOf("complementarity", best)?.low).toBe(700);
      expect(reasonsGiven(best)[0]).toBe("complementarity");
      expect(others.every(({ lower }) => lower < (best?.lower ?? 0))).toBe(true);
    },
  );

  it("are what is found first of everyone, every pair of two sides", () => {
    const proposals = proposalsAmong(prefecture, ask("CROSS_INDUSTRY"), { ...wishes, top: 9 });
    expect(proposals.map(({ members }) => isPair(members))).toEqual(Array<boolean>(9).fill(true));
    expect(new Set(proposals.flatMap(({ members }) => members.filter((id) => id.startsWith("sweets")))).size).toBe(9);
  });

  it("leave three breweries for the next round, each of whom is then found with a confectioner, wanted one way", () => {
    const round = proposalsAmong(prefecture, ask("CROSS_INDUSTRY"), { ...wishes, top: 9 });
    const paired = new Set(round.flatMap(({ members }) => members));
    const left = breweries.filter(({ id }) => !paired.has(id));
    expect(left).toHaveLength(3);
    for (const { id } of left) {
      const [pair] = proposalsAmong(prefecture, ask("CROSS_INDUSTRY", {}, { mustHave: [id] }), wishes);
      expect([pair && isPair(pair.members), pair && partOf("complementarity", pair)?.low]).toEqual([true, 350]);
    }
  });
});
