import { describe, expect, it } from "vitest";
import { ask, members } from "../../test/questions.ts";
import { analyse } from "./analysis.ts";
import { answerDocument, rankedProposals } from "./document.ts";

describe("the document of an answer", () => {
  const question = ask("COOPERATIVE");
  const analysis = analyse(members({ id: "a" }, { id: "b" }), question);
  const mark = { businesses: 2, hash: "sha256:00" };
  const course = { examined: 1, elapsedMs: 5, cutShort: false };

  it("has its keys in the order that is promised, the rank first in each proposal", () => {
    const document = answerDocument(question, mark, { course, proposals: rankedProposals([analysis]) });
    expect(JSON.stringify(document)).toMatch(
      /^\{"purpose":"COOPERATIVE","engine":"1\.1\.0","terms":"2026-11","snapshot":\{"businesses":2,"hash":"sha256:00"\},"examined":1,"elapsedMs":5,"cutShort":false,"proposals":\[\{"rank":1,"members":\["a","b"\],"lower":\d+,"upper":\d+,"coverage":\d+,"band":\["thin","strong"\],"components":\[\{"id":"shared-need","weight":32,"low":0,"high":1000,"known":0,"matches":\[\]\}/,
    );
    expect(document).not.toHaveProperty("unplaced");
  });

  it("lists who was left out for want of a place where a search says so", () => {
    const document = answerDocument(question, mark, { course: { ...course, unplaced: ["x"] }, proposals: [] });
    expect(document.unplaced).toEqual(["x"]);
  });
});
