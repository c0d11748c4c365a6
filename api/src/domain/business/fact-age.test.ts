import { describe, expect, it } from "vitest";
import { addDays, type PlainDate } from "../calendar.ts";
import { FACT_HOLDS_DAYS, factStatus, holdingOn, validUntil } from "./fact-age.ts";
import type { FactKey } from "./facts.ts";

const SAID = "2026-01-10" as PlainDate;
const needs = (value: readonly unknown[]) => ({ value, source: "owner" as const, on: SAID });

describe("what a business said it needs", () => {
  it("holds for 180 days, the last of them included", () => {
    const last = validUntil("needs", { on: SAID });
    expect(last).toBe("2026-07-09");
    expect(factStatus("needs", needs([["K02", 1]]), last!)).toBe("KNOWN");
    expect(factStatus("needs", needs([["K02", 1]]), addDays(last!, 1))).toBe("STALE");
  });

  it("is known to be none only while that holds", () => {
    expect(factStatus("needs", needs([]), "2026-07-09" as PlainDate)).toBe("KNOWN_NONE");
    expect(factStatus("needs", needs([]), "2026-07-10" as PlainDate)).toBe("STALE");
  });

  it("is unknown, not stale, where nobody ever said", () => {
    expect(factStatus("needs", undefined, "2099-01-01" as PlainDate)).toBe("UNKNOWN");
  });
});

describe("a fact that does not age", () => {
  it("is known however long ago it was said", () => {
    expect(validUntil("established", { on: SAID })).toBeUndefined();
    expect(factStatus("established", { value: "1988", source: "list", on: SAID }, "2099-01-01" as PlainDate)).toBe(
      "KNOWN",
    );
  });
});

describe("the facts that hold on a day", () => {
  it("are all but the stale ones", () => {
    const keys = [...(Object.keys(FACT_HOLDS_DAYS) as FactKey[]), "established" as const];
    for (const key of keys)
      for (const day of [-1, 0, 1].map((days) => addDays(validUntil(key, { on: SAID }) ?? SAID, days))) {
        const isStale = factStatus(key, { value: "told", source: "owner", on: SAID }, day) === "STALE";
        expect([key, day, holdingOn(day)(key, { on: SAID })]).toEqual([key, day, !isStale]);
      }
  });

  it("never lapse on the day they are said", () => {
    for (const days of Object.values(FACT_HOLDS_DAYS)) expect(days).toBeGreaterThan(0);
  });
});
