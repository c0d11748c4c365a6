import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changesBetween, revertChanges, stateBefore, type BusinessState } from "./history.ts";

const told = (value: unknown, on = "2026-01-01") => ({ value, source: "list" as const, on });
const state = (known: Partial<BusinessState> = {}): BusinessState => ({ name: "みどり", facts: {}, ...known });

describe("the history of what is known of a business", () => {
  it("tells a value that became known, one that changed and one that is unknown again", () => {
    const before = state({ nameKana: "ミドリ", facts: { employees: told(3), note: told("夏は休み") } as never });
    const after = state({
      name: "みどり堂",
      facts: { employees: told(4), phone: told("087") } as never,
      nameKana: "ミドリ",
    });
    expect(changesBetween(before, after)).toEqual([
      { key: "name", before: "みどり", after: "みどり堂" },
      { key: "employees", before: told(3), after: told(4) },
      { key: "note", before: told("夏は休み") },
      { key: "phone", after: told("087") },
    ]);
  });

  it("tells that somebody else now says the same, because who says so counts", () => {
    const before = state({ facts: { employees: told(3) } as never });
    const after = state({ facts: { employees: { ...told(3), source: "owner" } } as never });
    expect(changesBetween(before, after)).toHaveLength(1);
  });

  it("takes nothing for a change that only stands in another order", () => {
    const place = { value: { lat: 34, lon: 134 }, source: "list", on: "2026-01-01" };
    const turned = { on: "2026-01-01", source: "list", value: { lon: 134, lat: 34 } };
    expect(changesBetween(state({ facts: { place } as never }), state({ facts: { place: turned } as never }))).toEqual(
      [],
    );
  });

  it("leads back to any earlier state, whatever was changed several times since", () => {
    const first = state({ facts: { employees: told(3), note: told("古い") } as never });
    const second = state({ facts: { employees: told(4), phone: told("087") } as never, nameKana: "ミドリ" });
    const third = state({ facts: { employees: told(5), phone: told("088") } as never });
    const changes = [...changesBetween(first, second), ...changesBetween(second, third)];
    expect(stateBefore(third, changes)).toEqual(first);
    expect(stateBefore(third, [])).toBe(third);
  });

  it("leaves what was changed again since, and says so, when a change is taken back", () => {
    const before = state({ facts: { employees: told(3), note: told("古い") } as never });
    const after = state({ facts: { employees: told(4), note: told("新しい") } as never });
    const later = state({ facts: { employees: told(5), note: told("新しい") } as never });
    expect(revertChanges(later, changesBetween(before, after))).toEqual({
      state: state({ facts: { employees: told(5), note: told("古い") } as never }),
      changedSince: ["employees"],
    });
  });

  it("leads back to exactly what was known, whatever changed", () => {
    const facts = fc.dictionary(
      fc.constantFrom("employees", "note", "phone", "needs"),
      fc.jsonValue().map((value) => told(value)),
    );
    const states = fc
      .record({ name: fc.string(), facts }, { requiredKeys: ["name", "facts"] })
      .map((known) => known as unknown as BusinessState);
    fc.assert(
      fc.property(states, states, (before, after) => {
        const reverted = revertChanges(after, changesBetween(before, after));
        expect(changesBetween(before, reverted.state)).toEqual([]);
        expect(reverted.changedSince).toEqual([]);
      }),
    );
  });
});
