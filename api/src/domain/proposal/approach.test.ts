import { describe, expect, it } from "vitest";
import type { PlainDate } from "../calendar.ts";
import {
  APPROACH_NOTE_MAX,
  APPROACH_SAME_PRESS_MS,
  approachClock,
  approachState,
  decideNoteApproach,
  decideUndoApproach,
  isPressedAgain,
  isToBeCalled,
  standingApproaches,
  type Approach,
  type ApproachNote,
} from "./approach.ts";

const day = (text: string) => text as PlainDate;
const today = day("2026-11-20");
const noted: ApproachNote = { state: "ASKED", channel: "PHONE", outcome: "TALKED", on: today, note: "" };
const approach = (number: number, more: Partial<Approach> = {}): Approach => ({
  ...{ ...noted, id: `a${number}`, number, actorId: "me", takesBack: null },
  ...more,
});

describe("an approach", () => {
  const codes = (more: Partial<ApproachNote>, businessId = "b1") => {
    const decision = decideNoteApproach(["b1", "b2"], businessId, { approach: { ...noted, ...more }, today });
    return decision.accepted ? [] : decision.problems.map(({ code }) => code);
  };

  it("is of a business in the candidate, today or before", () => {
    expect(codes({})).toEqual([]);
    expect(codes({ on: day("2026-11-21") })).toEqual(["APPROACH_IN_FUTURE"]);
    expect(codes({}, "b3")).toEqual(["APPROACH_NOT_MEMBER"]);
  });

  it(`carries a note of ${APPROACH_NOTE_MAX} characters and not one more`, () => {
    expect(codes({ note: "あ".repeat(APPROACH_NOTE_MAX) })).toEqual([]);
    expect(codes({ note: "あ".repeat(APPROACH_NOTE_MAX + 1) })).toEqual(["APPROACH_NOTE_TOO_LONG"]);
  });
});

describe("a button pressed twice", () => {
  const then = new Date("2026-11-20T03:00:00Z");
  const last = { ...approach(1), at: then };
  const pressed = (ms: number, more: Partial<ApproachNote> = {}, actorId = "me") =>
    isPressedAgain(last, { note: { ...noted, ...more }, actorId, at: new Date(then.getTime() + ms) });

  it("is the same note by the same person within some seconds, and no longer", () => {
    expect(pressed(APPROACH_SAME_PRESS_MS)).toBe(true);
    expect(pressed(APPROACH_SAME_PRESS_MS + 1)).toBe(false);
  });

  it("is nothing else and nobody else's", () => {
    expect(pressed(0, { outcome: "NOBODY_THERE" })).toBe(false);
    expect(pressed(0, { note: "別の話" })).toBe(false);
    expect(pressed(0, {}, "another")).toBe(false);
    expect(isPressedAgain(undefined, { note: noted, actorId: "me", at: then })).toBe(false);
  });
});

describe("whom to call", () => {
  const open = { isClosed: false, hasQuestions: false };

  it("is who has not said whether it is interested, also where nothing is to be asked", () => {
    expect(isToBeCalled("NOT_ASKED", open)).toBe(true);
    expect(isToBeCalled("ASKED", open)).toBe(true);
    expect(isToBeCalled("INTERESTED", open)).toBe(false);
    expect(isToBeCalled("INTERESTED", { ...open, hasQuestions: true })).toBe(true);
  });

  it("is nobody who would rather not, and nobody who closed", () => {
    expect(isToBeCalled("DECLINED", { ...open, hasQuestions: true })).toBe(false);
    expect(isToBeCalled("NOT_ASKED", { isClosed: true, hasQuestions: true })).toBe(false);
  });
});

describe("how far a business was approached", () => {
  it("is not at all before the first approach, then as the last one left it", () => {
    expect(approachState([])).toBe("NOT_ASKED");
    expect(approachState([approach(2, { state: "INTERESTED" }), approach(1)])).toBe("INTERESTED");
  });

  it("goes back by one approach at a time as they are taken back", () => {
    const first = [approach(1), approach(2, { state: "DECLINED" }), approach(3, { takesBack: "a2" })];
    expect(approachState(first)).toBe("ASKED");
    expect(standingApproaches(first).map(({ id }) => id)).toEqual(["a1"]);
    expect(decideUndoApproach(first, "me")).toEqual({ accepted: true, change: { takesBack: "a1" } });
    expect(approachState([...first, approach(4, { takesBack: "a1" })])).toBe("NOT_ASKED");
  });

  it("is taken back by the one who noted it, where there is anything", () => {
    expect(decideUndoApproach([approach(1)], "you")).toMatchObject({ problems: [{ code: "APPROACH_NOT_YOURS" }] });
    expect(decideUndoApproach([], "me")).toMatchObject({ problems: [{ code: "APPROACH_NOTHING_TO_UNDO" }] });
  });
});

describe("the clock of a business that was asked", () => {
  const holidays = new Set([day("2026-11-23")]);
  const clock = (last: Partial<Approach>, on: string) =>
    approachClock([approach(1, last)], { today: day(on), holidays });

  it("counts working days, is soon from the third and late after the fifth", () => {
    expect(clock({}, "2026-11-20")).toEqual({ days: 0, urgency: "IN_TIME" });
    expect(clock({}, "2026-11-25")).toEqual({ days: 2, urgency: "IN_TIME" });
    expect(clock({}, "2026-11-26")).toEqual({ days: 3, urgency: "SOON" });
    expect(clock({}, "2026-11-30")).toEqual({ days: 5, urgency: "SOON" });
    expect(clock({}, "2026-12-01")).toEqual({ days: 6, urgency: "LATE" });
  });

  it("does not run for who was not asked, is interested or declined", () => {
    expect(approachClock([], { today, holidays })).toBeUndefined();
    expect(clock({ state: "INTERESTED" }, "2026-12-01")).toBeUndefined();
    expect(clock({ state: "DECLINED" }, "2026-12-01")).toBeUndefined();
  });
});
