import { expect, it } from "vitest";
import { listText } from "./list.ts";

it("names are set apart as each language does", () => {
  expect(listText(["溶接", "研磨"], "ja")).toBe("溶接、研磨");
  expect(listText(["Welding", "Polishing"], "en")).toBe("Welding, Polishing");
  expect(listText([], "ja")).toBe("");
});
