import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlainDate } from "../calendar.ts";
import type { Facts } from "./facts.ts";
import type { ReadEdit } from "./read-edit.ts";
import type { ChangedSince } from "./save-business.ts";
import { SURVEY_QUESTIONS } from "./survey.ts";
import { decideAnswerSurvey, editsOf, RESPONDENT_CHARACTERS_MAX, type SurveyAnswer } from "./survey-answers.ts";

const day = (text: string) => text as PlainDate;
const [EARLIER, SHEET, LATER, TODAY] = ["2026-10-01", "2026-11-10", "2026-11-15", "2026-11-21"].map(day) as [
  PlainDate,
  PlainDate,
  PlainDate,
  PlainDate,
];

const answer = (key: SurveyAnswer["key"], given: Partial<SurveyAnswer> = {}): SurveyAnswer => ({
  ...{ key, text: "", none: false, holds: false },
  ...given,
});

interface Given {
  readonly facts?: Facts;
  readonly read?: readonly ReadEdit[];
  readonly on?: PlainDate;
  readonly by?: string;
  readonly changedSince?: readonly ChangedSince[];
}

function decide(answers: readonly SurveyAnswer[], { facts = {}, read = [], on = SHEET, by, changedSince = [] }: Given) {
  const named = by === undefined ? {} : { by };
  return decideAnswerSurvey(
    { answers, sheet: { on, ...named, channel: "PAPER" } },
    { read, problems: [] },
    {
      ...{ before: { name: "あかね堂", facts }, told: { source: "owner", on, ...named }, today: TODAY, changedSince },
      ...{ holders: [], possiblySame: [], municipalities: { exists: () => true, byAddress: () => [] } as never },
    },
  );
}

function factsAfter(answers: readonly SurveyAnswer[], given: Given) {
  const decision = decide(answers, given);
  if (!decision.accepted) throw new Error(JSON.stringify(decision.problems));
  return decision.change.after.facts;
}

function problemsOf(answers: readonly SurveyAnswer[], given: Given = {}) {
  const decision = decide(answers, given);
  return decision.accepted ? [] : decision.problems.map((one) => [one.code, "field" in one ? one.field : undefined]);
}

const welding: Facts = { capabilities: { value: [["welding", 2]], source: "list", on: EARLIER, by: "名簿" } };

