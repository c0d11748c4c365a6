import { describe, expect, it } from "vitest";
import type { PlainDate } from "../calendar.ts";
import { decideAdvanceGroup, EVIDENCE_NOTE_MAX, type AdvanceGroupRequest } from "./advance-group.ts";
import { nextStageOf, stagesOf } from "./stage.ts";

const day = (text: string) => text as PlainDate;
const on = { today: day("2026-11-21") };
const cooperative = { form: "1", stage: "STUDY" as const, stageSince: day("2026-10-01") };
const held: AdvanceGroupRequest = {
  toStage: "PROMOTERS",
  evidenceNote: "発起人会を開いた",
  evidenceOn: day("2026-11-20"),
};

const codes = (request: AdvanceGroupRequest, group: Parameters<typeof decideAdvanceGroup>[0] = cooperative) => {
  const decision = decideAdvanceGroup(group, request, on);
  return decision.accepted ? [] : decision.problems.map(({ code }) => code);
};

describe("a group that is moved on", () => {
  it("enters the next stage by what happened and on which day", () => {
    expect(decideAdvanceGroup(cooperative, held, on)).toEqual({
      accepted: true,
      change: {
        type: "StageEntered",
        from: "STUDY",
        to: "PROMOTERS",
        on: "2026-11-20",
        evidenceNote: "発起人会を開いた",
      },
    });
  });

  it("is told both that the note and that the date is missing", () => {
    expect(codes({ toStage: "PROMOTERS" })).toEqual(["EVIDENCE_NOTE_MISSING", "EVIDENCE_DATE_MISSING"]);
    expect(codes({ ...held, evidenceNote: "　 " })).toEqual(["EVIDENCE_NOTE_MISSING"]);
  });

  it("may have got there today, but not tomorrow", () => {
    expect(codes({ ...held, evidenceOn: day("2026-11-21") })).toEqual([]);
    expect(codes({ ...held, evidenceOn: day("2026-11-22") })).toEqual(["EVIDENCE_IN_FUTURE"]);
  });

  it("may have got there on the day the stage before began, but not a day earlier", () => {
    expect(codes({ ...held, evidenceOn: day("2026-10-01") })).toEqual([]);
    expect(codes({ ...held, evidenceOn: day("2026-09-30") })).toEqual(["EVIDENCE_BEFORE_STAGE"]);
  });

  it("skips a stage or goes back only with a reason, which is kept", () => {
    expect(codes({ ...held, toStage: "FOUNDING" })).toEqual(["OVERRIDE_REASON_MISSING"]);
    expect(codes({ toStage: "EXCHANGE" })).toEqual(["OVERRIDE_REASON_MISSING"]);
    expect(decideAdvanceGroup(cooperative, { toStage: "EXCHANGE", overrideReason: "やり直し" }, on)).toEqual({
      accepted: true,
      change: { type: "StageEntered", from: "STUDY", to: "EXCHANGE", on: "2026-11-21", overrideReason: "やり直し" },
    });
  });

  it("never enters a stage its legal form has not, whatever the reason", () => {
    const voluntary = { ...cooperative, form: "A1" };
    expect(codes({ toStage: "APPROVAL", overrideReason: "念のため" }, voluntary)).toEqual(["STAGE_NOT_ON_WAY"]);
    expect(codes({ toStage: "REGISTRATION", overrideReason: "念のため" }, voluntary)).toEqual([]);
  });

  it("is told that it is there already", () => {
    expect(codes({ toStage: "STUDY" })).toEqual(["STAGE_ALREADY_THERE"]);
  });

  it(`takes a note of ${EVIDENCE_NOTE_MAX} characters and not one more`, () => {
    expect(codes({ ...held, evidenceNote: "𠮷".repeat(EVIDENCE_NOTE_MAX) })).toEqual([]);
    expect(codes({ ...held, evidenceNote: "𠮷".repeat(EVIDENCE_NOTE_MAX + 1) })).toEqual(["TEXT_TOO_LONG"]);
  });
});

describe("the way of a group", () => {
  it("leads a cooperative through founding meeting, application and approval", () => {
    expect(nextStageOf("1", "PROMOTERS")).toBe("FOUNDING");
    expect(nextStageOf("1", "OPERATION")).toBeUndefined();
    expect(stagesOf("1")).toHaveLength(9);
  });

  it.each(["A1", "A2", "A3"])("leads form %s past them, from the promoters to registration", (form) => {
    expect(nextStageOf(form, "PROMOTERS")).toBe("REGISTRATION");
    expect(stagesOf(form)).not.toContain("APPROVAL");
  });
});
