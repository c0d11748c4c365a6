import { describe, expect, it } from "vitest";
import { crowdIn, type Town } from "../../../test/golden/crowd.ts";
import { analysisOf, partOf, proposalsAmong, reasonsGiven, ruleOf } from "../../../test/golden/search.ts";
import { ask } from "../../../test/questions.ts";
import type { SnapshotBusiness } from "../snapshot.ts";

const CITY: Town = { municipality: "05212", lat: 39.453, lon: 140.475 };
const question = ask("COOPERATIVE");

describe("four makers of fireworks in one city", () => {
  const maker = (id: string): SnapshotBusiness => ({
    id,
    ...CITY,
    industry: "3291",
    employees: 12,
    capitalYen: 10_000_000,
    needs: [["K01", 2]],
    licences: [["fireworks-make", "05"]],
    leader: id === "a" ? 3 : 1,
    ties: ["a", "b", "c", "d"].filter((other) => other !== id),
  });
  const makers = ["a", "b", "c", "d"].map(maker);

  it("are exactly as many as a cooperative needs", () => {
    const analysis = analysisOf(makers, question);
    expect(ruleOf("H1", analysis)).toEqual({
      id: "H1",
      verdict: "pass",
      evidence: { form: "1", members: 4, needed: 4, law: { act: "324AC0000000181", article: "24(1)" } },
    });
    expect(partOf("ties", analysis)?.low).toBe(1000);
    expect(partOf("group-size", analysis)?.low).toBe(600);
  });

  it("are too few once one leaves, and are then not proposed", () => {
    expect(ruleOf("H1", analysisOf(makers.slice(1), question))?.verdict).toBe("fail");
    expect(proposalsAmong(makers.slice(1), question)).toEqual([]);
  });

  it("are the first group found among everyone in town, for their ties and their leader", () => {
    const [first] = proposalsAmong([...makers, ...crowdIn(CITY, 50, 808)], question);
    expect(first?.members).toEqual(["a", "b", "c", "d"]);
    expect(new Set(reasonsGiven(first))).toEqual(new Set(["leader", "nearness", "ties"]));
  });

  it("are told that one exit stops the union: four bring fewer points than five would", () => {
    const five = analysisOf([...makers, maker("e")], question);
    expect(partOf("group-size", five)?.low).toBe(1000);
  });
});