describe("the answers of a survey sheet", () => {
  it("are the owner's word of the day of the sheet, with who answered", () => {
    const read = [{ key: "employees" as const, value: 6, about: true as const }];
    expect(factsAfter([answer("employees", { text: "約6名" })], { read, by: "見本 花子" })).toEqual({
      employees: { value: 6, about: true, source: "owner", on: SHEET, by: "見本 花子" },
    });
  });

  it("tell a known none from a question that was left empty", () => {
    const read = [{ key: "seeks" as const, value: [] }];
    const answers = [answer("seeks", { none: true }), answer("ties")];
    expect(factsAfter(answers, { read })).toEqual({ seeks: { value: [], source: "owner", on: SHEET } });
  });

  it("never replace what was said later than the sheet, on the same day they do", () => {
    const answers = [answer("phone", { text: "1" })];
    const read = [{ key: "phone" as const, value: "1" }];
    const known = (on: PlainDate): Facts => ({ phone: { value: "2", source: "adviser", on } });
    const later = decide(answers, { facts: known(LATER), read });
    expect(later).toMatchObject({ accepted: true, change: { newer: ["phone"], after: { facts: known(LATER) } } });
    expect(factsAfter(answers, { facts: known(SHEET), read })).toMatchObject({ phone: { value: "1" } });
  });

  it("renew what holds still, and add to a list what is written beside it", () => {
    const holds = answer("capabilities", { holds: true });
    const renewed = { source: "owner", on: SHEET };
    expect(factsAfter([holds], { facts: welding })).toEqual({ capabilities: { value: [["welding", 2]], ...renewed } });
    const read = [{ key: "capabilities" as const, value: [["painting", 1]] }];
    expect(factsAfter([{ ...holds, text: "塗装" }], { facts: welding, read })).toEqual({
      capabilities: {
        value: [
          ["welding", 2],
          ["painting", 1],
        ],
        ...renewed,
      },
    });
  });

  it("leave a business where it is, when its address holds still", () => {
    const facts: Facts = {
      address: { value: "高松市番町1-1", source: "list", on: EARLIER },
      place: { value: { lat: 34, lon: 134 }, source: "estimate", on: EARLIER },
    };
    const after = factsAfter([answer("address", { holds: true })], { facts });
    expect(after).toEqual({ ...facts, address: { value: "高松市番町1-1", source: "owner", on: SHEET } });
  });

  it("replace a list where it is not said to hold", () => {
    const read = [{ key: "capabilities" as const, value: [["painting", 1]] }];
    const after = factsAfter([answer("capabilities", { text: "塗装" })], { facts: welding, read });
    expect(after.capabilities?.value).toEqual([["painting", 1]]);
  });

  it("are added to the staff's note, never put in its place", () => {
    const facts: Facts = { note: { value: "話し好き", source: "adviser", on: EARLIER } };
    const read = [{ key: "note" as const, value: "雪の季節は休み" }];
    const after = factsAfter([answer("note", { text: "雪の季節は休み" })], { facts, read });
    expect(after.note?.value).toBe("話し好き\n雪の季節は休み");
  });

  it("are refused whole, with every reason, where they cannot all be meant", () => {
    const answers = [
      answer("seeks", { text: "塗装", none: true }),
      answer("employees", { text: "3", holds: true }),
      answer("ties", { holds: true }),
    ];
    const facts: Facts = { employees: { value: 2, source: "list", on: EARLIER } };
    const by = "あ".repeat(RESPONDENT_CHARACTERS_MAX + 1);
    expect(problemsOf(answers, { facts, on: day("2026-11-22"), by })).toEqual([
      ["RESPONDENT_TOO_LONG", "by"],
      ["SURVEY_ANSWERED_TWICE", "seeks"],
      ["SURVEY_ANSWERED_TWICE", "employees"],
      ["NOTHING_TO_CONFIRM", "ties"],
      ["TOLD_IN_FUTURE", "on"],
    ]);
    const longest = "あ".repeat(RESPONDENT_CHARACTERS_MAX);
    expect(problemsOf([answer("seeks", { none: true })], { on: TODAY, by: longest })).toEqual([]);
  });

  it("are refused where nothing was answered at all", () => {
    expect(problemsOf([answer("needs"), answer("note", { text: "  " })])).toEqual([["SURVEY_EMPTY", undefined]]);
  });

  it("tell where somebody else changed the same thing meanwhile", () => {
    const read = [{ key: "fax" as const, value: "1" }];
    const changedSince = [
      { key: "fax" as const, by: "指導 太郎" },
      { key: "phone" as const, by: "指導 太郎" },
    ];
    expect(problemsOf([answer("fax", { text: "1" })], { read, changedSince })).toEqual([["CHANGED_MEANWHILE", "fax"]]);
  });

  it("leave every thing that was not answered as it was", () => {
    const keys = SURVEY_QUESTIONS.map(({ key }) => key);
    fc.assert(
      fc.property(fc.subarray(keys), fc.subarray(keys), (known, held) => {
        const facts = Object.fromEntries(
          known.map((key) => [key, { value: ["x"], source: "list", on: EARLIER }]),
        ) as unknown as Facts;
        const answers = keys.map((key) => answer(key, { holds: held.includes(key) && known.includes(key) }));
        const decision = decide(answers, { facts });
        if (!decision.accepted) return;
        const { facts: after } = decision.change.after;
        for (const key of keys) {
          expect(after[key]?.value).toEqual(facts[key]?.value);
          if (!held.includes(key)) expect(after[key]).toEqual(facts[key]);
        }
      }),
    );
  });

  it("are typed only where something was written or said to be none", () => {
    const answers = [answer("needs"), answer("ties", { none: true }), answer("phone", { text: "1" })];
    expect(editsOf(answers).map(({ key }) => key)).toEqual(["ties", "phone"]);
  });
});
