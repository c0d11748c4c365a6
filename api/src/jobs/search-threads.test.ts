import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PURPOSES } from "#domain/purpose.ts";
import { discover } from "#matching/discover.ts";
import { planSearch } from "#matching/search-plan.ts";
import { motleySearches, regionSearch, searchFor } from "../../test/motley-searches.ts";
import { ask } from "../../test/questions.ts";
import { drawFrom, randomBusinesses } from "../../test/random-snapshot.ts";
import { SearchThreads } from "./search-threads.ts";

const order = { capabilities: [["polishing", 2]], licences: [["kobutsu"]] } as const;

describe("a search in several threads", () => {
  let threads: SearchThreads;
  beforeAll(async () => {
    threads = await SearchThreads.open(3);
  });
  afterAll(() => threads.close());

  const planOf = (seed: number, question: ReturnType<typeof ask>, size = 500) => {
    const businesses = randomBusinesses(drawFrom(seed), { size, spreadDegrees: 0.5, knownOfTen: 7 });
    const plan = planSearch(businesses, question, { top: 6, mode: "fast", membersMax: 6 });
    if (!plan.accepted) throw new Error("not planned");
    return plan.change;
  };

  it.each([
    ask("COOPERATIVE"),
    ask("SHARED_ORDERS", order),
    ask("JOINT_PURCHASING"),
    ask("CROSS_INDUSTRY"),
    ask("YEAR_ROUND_WORK"),
  ])("comes to what one thread comes to ($purpose)", (question) => {
    const plan = planOf(3, question);
    const alone = discover(plan);
    expect(discover(plan, { crewOf: threads.crewOf })).toEqual(alone);
    expect(alone.proposals).toHaveLength(6);
  });

  it.each(PURPOSES)("comes to it whatever is asked, and of whomever (%s)", (purpose) => {
    for (const search of [...motleySearches(purpose, 8, 14), regionSearch(purpose)])
      expect(searchFor(search, { crewOf: threads.crewOf }), `population ${search.seed}`).toEqual(searchFor(search));
  });

  it("leaves the same seeds, whose pools promise little", () => {
    const plan = planOf(5, ask("YEAR_ROUND_WORK"), 2_500);
    const [alone, together] = [discover(plan), discover(plan, { crewOf: threads.crewOf })];
    expect(together).toEqual(alone);
    expect(alone.proposals).toHaveLength(6);
  });

  it("ends at the same seed when its budget is spent", () => {
    const plan = planOf(4, ask("COOPERATIVE"));
    const control = { groupsMax: 20_000 };
    expect(discover(plan, { ...control, crewOf: threads.crewOf })).toEqual(discover(plan, control));
  });

  it.each(PURPOSES)("comes to it in a thorough search too, wherever its budget ends (%s)", (purpose) => {
    const businesses = randomBusinesses(drawFrom(7), { size: 30, spreadDegrees: 0.05, knownOfTen: 7 });
    const plan = planSearch(businesses, ask(purpose, purpose === "SHARED_ORDERS" ? order : {}), {
      membersMax: 5,
      top: 2,
    });
    if (!plan.accepted) throw new Error("not planned");
    expect(plan.change.mode).toBe("quality");
    const whole = discover(plan.change);
    for (const percent of [60, 93, 97, 1000]) {
      const control = { groupsMax: Math.ceil((whole.examined * percent) / 100) };
      const [alone, several] = [
        discover(plan.change, control),
        discover(plan.change, { ...control, crewOf: threads.crewOf }),
      ];
      expect(several, `${percent} %`).toEqual(alone);
    }
  });

  it("stops when told, and says so", () => {
    const result = discover(planOf(5, ask("COOPERATIVE")), { crewOf: threads.crewOf, shouldStop: () => true });
    expect(result).toMatchObject({ cutShort: true, proposals: [], examined: 0 });
  });

  it("goes on after a search that failed", () => {
    const plan = planOf(6, ask("COOPERATIVE"));
    const weighed = [{ id: "no such component" as never, weight: 100 }];
    const broken = { ...plan, question: { ...plan.question, weighed } };
    expect(() => discover(broken, { crewOf: threads.crewOf })).toThrow();
    expect(discover(plan, { crewOf: threads.crewOf })).toEqual(discover(plan));
  });
});
