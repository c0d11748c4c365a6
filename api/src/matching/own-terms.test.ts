import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PURPOSES } from "#domain/purpose.ts";
import { terms } from "../../test/questions.ts";
import { decideRestoreTerms, decideSaveTerms, TERMS_REASON_MAX, type TermsState } from "./change-terms.ts";
import { changesBetween, isNothing, numberInWord, ownPartOf, termsWith, termsWord, withOwn } from "./own-terms.ts";
import { readTerms, weightSum } from "./read-terms.ts";
import type { Terms } from "./terms.ts";

const untouched: TermsState = { shipped: terms, kept: undefined, seen: 0 };
const leaderToNearness = [
  { component: "leader", weight: 12 },
  { component: "nearness", weight: 20 },
];
const wanted = { purpose: "COOPERATIVE", weights: leaderToNearness };

function accepted(decision: ReturnType<typeof decideSaveTerms>) {
  if (!decision.accepted) throw new Error(JSON.stringify(decision.problems));
  return decision.change;
}
const codesOf = (decision: ReturnType<typeof decideSaveTerms>) =>
  decision.accepted
    ? []
    : decision.problems.map((problem) => [problem.code, "field" in problem ? problem.field : null]);

/** The state after a change was kept by somebody. */
function after(change: ReturnType<typeof accepted>, seen = change.number): TermsState {
  const { number, own } = change;
  return {
    shipped: terms,
    seen,
    kept: { federation: "37", number, own, shipped: "2026-11", by: "局長", at: "2026-11-21" },
  };
}

/** Terms in which weights of each purpose were moved from one component to another, whatever the bands. */
const movedTerms: fc.Arbitrary<Terms> = fc
  .record({
    moves: fc.array(fc.tuple(fc.constantFrom(...PURPOSES), fc.nat(), fc.nat(), fc.nat({ max: 40 })), { maxLength: 6 }),
    bands: fc.tuple(fc.nat({ max: 100_000 }), fc.nat({ max: 100_000 })),
  })
  .map(({ moves, bands: [one, other] }) => {
    const purposes = { ...terms.purposes };
    for (const [purpose, from, to, points] of moves) {
      const weights: Record<string, number> = { ...purposes[purpose].weights };
      const ids = Object.keys(weights);
      const [giver = "", taker = ""] = [ids[from % ids.length], ids[to % ids.length]];
      const given = Math.min(points, weights[giver] ?? 0);
      weights[giver] = (weights[giver] ?? 0) - given;
      weights[taker] = (weights[taker] ?? 0) + given;
      purposes[purpose] = { ...purposes[purpose], weights };
    }
    return { ...terms, purposes, bands: { strong: Math.max(one, other), possible: Math.min(one, other) } };
  });

describe("own terms", () => {
  it("are the shipped ones where nothing is otherwise", () => {
    expect(ownPartOf(terms, terms)).toEqual({ weights: {} });
    expect(termsWith(terms, undefined)).toBe(terms);
  });

  it("give back the very terms they were taken from, also read as a file", () => {
    fc.assert(
      fc.property(movedTerms, (moved) => {
        const own = ownPartOf(moved, terms);
        expect(withOwn(terms, own)).toEqual(moved);
        const read = readTerms(JSON.stringify(own), terms);
        expect(read.accepted && isNothing(changesBetween(moved, read.change))).toBe(true);
      }),
    );
  });

  it("change by exactly what is told, and back by the same told the other way", () => {
    fc.assert(
      fc.property(movedTerms, movedTerms, (one, other) => {
        const there = changesBetween(one, other);
        const back = changesBetween(other, one);
        expect(back.weights.map(({ from, to, ...rest }) => ({ ...rest, from: to, to: from }))).toEqual(there.weights);
        expect(isNothing(there)).toBe(
          JSON.stringify(ownPartOf(one, terms)) === JSON.stringify(ownPartOf(other, terms)),
        );
      }),
    );
  });

  it("sum to 100 also when a component is shipped later that they do not name", () => {
    const { change } = { change: accepted(decideSaveTerms(wanted, untouched, "近さを重く見る")) };
    const later = { ...terms.purposes.COOPERATIVE.weights, "low-rivalry": 10, leader: 10 };
    const shippedLater = {
      ...terms,
      purposes: { ...terms.purposes, COOPERATIVE: { ...terms.purposes.COOPERATIVE, weights: later } },
    };
    const { weights } = withOwn(shippedLater, change.own).purposes.COOPERATIVE;
    expect([weightSum(weights), weights["low-rivalry"]]).toEqual([100, undefined]);
  });

  it("go by a word that tells shipped version, federation and number, and only its own federation reads it", () => {
    const word = termsWord("2026-11", { federation: "37", number: 3 });
    expect(word).toBe("2026-11+37.3");
    expect(numberInWord(word, "37")).toBe(3);
    expect(numberInWord(word, "36")).toBeUndefined();
    expect(numberInWord("2026-11", "37")).toBeUndefined();
  });
});

