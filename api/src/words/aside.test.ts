import { describe, expect, it } from "vitest";
import { loadReference } from "#files/seeds/reference.ts";
import type { Aside } from "#matching/asides.ts";
import { asideText, jointBusinessText } from "./aside.ts";

const reference = loadReference();
const reader = (language: "ja" | "en") => ({
  ...{ language, labelOf: reference.labelOf(language), membersTotal: 5 },
  nameOf: (id: string) => ({ a: "甲社", b: "乙社" })[id] ?? id,
});
const both = (aside: Aside) => [asideText(aside, reader("ja")), asideText(aside, reader("en"))];

describe("what stands beside a score, in words", () => {
  it.each<[Aside, string, string]>([
    [
      { id: "ages", old: ["a"], known: 3 },
      "代表者が70歳以上の事業者は1者です（年代が分かる3者のうち）。",
      "In 1 of the 3 businesses whose owner's age is known, the owner is seventy or older.",
    ],
    [
      { id: "successors", without: ["a", "b"], known: 4 },
      "甲社、乙社は、後継者がいないか、廃業の予定です（そのことが分かる4者のうち）。",
      "No successor, or about to close: 甲社, 乙社 (of 4 businesses where this is known).",
    ],
    [
      { id: "same-trade", industry: "75", members: ["a", "b"] },
      "甲社、乙社は同じ業種（宿泊業）です。",
      "甲社, 乙社 are of the same trade (Accommodations).",
    ],
    [
      { id: "membership", organisation: "むすび商工会", members: ["a"] },
      "甲社はむすび商工会に加入しています。",
      "In むすび商工会: 甲社.",
    ],
    [
      { id: "common-customer", customer: "丙商事", members: ["a", "b"] },
      "甲社、乙社は、同じ丙商事に販売しています。",
      "甲社, 乙社 sell to 丙商事.",
    ],
    [
      { id: "large-member", member: "a", employees: 120, nextEmployees: 8 },
      "甲社は従業員120人で、次に大きい事業者（8人）よりかなり大きな事業者です。",
      "甲社 has 120 employees, the next largest 8.",
    ],
    [
      { id: "far-apart", members: ["a", "b"], distanceMetres: 61_200 },
      "甲社、乙社は直線で61.2km離れています。集まる方法を決めておく必要があります。",
      "甲社, 乙社 are 61.2km apart in a straight line; how to meet has to be settled.",
    ],
  ])("says %j", (aside, ja, en) => {
    expect(both(aside)).toEqual([ja, en]);
  });

  it("names the issue a joint business answers, and its article", () => {
    const kind = reference.vocabularies.cooperativeBusinesses.find(({ code }) => code === "B02");
    if (!kind) throw new Error("B02 is missing");
    expect(jointBusinessText({ kind, issue: "K05" }, reader("ja"))).toBe(
      "「原材料・エネルギー高」に応える共同事業です（中小企業等協同組合法第9条の2第1項第1号）。",
    );
    expect(jointBusinessText({ kind, issue: null }, reader("ja"))).toBe(
      "目的に合う共同事業です（中小企業等協同組合法第9条の2第1項第1号）。",
    );
  });
});
