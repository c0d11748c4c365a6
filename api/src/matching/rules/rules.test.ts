import { describe, expect, it } from "vitest";
import { ask, members } from "../../../test/questions.ts";
import { isAskedFor, judge } from "../rule-registry.ts";
import type { Question } from "../question.ts";
import type { RuleId } from "../rule.ts";
import type { SnapshotBusiness } from "../snapshot.ts";

function verdictOf(id: RuleId, question: Question, ...businesses: readonly SnapshotBusiness[]) {
  const result = judge(members(...businesses), question).find((rule) => rule.id === id);
  return { verdict: result?.verdict, evidence: result?.evidence };
}

const persons = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `b${index}` }));

describe("H1, the number of legal persons", () => {
  it.each([
    ["1", 3, 4],
    ["10", 6, 7],
    ["12", 19, 20],
    ["A1", 1, 2],
    ["A4", 2, 3],
  ])("of form %s fails with %i and passes with %i", (form, tooFew, enough) => {
    const question = ask("COOPERATIVE", {}, { form });
    expect(verdictOf("H1", question, ...persons(tooFew)).verdict).toBe("fail");
    expect(verdictOf("H1", question, ...persons(enough)).verdict).toBe("pass");
  });

  it("is unknown for a form without a figure", () => {
    expect(verdictOf("H1", ask("COOPERATIVE", {}, { form: "13" }), ...persons(4)).verdict).toBe("unknown");
  });

  it("is that of the purpose's usual form where none is asked for", () => {
    expect(verdictOf("H1", ask("COOPERATIVE"), ...persons(3)).verdict).toBe("fail");
    expect(verdictOf("H1", ask("SHARED_ORDERS"), ...persons(2)).verdict).toBe("pass");
  });
});

describe("H2, eligibility by capital or employees", () => {
  const of = (facts: Omit<SnapshotBusiness, "id">) => verdictOf("H2", ask("COOPERATIVE"), { id: "a", ...facts });

  it.each([
    ["0971", 300_000_000, 300],
    ["5111", 100_000_000, 100],
    ["5711", 50_000_000, 50],
    ["7611", 50_000_000, 50],
    ["3911", 50_000_000, 100],
    ["7911", 300_000_000, 300],
    ["7811", 50_000_000, 100],
  ])("of trade %s is met at either limit and cautioned above both", (industry, capitalYen, employees) => {
    expect(of({ industry, capitalYen, employees: employees + 1 }).evidence).not.toHaveProperty("caution");
    expect(of({ industry, capitalYen: capitalYen + 1, employees }).evidence).not.toHaveProperty("caution");
    const over = of({ industry, capitalYen: capitalYen + 1, employees: employees + 1 });
    expect(over).toMatchObject({ verdict: "pass", evidence: { caution: true, overBoth: ["a"] } });
  });

  it("is unknown while the fact that would decide is missing, and met by the one that is there", () => {
    expect(of({ industry: "5711", capitalYen: 50_000_001 }).verdict).toBe("unknown");
    expect(of({ industry: "5711", employees: 51 }).verdict).toBe("unknown");
    expect(of({ industry: "5711", employees: 50 }).verdict).toBe("pass");
    expect(of({}).evidence).toMatchObject({
      unknown: [{ member: "a", band: null, missing: ["industry", "employees", "capitalYen"] }],
    });
  });

  it("needs no trade where every trade would answer the same", () => {
    expect(of({ employees: 50 }).verdict).toBe("pass");
    expect(of({ employees: 51, capitalYen: 50_000_001 }).verdict).toBe("unknown");
    expect(of({ employees: 301, capitalYen: 300_000_001 })).toMatchObject({
      verdict: "pass",
      evidence: { caution: true },
    });
  });

  it("reads a trade only as far as its code goes", () => {
    // 69 holds car parks (service) and leasing of buildings (other)
    expect(of({ industry: "69", employees: 101, capitalYen: 60_000_000 }).verdict).toBe("unknown");
    expect(of({ industry: "6931", employees: 101, capitalYen: 60_000_000 }).evidence).toHaveProperty("caution");
    expect(of({ industry: "6911", employees: 101, capitalYen: 60_000_000 }).evidence).not.toHaveProperty("caution");
  });
});

describe("H3, the district", () => {
  const question = ask("COOPERATIVE", {}, { districts: ["02", "05201"] });

  it("holds prefectures and municipalities, and leaves an unknown place open", () => {
    expect(
      verdictOf("H3", question, { id: "a", municipality: "02201" }, { id: "b", municipality: "05201" }).verdict,
    ).toBe("pass");
    expect(verdictOf("H3", question, { id: "a", municipality: "05202" }, { id: "b" })).toMatchObject({
      verdict: "fail",
      evidence: { outside: ["a"] },
    });
    expect(verdictOf("H3", question, { id: "a", municipality: "02201" }, { id: "b" })).toMatchObject({
      verdict: "unknown",
      evidence: { unknown: ["b"] },
    });
    expect(verdictOf("H3", ask("COOPERATIVE"), { id: "a" }).verdict).toBe("pass");
  });
});

