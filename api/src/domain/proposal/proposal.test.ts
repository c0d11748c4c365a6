import { describe, expect, it } from "vitest";
import {
  decideDismissProposal,
  decideNoteProposal,
  decideRestoreProposal,
  decideTakeBackProposal,
  type DismissRequest,
} from "./dismiss-proposal.ts";
import { decideKeepProposal, decideRenameProposal, stateSavedAgain } from "./keep-proposal.ts";
import { PROPOSAL_NAME_MAX, PROPOSAL_NOTE_MAX, type ProposalState } from "./proposal.ts";

const many = (count: number) => Array.from({ length: count }, (_, index) => `b${index}`);
const codesOf = (decision: { accepted: boolean; problems?: readonly { code: string }[] }) =>
  decision.problems?.map(({ code }) => code) ?? [];

describe("keeping a candidate", () => {
  const codes = (name: string, members: readonly string[]) => codesOf(decideKeepProposal(name, members));

  it("takes two businesses to fifty, each counted once", () => {
    expect(codes("候補", many(2))).toEqual([]);
    expect(codes("候補", ["b1", "b1"])).toEqual(["PROPOSAL_MEMBERS_OUT_OF_RANGE"]);
    expect(codes("候補", many(50))).toEqual([]);
    expect(codes("候補", many(51))).toEqual(["PROPOSAL_MEMBERS_OUT_OF_RANGE"]);
  });

  it(`takes a name of ${PROPOSAL_NAME_MAX} characters and not one more, and none of blanks`, () => {
    expect(codes("𠮷".repeat(PROPOSAL_NAME_MAX), many(2))).toEqual([]);
    expect(codes("𠮷".repeat(PROPOSAL_NAME_MAX + 1), many(2))).toEqual(["PROPOSAL_NAME_TOO_LONG"]);
    expect(codesOf(decideRenameProposal("　"))).toEqual(["PROPOSAL_NAME_MISSING"]);
  });

  it("tells everything that is wrong at once", () => {
    expect(codes("", [])).toEqual(["PROPOSAL_NAME_MISSING", "PROPOSAL_MEMBERS_OUT_OF_RANGE"]);
  });

  it("keeps again what was dismissed or taken back, and leaves what became a group", () => {
    const states: ProposalState[] = ["SAVED", "DISMISSED", "TAKEN_BACK", "STARTED"];
    expect(states.map(stateSavedAgain)).toEqual(["SAVED", "SAVED", "SAVED", "STARTED"]);
  });
});

describe("dismissing a candidate", () => {
  const codes = (request: DismissRequest, state?: ProposalState) => codesOf(decideDismissProposal(state, request));

  it("takes one of the reasons, and a word where none of them says it", () => {
    expect(codes({ reason: "NO_WISH" })).toEqual([]);
    expect(codes({})).toEqual(["DISMISSAL_REASON_MISSING"]);
    expect(codes({ reason: "OTHER", note: "　" })).toEqual(["DISMISSAL_NOTE_MISSING"]);
    expect(codes({ reason: "OTHER", note: "遠い" })).toEqual([]);
  });

  it(`takes a note of ${PROPOSAL_NOTE_MAX} characters and not one more`, () => {
    expect(codes({ reason: "OTHER", note: "あ".repeat(PROPOSAL_NOTE_MAX) })).toEqual([]);
    expect(codes({ reason: "OTHER", note: "あ".repeat(PROPOSAL_NOTE_MAX + 1) })).toEqual(["PROPOSAL_NOTE_TOO_LONG"]);
    expect(codesOf(decideNoteProposal("あ".repeat(PROPOSAL_NOTE_MAX + 1)))).toEqual(["PROPOSAL_NOTE_TOO_LONG"]);
    expect(codesOf(decideNoteProposal(" "))).toEqual(["PROPOSAL_NOTE_MISSING"]);
  });

  it("is refused for one that became a group, and for one that is dismissed", () => {
    expect(codes({ reason: "NO_WISH" }, "STARTED")).toEqual(["PROPOSAL_STARTED_ALREADY"]);
    expect(codes({ reason: "NO_WISH" }, "DISMISSED")).toEqual(["PROPOSAL_DISMISSED_ALREADY"]);
  });

  it("is taken back to what was before, and only where it was dismissed", () => {
    expect(decideRestoreProposal("DISMISSED", "TAKEN_BACK")).toEqual({
      accepted: true,
      change: { state: "TAKEN_BACK" },
    });
    expect(codesOf(decideRestoreProposal("SAVED", "SAVED"))).toEqual(["PROPOSAL_NOT_DISMISSED"]);
  });
});

describe("taking a saving back", () => {
  it("is for what is saved alone", () => {
    expect(decideTakeBackProposal("SAVED")).toEqual({ accepted: true, change: { state: "TAKEN_BACK" } });
    expect(codesOf(decideTakeBackProposal("DISMISSED"))).toEqual(["PROPOSAL_NOT_SAVED"]);
  });
});
