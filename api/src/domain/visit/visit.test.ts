import { describe, expect, it } from "vitest";
import type { PlainDate } from "../calendar.ts";
import {
  decideNoteVisit,
  NEXT_STEP_MAX,
  problemsOfChangingVisit,
  VISIT_MINUTES_MAX,
  VISIT_TEXT_MAX,
  type VisitNote,
} from "./visit.ts";

const TODAY = "2026-11-21" as PlainDate;
const note = (more: Partial<VisitNote> = {}): VisitNote => ({
  ...{ on: TODAY, channel: "VISIT", told: "夏は人手が余る", impression: "", nextStep: "" },
  ...more,
});
const codesOf = (typed: VisitNote, learnt = false) => {
  const decision = decideNoteVisit(typed, { today: TODAY, learnt });
  return decision.accepted ? [] : decision.problems.map(({ code }) => code);
};

describe("the note of a visit", () => {
  it("needs one word of what was said, unless it brings facts", () => {
    expect(codesOf(note({ told: " \n" }))).toEqual(["VISIT_EMPTY"]);
    expect(codesOf(note({ told: "" }), true)).toEqual([]);
    expect(codesOf(note({ told: "", impression: "元気そう" }))).toEqual([]);
  });

  it("is of today or before", () => {
    expect(codesOf(note({ on: "2026-11-22" as PlainDate }))).toEqual(["VISIT_IN_FUTURE"]);
    expect(codesOf(note({ on: TODAY }))).toEqual([]);
  });

  it("has texts up to their limits, counted in characters", () => {
    expect(codesOf(note({ told: "𠮷".repeat(VISIT_TEXT_MAX), nextStep: "あ".repeat(NEXT_STEP_MAX) }))).toEqual([]);
    const long = { told: "あ".repeat(VISIT_TEXT_MAX + 1), nextStep: "あ".repeat(NEXT_STEP_MAX + 1) };
    expect(codesOf(note(long))).toEqual(["VISIT_TEXT_TOO_LONG", "VISIT_TEXT_TOO_LONG"]);
  });

  it("has a day for its next step only with the step, and not before the visit", () => {
    expect(codesOf(note({ nextOn: TODAY }))).toEqual(["NEXT_STEP_MISSING"]);
    expect(codesOf(note({ nextStep: "電話", nextOn: "2026-11-20" as PlainDate }))).toEqual(["NEXT_STEP_BEFORE_VISIT"]);
    expect(codesOf(note({ nextStep: "電話", nextOn: TODAY }))).toEqual([]);
  });

  it("took between a minute and a day", () => {
    expect(codesOf(note({ minutes: 1 }))).toEqual([]);
    expect(codesOf(note({ minutes: VISIT_MINUTES_MAX }))).toEqual([]);
    for (const minutes of [0, VISIT_MINUTES_MAX + 1, 1.5]) {
      expect(codesOf(note({ minutes }))).toEqual(["MINUTES_OUT_OF_RANGE"]);
    }
  });

  it("is kept without what pasting left in it", () => {
    const decision = decideNoteVisit(note({ told: " 一行目\r\n二行目\u0000 " }), { today: TODAY, learnt: false });
    expect(decision).toMatchObject({ accepted: true, change: { note: { told: "一行目\n二行目" } } });
  });
});

describe("a record that was made", () => {
  it("is changed by the one who made it, until it is withdrawn", () => {
    const codes = (authorId: string, state: "KEPT" | "DONE" | "WITHDRAWN") =>
      problemsOfChangingVisit({ authorId, state }, "me").map(({ code }) => code);
    expect(codes("me", "KEPT")).toEqual([]);
    expect(codes("me", "DONE")).toEqual([]);
    expect(codes("other", "KEPT")).toEqual(["VISIT_NOT_YOURS"]);
    expect(codes("me", "WITHDRAWN")).toEqual(["VISIT_WITHDRAWN_ALREADY"]);
  });
});
