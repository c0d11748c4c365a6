import { describe, expect, it } from "vitest";
import { decideProvenance, LIST_NAME_CHARACTERS_MAX, LIST_ORIGINS, sourceOfList } from "./provenance.ts";

const answers = { origin: "MEMBERS", name: "組合員名簿", uses: ["MATCHING"], handOn: "YES" } as const;

describe("the answers about a list", () => {
  it("are taken once each is there, its uses in a steady order", () => {
    const decision = decideProvenance({ ...answers, name: " 組合員名簿 ", uses: ["CONTACT", "MATCHING"] });
    expect(decision).toEqual({
      accepted: true,
      change: { ...answers, uses: ["MATCHING", "CONTACT"] },
    });
  });

  it("that are missing are all told at once, each with its field", () => {
    const decision = decideProvenance({});
    expect(decision.accepted ? [] : decision.problems.map(({ field }) => field)).toEqual([
      ...["origin", "name", "uses", "handOn"],
    ]);
  });

  it.each([
    [LIST_NAME_CHARACTERS_MAX, true],
    [LIST_NAME_CHARACTERS_MAX + 1, false],
  ])("may name the list in %i characters: %s", (length, accepted) => {
    expect(decideProvenance({ ...answers, name: "𠮷".repeat(length) }).accepted).toBe(accepted);
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
