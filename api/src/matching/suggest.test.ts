import { describe, expect, it } from "vitest";
import { ask, members } from "../../test/questions.ts";
import { drawFrom, randomBusinesses } from "../../test/random-snapshot.ts";
import { analyse } from "./analysis.ts";
import { improveGroup, withoutEach, type SuggestionSource } from "./suggest.ts";

const question = ask("COOPERATIVE");
const shop = (id: string, more: object = {}) => ({ id, lat: 34.34, lon: 134.04, employees: 5, ...more });
const group = members(shop("a", { needs: [["K02", 3]] }), shop("b", { needs: [["K02", 2]] }));
const source = (eligible: SuggestionSource["eligible"], more: Partial<SuggestionSource> = {}): SuggestionSource => ({
  ...{ question, eligible, withinDam: 800, top: 10 },
  ...more,
});

const suggestMembers = (...args: Parameters<typeof improveGroup>) => improveGroup(...args).suggestions;

describe("who could take whose place in a group", () => {
  it("is told with the member that leaves, only where points rise, exactly as the analysis says", () => {
    const three = members(
      shop("a", { needs: [["K02", 3]] }),
      shop("b", { needs: [["K02", 2]] }),
      shop("c", { leader: 0 }),
    );
    const pool = members(shop("d", { needs: [["K02", 3]], leader: 3 }), shop("e", { leader: 0 }));
    const before = analyse(three, question);
    const { swaps } = improveGroup(three, source([...three, ...pool]));
    expect(swaps[0]).toMatchObject({ id: "d", leaves: "c" });
    for (const { id, leaves, gain } of swaps) {
      const left = three.filter((one) => one.id !== leaves);
      const after = analyse([...left, ...pool.filter((one) => one.id === id)], question);
      expect(gain).toBe(after.lower - before.lower);
      expect(gain).toBeGreaterThan(0);
    }
  });

  it("is nobody who breaks a rule the group keeps, and nobody for a lone one", () => {
    const needed = ask("COOPERATIVE", {}, { neverTogether: [["a", "d"]], mustHave: ["a"] });
    const pool = members(shop("d", { needs: [["K02", 3]], leader: 3 }));
    const three = members(shop("a"), shop("b"), shop("c"));
    expect(improveGroup(three, source(pool, { question: needed })).swaps).toEqual([]);
    expect(improveGroup(members(shop("a")), source(pool)).swaps).toEqual([]);
  });

  it("holds each newcomer once, as many as are asked for, whatever the order of those who may be proposed", () => {
    const pool = members(...randomBusinesses(drawFrom(11), { size: 60, spreadDegrees: 0.05, knownOfTen: 7 }));
    const { swaps } = improveGroup(pool.slice(0, 5), source(pool, { top: 4 }));
    expect(swaps).toHaveLength(4);
    expect(new Set(swaps.map(({ id }) => id)).size).toBe(4);
    const turned = improveGroup(pool.slice(0, 5), source(pool.toReversed(), { top: 4 })).swaps;
    expect(turned.map(({ id, leaves }) => [id, leaves])).toEqual(swaps.map(({ id, leaves }) => [id, leaves]));
  });
});

describe("who could join a group", () => {
  it("is told best first, with what changes by it, exactly as the analysis says", () => {
    const pool = members(shop("c"), shop("d", { leader: 3 }), shop("e", { needs: [["K02", 3]] }));
    const before = analyse(group, question);
    const found = suggestMembers(group, source([...group, ...pool]));
    expect(found.map(({ id }) => id).toSorted()).toEqual(["c", "d", "e"]);
    expect(found[0]).toMatchObject({ id: "d", brings: { id: "leader", match: { members: ["d"] } } });
    for (const { id, gain, potential } of found) {
      const after = analyse([...group, ...pool.filter((one) => one.id === id)], question);
      expect([gain, potential]).toEqual([after.lower - before.lower, after.upper - before.upper]);
    }
    expect(found.find(({ id }) => id === "c")).toMatchObject({ costs: "shared-need" });
    expect(found.find(({ id }) => id === "e")?.costs).toBeUndefined();
    expect(found.map(({ gain }) => gain)).toEqual(found.map(({ gain }) => gain).toSorted((a, b) => b - a));
  });

  it("is nobody out of reach of any member, nobody without a place, and no more than asked for", () => {
    const far = members(shop("c", { lat: 34.6 }), { id: "d" }, shop("e"), shop("f"));
    expect(suggestMembers(group, source(far)).map(({ id }) => id)).toEqual(["e", "f"]);
    expect(suggestMembers(group, source(far, { top: 1 }))).toHaveLength(1);
    expect(suggestMembers(group, source(far, { withinDam: 5_000 })).map(({ id }) => id)).toContain("c");
  });

  it("is nobody who breaks a rule the group keeps", () => {
    const apart = ask("COOPERATIVE", {}, { neverTogether: [["a", "c"]] });
    const found = suggestMembers(group, source(members(shop("c"), shop("d")), { question: apart }));
    expect(found.map(({ id }) => id)).toEqual(["d"]);
  });

  it("brings nothing that is known where nothing is known of it", () => {
    const [stranger] = suggestMembers(group, source(members({ id: "x", lat: 34.34, lon: 134.04 })));
    expect(stranger?.potential).toBeGreaterThan(stranger?.gain ?? 0);
  });

  it("is nobody for a group as large as any may be", () => {
    const large = members(...Array.from({ length: 50 }, (_, index) => shop(`m${index}`)));
    expect(suggestMembers(large, source(members(shop("z"))))).toEqual([]);
  });

  it("may still take a place in a group as large as any may be", () => {
    const large = members(...Array.from({ length: 50 }, (_, index) => shop(`m${index}`, { leader: 0 })));
    const { swaps } = improveGroup(large, source(members(shop("z", { leader: 3 }))));
    expect(swaps).toMatchObject([{ id: "z" }]);
  });

  it("is the same whatever the order of those who may be proposed", () => {
    const pool = members(...randomBusinesses(drawFrom(7), { size: 60, spreadDegrees: 0.05, knownOfTen: 7 }));
    const found = suggestMembers(pool.slice(0, 4), source(pool));
    const turned = suggestMembers(pool.slice(0, 4), source(pool.toReversed()));
    expect(turned.map(({ id }) => id)).toEqual(found.map(({ id }) => id));
  });
});

describe("what a member does for its group", () => {
  it("is what the group would be without it", () => {
    const three = members(shop("a"), shop("b"), shop("c", { leader: 3 }));
    const effects = withoutEach(three, question);
    expect(effects.map(({ id }) => id)).toEqual(["a", "b", "c"]);
    expect(effects[2]?.analysis).toEqual(analyse(three.slice(0, 2), question));
  });

  it("is not asked of a lone one", () => {
    expect(withoutEach(members(shop("a")), question)).toEqual([]);
  });
});
