import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlainDate } from "../calendar.ts";
import type { Fact, Facts, FactSource } from "./facts.ts";
import { changesBetween, revertChanges, type BusinessState } from "./history.ts";
import { decideMerge, decideUndoMerge, inMergeOrder, mergeLines, type MergeSide } from "./merge.ts";

const day = (text: string) => text as PlainDate;
const fact = <T>(value: T, source: FactSource = "list", on = "2026-01-01"): Fact<T> => ({ value, source, on: day(on) });
const business = (id: string, facts: Facts = {}, more: Partial<BusinessState> = {}) => ({
  id,
  version: 1,
  name: "讃岐堂",
  facts,
  ...more,
});

function merged(kept: Facts, absorbed: Facts, choices: readonly { key: string; side: MergeSide }[] = []): Facts {
  const decision = decideMerge(business("a", kept), business("b", absorbed), choices);
  if (!decision.accepted) throw new Error(JSON.stringify(decision.problems));
  return decision.change.state.facts;
}

describe("of two values that differ", () => {
  it.each<[FactSource, FactSource]>([
    ["owner", "adviser"],
    ["adviser", "register"],
    ["register", "list"],
    ["list", "estimate"],
  ])("what %s says goes before what %s says, whichever is kept", (surer, other) => {
    const [sure, less] = [fact(1, surer, "2020-01-01"), fact(2, other, "2026-01-01")];
    expect(merged({ employees: sure }, { employees: less }).employees).toEqual(sure);
    expect(merged({ employees: less }, { employees: sure }).employees).toEqual(sure);
  });

  it("the later goes before the earlier of one source, and the kept one's of one day", () => {
    const [early, late, same] = [
      fact(1, "list", "2026-01-01"),
      fact(2, "list", "2026-01-02"),
      fact(3, "list", "2026-01-02"),
    ];
    expect(merged({ employees: early }, { employees: late }).employees).toEqual(late);
    expect(merged({ employees: late }, { employees: same }).employees).toEqual(late);
  });

  it("the chosen one stays, but nothing that only one of them tells is lost", () => {
    const [owner, estimate] = [fact(1, "owner"), fact(2, "estimate")];
    expect(
      merged({ employees: owner }, { employees: estimate }, [{ key: "employees", side: "ABSORBED" }]).employees,
    ).toEqual(estimate);
    expect(merged({}, { employees: estimate }, [{ key: "employees", side: "KEPT" }]).employees).toEqual(estimate);
  });

  it("lists are united and notes put below each other, unless one is chosen", () => {
    const [one, other] = [
      { needs: fact([["K01", 1]] as const), note: fact("一") },
      {
        needs: fact([
          ["K01", 3],
          ["K02", 1],
        ] as const),
        note: fact("二"),
      },
    ];
    expect(merged(one, other)).toMatchObject({
      needs: {
        value: [
          ["K01", 3],
          ["K02", 1],
        ],
      },
      note: { value: "一\n二" },
    });
    expect(merged(one, other, [{ key: "needs", side: "KEPT" }]).needs?.value).toEqual([["K01", 1]]);
  });
});

describe("what identifies the merged business", () => {
  it("is the kept one's, completed by the absorbed one's", () => {
    const kept = business("a", {}, { name: "㈱讃岐堂", externalId: "A1" });
    const absorbed = business(
      "b",
      {},
      { name: "讃岐堂", externalId: "B1", nameKana: "サヌキドウ", corporateNumber: "7000012050002" },
    );
    const decision = decideMerge(kept, absorbed, [{ key: "name", side: "ABSORBED" }]);
    expect(decision).toMatchObject({
      change: { state: { name: "讃岐堂", externalId: "A1", nameKana: "サヌキドウ", corporateNumber: "7000012050002" } },
    });
  });

  it("cannot be two corporate numbers", () => {
    const numbered = (id: string, corporateNumber: string) => business(id, {}, { corporateNumber });
    expect(decideMerge(numbered("a", "7000012050002"), numbered("b", "2000012010019"), []).accepted).toBe(false);
    expect(decideMerge(numbered("a", "7000012050002"), numbered("b", "7000012050002"), []).accepted).toBe(true);
  });

  it("is that of the one the federation has a key for, else of the one known longer", () => {
    const since = (moment: string, externalId?: string) => {
      return { ...business(moment, {}, externalId === undefined ? {} : { externalId }), knownSince: new Date(moment) };
    };
    const [early, late, keyed] = [since("2025-01-01"), since("2026-01-01"), since("2026-06-01", "A1")];
    expect(inMergeOrder(late, early)).toEqual([early, late]);
    expect(inMergeOrder(early, keyed)).toEqual([keyed, early]);
  });
});

describe("what two businesses tell differently", () => {
  it("is shown with what stays where nobody chooses; the same value of another day is not", () => {
    const kept = business("a", { employees: fact(1), capitalYen: fact(5, "list", "2025-01-01"), phone: fact("1") });
    const absorbed = business("b", { employees: fact(2, "owner"), capitalYen: fact(5), fax: fact("2") });
    expect(mergeLines(kept, absorbed)).toEqual([
      { key: "employees", suggested: "ABSORBED" },
      { key: "fax", suggested: "ABSORBED" },
      { key: "phone", suggested: "KEPT" },
    ]);
  });
});

const sources = fc.constantFrom<FactSource>("owner", "adviser", "register", "list", "estimate");
const days = fc.constantFrom("2024-01-01", "2025-06-01", "2026-11-21");
const factOf = <T>(value: fc.Arbitrary<T>) =>
  fc.option(
    fc.tuple(value, sources, days).map(([one, source, on]) => fact(one, source, on)),
    { nil: undefined },
  );
const tags = fc.array(
  fc.tuple(fc.constantFrom("K01", "K02", "K03"), fc.constantFrom(1 as const, 2 as const, 3 as const)),
  { maxLength: 3 },
);
const factsOf: fc.Arbitrary<Facts> = fc
  .record({
    employees: factOf(fc.nat(50)),
    phone: factOf(fc.constantFrom("087-1", "087-2")),
    needs: factOf(tags),
    note: factOf(fc.string()),
  })
  .map((facts) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Facts);
const choicesOf = fc.array(
  fc.record({
    key: fc.constantFrom("employees", "phone", "needs", "note", "name"),
    side: fc.constantFrom<MergeSide>("KEPT", "ABSORBED", "BOTH"),
  }),
);

describe("a merge that is taken back", () => {
  it("leaves the kept business exactly as it was, whatever was known and chosen", () => {
    fc.assert(
      fc.property(factsOf, factsOf, choicesOf, (one, other, choices) => {
        const kept = business("a", one, { externalId: "A1" });
        const decision = decideMerge(kept, business("b", other, { name: "讃岐屋" }), choices);
        if (!decision.accepted) throw new Error("refused");
        const changes = changesBetween(kept, decision.change.state);
        const back = revertChanges(decision.change.state, changes);
        expect(back.changedSince).toEqual([]);
        expect(changesBetween(kept, back.state)).toEqual([]);
      }),
    );
  });

  it("is so once, and not while the kept business is part of another", () => {
    expect(decideUndoMerge({ undone: false, keptIsKnown: true }).accepted).toBe(true);
    expect(decideUndoMerge({ undone: true, keptIsKnown: true })).toMatchObject({
      problems: [{ code: "MERGE_UNDONE_ALREADY" }],
    });
    expect(decideUndoMerge({ undone: false, keptIsKnown: false })).toMatchObject({
      problems: [{ code: "MERGE_BUILT_ON" }],
    });
  });
});
