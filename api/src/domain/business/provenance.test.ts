import { describe, expect, it } from "vitest";
import { readingDay } from "../../../test/list-reading.ts";
import { addDays } from "../calendar.ts";
import { decideProvenance, LIST_NAME_CHARACTERS_MAX, LIST_ORIGINS, sourceOfList } from "./provenance.ts";

const answers = { origin: "MEMBERS", name: "組合員名簿", uses: ["MATCHING"], handOn: "YES" } as const;

describe("the answers about a list", () => {
  it("are taken once each is there, its uses in a steady order", () => {
    const decision = decideProvenance({ ...answers, name: " 組合員名簿 ", uses: ["CONTACT", "MATCHING"] }, readingDay);
    expect(decision).toEqual({
      accepted: true,
      change: { ...answers, uses: ["MATCHING", "CONTACT"] },
    });
  });

  it("that are missing are all told at once, each with its field", () => {
    const decision = decideProvenance({}, readingDay);
    expect(decision.accepted ? [] : decision.problems.map(({ field }) => field)).toEqual([
      ...["origin", "name", "uses", "handOn"],
    ]);
  });

  it.each([
    [LIST_NAME_CHARACTERS_MAX, true],
    [LIST_NAME_CHARACTERS_MAX + 1, false],
  ])("may name the list in %i characters: %s", (length, accepted) => {
    expect(decideProvenance({ ...answers, name: "𠮷".repeat(length) }, readingDay).accepted).toBe(accepted);
  });
});

describe("the day a list is as of", () => {
  it.each([
    [-1, true],
    [0, true],
    [1, false],
  ])("may be %i days from today: %s", (days, accepted) => {
    const asOf = addDays(readingDay, days);
    const decision = decideProvenance({ ...answers, asOf }, readingDay);
    expect(decision).toMatchObject(
      accepted
        ? { accepted, change: { asOf } }
        : { accepted, problems: [{ code: "PROVENANCE_DAY_IN_FUTURE", field: "asOf" }] },
    );
  });
});

describe("a fact of a list", () => {
  it("is the word of whoever the list comes from, under the list's name", () => {
    const sources = LIST_ORIGINS.map((origin) => sourceOfList({ origin, name: "名簿" }).source);
    expect(sources).toEqual(["list", "adviser", "register", "owner", "list"]);
    expect(sourceOfList({ origin: "SURVEY", name: "調査" })).toEqual({ source: "owner", by: "調査" });
  });

  it("is a list's where nobody was asked", () => {
    expect(sourceOfList(null)).toEqual({ source: "list" });
  });
});
