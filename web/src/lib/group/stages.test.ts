import { describe, expect, it } from "vitest";
import { boardColumns, moveKindOf, stagesEntered, stageNamed, wantsReason, type WayEvent } from "./stages.ts";

const stages = ["DISCOVERY", "EXCHANGE", "STUDY", "PROMOTERS"].map((code) => ({ code, name: code }));
const atExchange = { stage: "EXCHANGE", nextStep: { toStage: "STUDY" } } as const;

describe("a move of a group", () => {
  it("to the stage its next step names is the usual one", () => {
    expect(moveKindOf(atExchange, "STUDY", stages)).toBe("next");
  });

  it("past that stage skips, and before today's stage goes back", () => {
    expect(moveKindOf(atExchange, "PROMOTERS", stages)).toBe("skip");
    expect(moveKindOf(atExchange, "DISCOVERY", stages)).toBe("back");
  });

  it("to where it stands is none", () => {
    expect(moveKindOf(atExchange, "EXCHANGE", stages)).toBe("same");
  });

  it("to the neighbouring stage is no usual one when the next step leads elsewhere", () => {
    expect(moveKindOf({ stage: "EXCHANGE", nextStep: { toStage: "PROMOTERS" } }, "STUDY", stages)).toBe("skip");
  });
});

describe("a refused move", () => {
  it("asks for a reason where the day lies before the stage or the way is left", () => {
    expect(wantsReason([{ code: "TEXT_TOO_LONG" }, { code: "EVIDENCE_BEFORE_STAGE" }])).toBe(true);
    expect(wantsReason([{ code: "OVERRIDE_REASON_MISSING" }])).toBe(true);
    expect(wantsReason([{ code: "EVIDENCE_IN_FUTURE" }])).toBe(false);
  });
});

describe("the stages a group has stood at", () => {
  const skipped: WayEvent = { kind: "STAGE_OVERRIDDEN", fromStage: "DISCOVERY", toStage: "PROMOTERS" };

  it("are those it entered and the one it began at, not those it skipped", () => {
    const history: WayEvent[] = [skipped, { kind: "MEMBER_ADDED" }, { kind: "STARTED" }];
    expect([...stagesEntered(history)]).toEqual(["DISCOVERY", "PROMOTERS"]);
  });

  it("do not count a move that was taken back", () => {
    const history: WayEvent[] = [
      { kind: "STAGE_ENTERED", fromStage: "DISCOVERY", toStage: "EXCHANGE" },
      { kind: "STAGE_UNDONE", fromStage: "PROMOTERS", toStage: "DISCOVERY" },
      skipped,
    ];
    expect([...stagesEntered(history)]).toEqual(["DISCOVERY", "EXCHANGE"]);
  });
});

describe("a stage in an address", () => {
  it("is known by its code only", () => {
    expect(stageNamed("STUDY", stages)).toBe("STUDY");
    expect(stageNamed("study", stages)).toBeNull();
    expect(stageNamed(null, stages)).toBeNull();
  });
});

describe("the board", () => {
  it("has a column for every stage, empty ones too", () => {
    const columns = boardColumns([{ id: "g1", stage: "STUDY" }], stages);
    expect(columns.map(({ groups }) => groups.length)).toEqual([0, 0, 1, 0]);
  });
});
