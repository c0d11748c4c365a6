import { describe, expect, it } from "vitest";
import { decideSaveView, VIEW_NAME_LENGTH_MAX, VIEW_QUERY_LENGTH_MAX, VIEWS_MAX } from "./saved-view.ts";

const decide = (name: string, query = "q=a", otherNames: readonly string[] = []) =>
  decideSaveView({ name, query, shared: false }, { otherNames });
const codes = (decision: ReturnType<typeof decide>) =>
  decision.accepted ? [] : decision.problems.map(({ code }) => code);

describe("a view to keep", () => {
  it("has a name, evened out, and the address's query alone", () => {
    expect(decide("　秋の訪問　", "?mine=1&visited=6")).toEqual({
      accepted: true,
      change: { type: "ViewSaved", name: "秋の訪問", query: "mine=1&visited=6", shared: false },
    });
  });

  it("is refused without a name, and with one a letter too long", () => {
    expect(codes(decide(" "))).toEqual(["VIEW_NAME_MISSING"]);
    expect(codes(decide("あ".repeat(VIEW_NAME_LENGTH_MAX)))).toEqual([]);
    expect(codes(decide("あ".repeat(VIEW_NAME_LENGTH_MAX + 1)))).toEqual(["VIEW_NAME_TOO_LONG"]);
  });

  it("is refused under a name its owner has already, in whatever width", () => {
    expect(codes(decide("ＡＢ", "q=a", ["AB"]))).toEqual(["VIEW_NAME_TAKEN"]);
  });

  it("is refused beyond the longest address and the most views", () => {
    expect(codes(decide("甲", "q".repeat(VIEW_QUERY_LENGTH_MAX)))).toEqual([]);
    expect(codes(decide("甲", "q".repeat(VIEW_QUERY_LENGTH_MAX + 1)))).toEqual(["VIEW_QUERY_TOO_LONG"]);
    const names = (count: number) => Array.from({ length: count }, (_, index) => `表示${index}`);
    expect(codes(decide("甲", "q=a", names(VIEWS_MAX - 1)))).toEqual([]);
    expect(codes(decide("甲", "q=a", names(VIEWS_MAX)))).toEqual(["VIEWS_TOO_MANY"]);
  });
});
