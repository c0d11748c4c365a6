import { describe, expect, it } from "vitest";
import type { PlainDate } from "../calendar.ts";
import { decideAddMember } from "./add-member.ts";
import { decideChangeMember } from "./change-member.ts";
import { decideStartGroup, GROUP_MEMBERS_MAX, GROUP_NAME_MAX, type StartGroupRequest } from "./start-group.ts";
import { decideUndoStage, UNDO_MINUTES_MAX } from "./undo-stage.ts";

const today = "2026-11-21" as PlainDate;
const on = { today, purposes: ["COOPERATIVE", "SHARED_ORDERS"] };
const asked: StartGroupRequest = { name: "うどん共同仕入", purpose: "COOPERATIVE", form: "1", memberIds: ["b1", "b2"] };
const many = (count: number) => Array.from({ length: count }, (_, index) => `b${index}`);

const codes = (request: Partial<StartGroupRequest>) => {
  const decision = decideStartGroup({ ...asked, ...request }, on);
  return decision.accepted ? [] : decision.problems.map(({ code }) => code);
};

describe("starting a group", () => {
  it("takes two businesses and not one, even if it is named twice", () => {
    expect(codes({})).toEqual([]);
    expect(codes({ memberIds: ["b1"] })).toEqual(["GROUP_TOO_FEW_MEMBERS"]);
    expect(codes({ memberIds: ["b1", "b1"] })).toEqual(["GROUP_TOO_FEW_MEMBERS"]);
  });

  it(`takes ${GROUP_MEMBERS_MAX} businesses and not one more`, () => {
    expect(codes({ memberIds: many(GROUP_MEMBERS_MAX) })).toEqual([]);
    expect(codes({ memberIds: many(GROUP_MEMBERS_MAX + 1) })).toEqual(["GROUP_TOO_MANY_MEMBERS"]);
  });

  it(`takes a name of ${GROUP_NAME_MAX} characters and not one more, and none of spaces`, () => {
    expect(codes({ name: "組".repeat(GROUP_NAME_MAX) })).toEqual([]);
    expect(codes({ name: "組".repeat(GROUP_NAME_MAX + 1) })).toEqual(["GROUP_NAME_TOO_LONG"]);
    expect(codes({ name: "　" })).toEqual(["GROUP_NAME_MISSING"]);
  });

  it("tells everything that is wrong at once", () => {
    expect(codes({ name: "", purpose: "PARTY", memberIds: [] })).toEqual([
      "GROUP_NAME_MISSING",
      "GROUP_TOO_FEW_MEMBERS",
      "PURPOSE_UNKNOWN",
    ]);
  });
});

describe("adding a business to a group", () => {
  it("is refused for one that is in it, and for one too many", () => {
    expect(decideAddMember(["b1"], "b2", { today }).accepted).toBe(true);
    expect(decideAddMember(["b1"], "b1", { today })).toMatchObject({ problems: [{ code: "MEMBER_ALREADY_IN" }] });
    expect(decideAddMember(many(GROUP_MEMBERS_MAX - 1), "new", { today }).accepted).toBe(true);
    expect(decideAddMember(many(GROUP_MEMBERS_MAX), "new", { today })).toMatchObject({
      problems: [{ code: "GROUP_FULL" }],
    });
  });
});

describe("a member of a group", () => {
  const members = [{ businessId: "b1", state: "ASKED" as const }];

  it("comes into another state, and not into the one it is in", () => {
    expect(decideChangeMember(members, { businessId: "b1", state: "LEFT" }, { today })).toEqual({
      accepted: true,
      change: { type: "MemberChanged", businessId: "b1", state: "LEFT", on: today },
    });
    expect(decideChangeMember(members, { businessId: "b1", state: "ASKED" }, { today })).toMatchObject({
      problems: [{ code: "MEMBER_STATE_SAME" }],
    });
    expect(decideChangeMember(members, { businessId: "b2", state: "ASKED" }, { today })).toMatchObject({
      problems: [{ code: "MEMBER_NOT_IN" }],
    });
  });
});

describe("undoing a move", () => {
  const move = { eventId: "e1", actorId: "me", minutesAgo: UNDO_MINUTES_MAX, from: "STUDY" as const, fromSince: today };

  it("is possible for the one who made it, within half an hour", () => {
    expect(decideUndoStage(move, "me")).toEqual({
      accepted: true,
      change: { type: "StageUndone", eventId: "e1", to: "STUDY", since: today },
    });
    expect(decideUndoStage({ ...move, minutesAgo: UNDO_MINUTES_MAX + 0.1 }, "me")).toMatchObject({
      problems: [{ code: "UNDO_TOO_LATE" }],
    });
    expect(decideUndoStage(move, "someone else")).toMatchObject({ problems: [{ code: "UNDO_NOT_YOURS" }] });
  });

  it("is refused where nothing was moved", () => {
    expect(decideUndoStage(undefined, "me")).toMatchObject({ problems: [{ code: "NOTHING_TO_UNDO" }] });
  });
});
