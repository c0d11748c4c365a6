import { describe, expect, it } from "vitest";
import { nameOfChosen } from "./chosen-name.ts";

const members = ["雷鳥金型", "立山鋳造", "神通鍍金"].map((name, at) => ({ id: String(at), name }));
const usualName = (those: readonly { readonly name: string }[]) => `${those[0]?.name} ほか${those.length - 1}者`;
const proposal = { name: "雷鳥金型 ほか2者", members };

describe("the name proposed for a group", () => {
  it("counts those chosen, in the order of the candidate", () => {
    expect(nameOfChosen(proposal, ["2", "1", "0"], usualName)).toBe("雷鳥金型 ほか2者");
    expect(nameOfChosen(proposal, ["2", "0"], usualName)).toBe("雷鳥金型 ほか1者");
  });

  it("begins with the first that is chosen", () => {
    expect(nameOfChosen(proposal, ["2", "1"], usualName)).toBe("立山鋳造 ほか1者");
  });

  it("is the candidate's where somebody gave it one, and where nobody is chosen", () => {
    expect(nameOfChosen({ name: "金型の会", members }, ["0", "1"], usualName)).toBe("金型の会");
    expect(nameOfChosen(proposal, [], usualName)).toBe("雷鳥金型 ほか2者");
  });
});
