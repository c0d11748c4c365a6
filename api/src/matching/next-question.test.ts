import { describe, expect, it } from "vitest";
import { PURPOSES } from "#domain/purpose.ts";
import { ask, law, members, terms } from "../../test/questions.ts";
import { drawFrom, randomBusinesses } from "../../test/random-snapshot.ts";
import { analyse } from "./analysis.ts";
import { ASKED_FACTS, nextQuestion, type AskedFact } from "./next-question.ts";
import type { SnapshotBusiness } from "./snapshot.ts";

const given = { terms, law };
const order = {
  capabilities: [["polishing", 1]],
  licences: [["kobutsu"]],
  areas: [{ municipality: "02201", lat: 40.8, lon: 140.7 }],
  unitsPerMonth: Array<number>(12).fill(5),
} as const;

/** Two answers an owner could give. */
const ANSWERS: Readonly<Record<AskedFact, readonly unknown[]>> = {
  needs: [[], [["K02", 3]]],
  employees: [0, 30],
  leader: [0, 3],
  ties: [[], ["b1"]],
  seeks: [[], [["painting", 2]]],
  capabilities: [[], [["polishing", 2]]],
  licences: [[], [["kobutsu"]]],
  monthlyCapacity: [Array<number>(12).fill(0), Array<number>(12).fill(9)],
  monthlyLoad: [Array<number>(12).fill(0), Array<number>(12).fill(20)],
  purchases: [[], [["flour", 50_000]]],
};

describe("the next question to ask an owner", () => {
  it("is, of a business nobody knows anything of, what troubles it", () => {
    expect(nextQuestion(ASKED_FACTS, given)).toBe("needs");
  });

  it("is the next most telling one once that is known", () => {
    const rest = ASKED_FACTS.filter((fact) => fact !== "needs");
    expect(nextQuestion(rest, given)).toBe("leader");
    expect(nextQuestion(["monthlyCapacity", "monthlyLoad"], given)).toBe("monthlyLoad");
  });

  it("is none where everything that can be asked is known", () => {
    expect(nextQuestion([], given)).toBeUndefined();
  });

  it("never lowers what is known of a group, and raises it for some purpose, whatever the answer", () => {
    const businesses = randomBusinesses(drawFrom(20261121), { size: 60, spreadDegrees: 0.05, knownOfTen: 5 });
    for (const [index, subject] of businesses.entries()) {
      const unknown = ASKED_FACTS.filter((fact) => subject[fact] === undefined);
      const fact = nextQuestion(unknown, given);
      if (fact === undefined) continue;
      const others = [1, 2, 3].map((step) => businesses[(index + step) % businesses.length] as SnapshotBusiness);
      for (const answer of ANSWERS[fact]) {
        const gains = PURPOSES.map((purpose) => gainOf({ purpose, subject, others }, { ...subject, [fact]: answer }));
        expect(Math.min(...gains)).toBeGreaterThanOrEqual(0);
        expect([fact, Math.max(...gains)]).toEqual([fact, expect.toSatisfy((gain: number) => gain > 0)]);
      }
    }
  });
});

interface Beside {
  readonly purpose: (typeof PURPOSES)[number];
  readonly subject: SnapshotBusiness;
  readonly others: readonly SnapshotBusiness[];
}

/** Permille of coverage the answer adds to a group. */
function gainOf({ purpose, subject, others }: Beside, answered: SnapshotBusiness): number {
  const question = ask(purpose, order);
  const coverage = (one: SnapshotBusiness) => analyse(members(one, ...others), question).coverage;
  return coverage(answered) - coverage(subject);
}