describe("H3 of a form that lies in one prefecture", () => {
  const question = ask("YEAR_ROUND_WORK");
  const aomori: SnapshotBusiness = { id: "a", municipality: "02203" };

  it("fails for members of two, cites the act, and is open while a municipality is not known", () => {
    expect(verdictOf("H3", question, aomori, { id: "b", municipality: "03213" })).toMatchObject({
      verdict: "fail",
      evidence: {
        outside: [],
        onePrefecture: { prefectures: ["02", "03"], law: { act: "501AC1000000064", article: "3(3)(i)" } },
      },
    });
    expect(verdictOf("H3", question, aomori, { id: "b", municipality: "02201" }).verdict).toBe("pass");
    expect(verdictOf("H3", question, aomori, { id: "b" })).toMatchObject({
      verdict: "unknown",
      evidence: { unknown: ["b"] },
    });
  });

  it("fails for two prefectures also where both were asked for, and not for another form", () => {
    const districts = ["02", "03"];
    const iwate: SnapshotBusiness = { id: "b", municipality: "03213" };
    expect(verdictOf("H3", ask("YEAR_ROUND_WORK", {}, { districts }), aomori, iwate).verdict).toBe("fail");
    expect(verdictOf("H3", ask("YEAR_ROUND_WORK", {}, { districts, form: "1" }), aomori, iwate).verdict).toBe("pass");
  });
});

describe("H12, trades barred from dispatch", () => {
  const question = ask("YEAR_ROUND_WORK");

  it.each([
    ["0611", "fail"],
    ["D", "fail"],
    ["4811", "fail"],
    ["4821", "pass"],
    ["9231", "fail"],
    ["9221", "pass"],
    ["7511", "pass"],
    ["48", "unknown"],
    ["R", "unknown"],
    ["92", "unknown"],
    ["A", "pass"],
  ])("a member of trade %s makes it %s", (industry, verdict) => {
    expect(verdictOf("H12", question, { id: "a", industry }, { id: "b", industry: "0111" }).verdict).toBe(verdict);
  });

  it("names who is barred and whose trade is not known", () => {
    expect(verdictOf("H12", question, { id: "a", industry: "0611" }, { id: "b" }).evidence).toEqual({
      barred: ["a"],
      unknown: ["b"],
      law: { act: "360AC0000000088", article: "4(1)" },
    });
  });

  it("is judged for work all year round only", () => {
    expect(verdictOf("H12", ask("COOPERATIVE"), { id: "a", industry: "0611" }).verdict).toBeUndefined();
  });
});

describe("H5, licences for the order", () => {
  const question = ask("SHARED_ORDERS", {
    licences: [["ippan", "02201"]],
    areas: [{ municipality: "02201" }, { municipality: "02204" }],
  });

  it("fails where nobody holds one, and is unknown while someone's are not known", () => {
    const hirosaki: SnapshotBusiness = { id: "a", licences: [["ippan", "02202"]] };
    expect(verdictOf("H5", question, hirosaki)).toMatchObject({
      verdict: "fail",
      evidence: { missing: [{ licence: "ippan" }] },
    });
    expect(verdictOf("H5", question, hirosaki, { id: "b" })).toMatchObject({
      verdict: "unknown",
      evidence: { unknown: ["b"] },
    });
    expect(verdictOf("H5", question, { id: "a", licences: [["ippan", "02"]] })).toMatchObject({
      verdict: "pass",
      evidence: { asked: 1 },
    });
    expect(verdictOf("H5", ask("COOPERATIVE"), { id: "a" })).toMatchObject({ verdict: "pass", evidence: { asked: 0 } });
  });

  it("tells demanded areas without a holder and does not fail for them", () => {
    const everywhere = ask("SHARED_ORDERS", {
      licences: [["ippan"]],
      areas: [{ municipality: "02201" }, { municipality: "02204" }],
    });
    expect(verdictOf("H5", everywhere, { id: "a", licences: [["ippan", "02201"]] })).toMatchObject({
      verdict: "pass",
      evidence: { areasWithoutHolder: [{ municipality: "02204", licence: "ippan" }] },
    });
  });
});

describe("must-have and never-together", () => {
  it("are judged only where asked", () => {
    expect(judge(members(...persons(2)), ask("SHARED_ORDERS")).map(({ id }) => id)).toEqual(["H1", "H2", "H3", "H5"]);
  });

  it("fail where one is missing, or both are there", () => {
    const question = ask("SHARED_ORDERS", {}, { mustHave: ["b0", "x"], neverTogether: [["b1", "b0"]] });
    expect(verdictOf("must-have", question, ...persons(1))).toMatchObject({
      verdict: "fail",
      evidence: { missing: ["x"] },
    });
    expect(verdictOf("never-together", question, ...persons(1)).verdict).toBe("pass");
    expect(verdictOf("never-together", question, ...persons(2)).verdict).toBe("fail");
  });
});

describe("a rule nobody asked for", () => {
  const askedFor = (question: Question) =>
    judge(members(...persons(4)), question)
      .filter(isAskedFor)
      .map(({ id }) => id);

  it("is that of districts where neither somebody nor the form asks for one", () => {
    expect(askedFor(ask("COOPERATIVE"))).toEqual(["H1", "H2"]);
    expect(askedFor(ask("COOPERATIVE", {}, { districts: ["37"] }))).toEqual(["H1", "H2", "H3"]);
    expect(askedFor(ask("YEAR_ROUND_WORK"))).toContain("H3");
  });

  it("is that of licences where the order names none", () => {
    expect(askedFor(ask("SHARED_ORDERS", { licences: [] }))).toEqual(["H1", "H2"]);
    expect(askedFor(ask("SHARED_ORDERS", { licences: [["kobutsu"]] }))).toEqual(["H1", "H2", "H5"]);
  });
});
