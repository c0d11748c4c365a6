import { expect, it } from "vitest";
import { dotted } from "./dotted.ts";

it("puts what is there side by side in the manner of each language", () => {
  expect(dotted(["訪問", null, "30分", ""], "ja")).toBe("訪問・30分");
  expect(dotted(["Visit", undefined, "30 minutes"], "en")).toBe("Visit · 30 minutes");
});
