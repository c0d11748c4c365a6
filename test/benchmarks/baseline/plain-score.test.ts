import { describe, expect, it } from "vitest";
import { ask } from "../../../api/test/questions.ts";
import { drawFrom, randomBusinesses } from "../../../api/test/random-snapshot.ts";
import { analyse } from "../../../api/src/matching/analysis.ts";
import { memberOf } from "../../../api/src/matching/member.ts";
import { damOfKm } from "../../../api/src/domain/place.ts";
import { bestOf, greedyGroups } from "./greedy.ts";
import { apartOf, plainBusiness, PlainScore } from "./plain-score.ts";

const question = ask("COOPERATIVE");

const drawn = (seed: number, size: number) =>
  randomBusinesses(drawFrom(seed), { size, spreadDegrees: 0.1, knownOfTen: 4 + (seed % 7) }).map(memberOf);

describe("the plain score of the baseline", () => {
  it("is the lower bound of the analysis, whatever is known", () => {
    const score = new PlainScore(question);
    for (let seed = 0; seed < 400; seed += 1) {
      const members = drawn(seed, 1 + (seed % 15));
      const group = members.map((member) => plainBusiness(member, question));
      expect(score.lower(group, apartOf)).toBe(analyse(members, question).lower);
    }
  });

  it("knows the shared issue alone", () => {
    expect(() => new PlainScore(ask("CROSS_INDUSTRY"))).toThrow("shared issue alone");
  });
});

describe("the greedy groups of the baseline", () => {
  const members = drawn(6, 60);
  const everyone = members.map((_, seed) => Int32Array.from(members.keys()).filter((other) => other !== seed));
  const limits = { question, withinDam: damOfKm(8), membersMin: 4, membersMax: 15 };
  const plain = members.map((member) => plainBusiness(member, question));
  const groups = greedyGroups(plain, everyone, limits);

  it("keep within sizes and distance, and are worth what the analysis says", () => {
    expect(groups.length).toBeGreaterThan(20);
    for (const { lower, members: ids } of groups) {
      const group = ids.flatMap((id) => members.find((member) => member.id === id) ?? []);
      expect(group.length).toBeGreaterThanOrEqual(4);
      expect(group.length).toBeLessThanOrEqual(15);
      expect(lower).toBe(analyse(group, question).lower);
      const chosen = plain.filter(({ member }) => ids.includes(member.id));
      for (const a of chosen) for (const b of chosen) expect(apartOf(a, b)).toBeLessThanOrEqual(damOfKm(8));
    }
  });

  it("are proposed best first, each once, none too like a better one", () => {
    const best = bestOf(groups, 5);
    expect(best[0]?.lower).toBe(Math.max(...groups.map(({ lower }) => lower)));
    expect(best.map(({ lower }) => lower)).toEqual(best.map(({ lower }) => lower).toSorted((a, b) => b - a));
    expect(new Set(best.map(({ members: ids }) => ids.join())).size).toBe(best.length);
  });
});