describe("changing a federation's terms", () => {
  it("keeps what is otherwise, with all weights of the purpose, and what changed", () => {
    const change = accepted(decideSaveTerms(wanted, untouched, " 近さを重く見る "));
    expect(change).toMatchObject({ number: 1, reason: "近さを重く見る" });
    expect(change.own).toEqual({
      weights: { COOPERATIVE: { ...terms.purposes.COOPERATIVE.weights, leader: 12, nearness: 20 } },
    });
    expect(change.changes.weights).toEqual([
      { purpose: "COOPERATIVE", component: "nearness", from: 12, to: 20 },
      { purpose: "COOPERATIVE", component: "leader", from: 20, to: 12 },
    ]);
  });

  it("leaves the other purposes' own weights as they are", () => {
    const state = after(accepted(decideSaveTerms(wanted, untouched, "一")));
    const ties = {
      purpose: "JOINT_PURCHASING",
      weights: [
        { component: "ties", weight: 0 },
        { component: "leader", weight: 18 },
      ],
    };
    const { own, number } = accepted(decideSaveTerms(ties, state, "二"));
    expect([number, Object.keys(own.weights).sort()]).toEqual([2, ["COOPERATIVE", "JOINT_PURCHASING"]]);
  });

  it("is refused with everything that is wrong, each at its field", () => {
    const weights = [
      { component: "leader", weight: -1 },
      { component: "luck", weight: 5 },
    ];
    const bands = { strong: 10_000, possible: 20_000 };
    expect(codesOf(decideSaveTerms({ purpose: "COOPERATIVE", weights, bands }, untouched, "　"))).toEqual([
      ["TERMS_BAD_VALUE", "w.leader"],
      ["TERMS_UNKNOWN_COMPONENT", "weights"],
      ["TERMS_BANDS_CROSSED", "bands.strong"],
      ["TERMS_REASON_MISSING", "reason"],
    ]);
  });

  it("is refused where the sum is 99 or 101, and told which", () => {
    for (const [weight, sum] of [
      [19, 99],
      [21, 101],
    ] as const) {
      const decision = decideSaveTerms(
        { purpose: "COOPERATIVE", weights: [{ component: "leader", weight }] },
        untouched,
        "試し",
      );
      expect(decision).toEqual({
        accepted: false,
        problems: [{ code: "TERMS_SUM_NOT_100", purpose: "COOPERATIVE", sum, field: "weights" }],
      });
    }
  });

  it("is refused for a component that the purpose does not weigh, also where the sum is right", () => {
    const weights = [
      { component: "year-round", weight: 20 },
      { component: "leader", weight: 0 },
    ];
    expect(codesOf(decideSaveTerms({ purpose: "COOPERATIVE", weights }, untouched, "試し"))).toEqual([
      ["TERMS_COMPONENT_NOT_WEIGHED", "weights"],
    ]);
  });

  it("is refused where nothing changes, unless other terms were shipped since", () => {
    const state = after(accepted(decideSaveTerms(wanted, untouched, "一")));
    expect(codesOf(decideSaveTerms(wanted, state, "二"))).toEqual([["TERMS_NOTHING_CHANGED", "weights"]]);
    const shippedSince = { ...state, shipped: { ...terms, version: "2027-04" } };
    expect(accepted(decideSaveTerms(wanted, shippedSince, "このままでよい")).changes).toEqual({
      weights: [],
      bands: [],
    });
  });

  it("is refused where somebody changed them meanwhile, telling who", () => {
    const state = after(accepted(decideSaveTerms(wanted, untouched, "一")), 0);
    const decision = decideSaveTerms(
      { purpose: "COOPERATIVE", weights: [{ component: "leader", weight: 12 }] },
      state,
      "二",
    );
    expect(decision).toMatchObject({
      problems: [{ code: "TERMS_CHANGED_MEANWHILE", by: "局長", number: 1 }, { code: "TERMS_NOTHING_CHANGED" }],
    });
  });

  it(`takes a reason of ${TERMS_REASON_MAX} characters and not one more`, () => {
    expect(codesOf(decideSaveTerms(wanted, untouched, "𠮷".repeat(TERMS_REASON_MAX)))).toEqual([]);
    expect(codesOf(decideSaveTerms(wanted, untouched, "𠮷".repeat(TERMS_REASON_MAX + 1)))).toEqual([
      ["TERMS_REASON_TOO_LONG", "reason"],
    ]);
  });

  it("goes back to the shipped terms as a change of its own", () => {
    const state = after(accepted(decideSaveTerms(wanted, untouched, "一")));
    const back = accepted(decideRestoreTerms({ weights: {} }, state, "元の方がよい"));
    expect(back).toMatchObject({ number: 2, own: { weights: {} } });
    expect(back.changes.weights.map(({ from, to }) => [from, to])).toEqual([
      [20, 12],
      [12, 20],
    ]);
    expect(codesOf(decideRestoreTerms({ weights: {} }, untouched, "元へ"))).toEqual([
      ["TERMS_NOTHING_CHANGED", "weights"],
    ]);
  });
});
