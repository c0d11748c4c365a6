import { describe, expect, it } from "vitest";
import { approachCards, shownToday } from "./today.ts";

const group = (name: string, stageSince: string, toStageName: string | null = "検討会") => ({
  name,
  stageSince,
  nextStep: { toStageName },
});

describe("today's groups", () => {
  it("begin with the one that has waited longest", () => {
    const shown = shownToday([group("後", "2026-09-02"), group("先", "2026-09-01")]);
    expect(shown.map(({ name }) => name)).toEqual(["先", "後"]);
  });

  it("leave out a group that has arrived", () => {
    expect(shownToday([group("事業中", "2026-01-01", null)])).toEqual([]);
  });

  it("are five at most, so that all cards together are seven", () => {
    const six = [1, 2, 3, 4, 5, 6].map((day) => group(String(day), `2026-09-0${day}`));
    expect(shownToday(six)).toHaveLength(5);
    expect(shownToday(six, 3)).toHaveLength(2);
  });
});

describe("businesses that wait to be spoken with", () => {
  it("have a card each beside few next steps, and one beside many", () => {
    expect([0, 3, 4, 100].map(approachCards)).toEqual([4, 1, 1, 1]);
  });
});
