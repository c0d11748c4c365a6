import { describe, expect, it } from "vitest";
import type { PlainDate } from "../calendar.ts";
import type { KeptBusiness } from "./compare.ts";
import type { Facts } from "./facts.ts";
import { planResponses } from "./plan-responses.ts";
import type { Response } from "./read-responses.ts";

const day = (text: string) => text as PlainDate;
const survey = { by: "連携可能性調査", today: day("2026-11-21") };
const shop = (id: string, name: string, facts: Facts = {}): KeptBusiness => ({ id, name, version: 1, facts });
const answer = (row: number, respondent: Response["respondent"], facts: Response["facts"]): Response => ({
  ...{ row, respondent, facts, about: [] },
});
const on = (text: string, response: Response): Response => ({ ...response, answeredOn: day(text) });
const handed = (value: number, since: string, source: "list" | "owner" = "list") => ({
  employees: { value, source, on: day(since) },
});

describe("who answered a survey", () => {
  const called = (number: string) => ({ phone: { value: number, source: "list", on: day("2026-01-01") } }) as const;
  const kept = [
    { ...shop("b1", "まつ屋"), externalId: "1" },
    shop("b2", "みどり堂", called("087-1")),
    shop("b3", "みどり堂", called("087-2")),
    shop("b4", "ふじ屋"),
  ];
  const found = (respondent: Response["respondent"], facts: Response["facts"] = {}) =>
    planResponses(kept, [answer(2, respondent, { employees: 3, ...facts })], survey).answered.map(
      ({ before }) => before.id,
    );

  it("is found by key, by a name of its own, and among namesakes by telephone", () => {
    expect(found({ externalId: "1", name: "松屋" })).toEqual(["b1"]);
    expect(found({ name: "ふじ屋" })).toEqual(["b4"]);
    expect(found({ name: "みどり堂" }, { phone: "（087）２" })).toEqual(["b3"]);
  });

  it("is told and kept aside where nobody known it can be, or several can", () => {
    const responses = [answer(2, { name: "みどり堂" }, {}), answer(3, { externalId: "9" }, {})];
    expect(planResponses(kept, responses, survey)).toEqual({
      ...{ answered: [], changed: 0, unchanged: 0 },
      unknown: [
        { row: 2, respondent: { name: "みどり堂" } },
        { row: 3, respondent: { externalId: "9" } },
      ],
    });
  });
});

describe("an answer", () => {
  const planned = (facts: Facts, ...responses: readonly Response[]) =>
    planResponses([shop("b1", "甲", facts)], responses, survey);
  const who = { name: "甲" };

  it("is the owner's word of its day, under the survey's name", () => {
    const plan = planned(handed(6, "2026-01-01"), on("2026-10-01", answer(2, who, { employees: 9 })));
    expect(plan.answered[0]?.facts.employees).toEqual({
      ...{ value: 9, source: "owner", on: "2026-10-01", by: "連携可能性調査" },
    });
  });

  it("that is older than what is known changes nothing", () => {
    const plan = planned(handed(6, "2026-10-02"), on("2026-10-01", answer(2, who, { employees: 9 })));
    expect(plan).toMatchObject({ answered: [], changed: 0, unchanged: 1 });
  });

  it("confirms what is known on a later day, and a second time changes nothing", () => {
    const response = on("2026-10-01", answer(2, who, { employees: 6 }));
    const plan = planned(handed(6, "2026-01-01"), response);
    expect(plan.answered[0]?.facts.employees).toMatchObject({ source: "owner", on: "2026-10-01" });
    expect(planned(plan.answered[0]?.facts ?? {}, response)).toMatchObject({ changed: 0, unchanged: 1 });
  });

  it("without a day changes nothing the next day either", () => {
    const response = answer(2, who, { employees: 6, note: "また来てほしい" });
    const facts = planned({}, response).answered[0]?.facts ?? {};
    const tomorrow = { ...survey, today: day("2026-11-22") };
    expect(planResponses([shop("b1", "甲", facts)], [response], tomorrow)).toMatchObject({ changed: 0, unchanged: 1 });
  });

  it("counts last where it was given last, wherever it stands", () => {
    const plan = planned(
      {},
      on("2026-10-02", answer(2, who, { employees: 9 })),
      on("2026-10-01", answer(3, who, { employees: 5 })),
    );
    expect(plan).toMatchObject({ changed: 2, answered: [{ rows: [3, 2], facts: { employees: { value: 9 } } }] });
  });

  it("adds to the note and leaves name and address alone", () => {
    const note = { note: { value: "古い友人", source: "adviser", on: day("2026-10-30") } } as const;
    const plan = planned(note, answer(2, who, { note: "また来てほしい", address: "高松市" }));
    expect(plan.answered[0]?.facts).toMatchObject({ note: { value: "古い友人\nまた来てほしい" } });
    expect(plan.answered[0]?.facts.address).toBeUndefined();
  });
});
