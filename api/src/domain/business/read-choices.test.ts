import { describe, expect, it } from "vitest";
import { isCorporation, readKind, readPurposes, readSuccessor } from "./read-choices.ts";

describe("the kind of a business", () => {
  it.each([
    ["個人", "individual"],
    ["個人事業主", "individual"],
    ["法人", "corporation"],
    ["株式会社", "stock-company"],
    ["㈱", "stock-company"],
    ["法人（有限会社）", "limited-company"],
    ["合同", "limited-liability-company"],
    ["2.法人", "corporation"],
    ["NPO法人", "nonprofit"],
  ])("%s is %s", (text, kind) => {
    expect(readKind(text)).toEqual({ value: kind });
  });

  it("that no list knows is told", () => {
    expect(readKind("その他")).toEqual({ problem: { code: "KIND_NOT_READ" } });
  });

  it("makes a corporation, and so does a legal form in the name", () => {
    expect(isCorporation("corporation", "山田")).toBe(true);
    expect(isCorporation("individual", "㈱山田")).toBe(false);
    expect(isCorporation(undefined, "㈱山田")).toBe(true);
    expect(isCorporation(undefined, "山田")).toBe(false);
  });
});

describe("the successor", () => {
  it.each([
    ["有", "yes"],
    ["あり", "yes"],
    ["無", "no"],
    ["不在", "no"],
    ["後継者なし", "no"],
    ["未定", "undecided"],
    ["候補あり", "candidate"],
    ["廃業予定", "closing"],
    ["YES", "yes"],
    ["closing", "closing"],
  ])("%s is %s", (text, answer) => {
    expect(readSuccessor(text)).toEqual({ value: answer });
  });

  it("in other words is told", () => {
    expect(readSuccessor("息子が東京")).toEqual({ problem: { code: "SUCCESSOR_NOT_READ" } });
  });
});

describe("the purposes a business is open to", () => {
  it("are read by code and by Japanese name, each once", () => {
    expect(readPurposes("SHARED_ORDERS；共同購買、共同受注")).toEqual({
      value: ["SHARED_ORDERS", "JOINT_PURCHASING"],
      notices: [],
    });
  });

  it("are known to be none where the business says so", () => {
    expect(readPurposes("なし")).toEqual({ value: [], notices: [] });
    expect(readPurposes("興味なし")).toEqual({ value: [], notices: [] });
  });

  it("tell a word that is none, and stay unknown where there is nothing else", () => {
    const notice = { code: "PURPOSE_NOT_KNOWN", item: "前向き" };
    expect(readPurposes("共同受注;前向き")).toEqual({ value: ["SHARED_ORDERS"], notices: [notice] });
    expect(readPurposes("前向き")).toEqual({ problem: notice });
  });
});
