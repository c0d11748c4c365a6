import { expect, it } from "vitest";
import { firstPurpose } from "./purpose.ts";

it("begins with a shared issue where nobody knows what a business is open to, or it is open to nothing", () => {
  expect([firstPurpose(undefined), firstPurpose([])]).toEqual(["COOPERATIVE", "COOPERATIVE"]);
});

it("begins with the first purpose a business is open to", () => {
  expect(firstPurpose(["YEAR_ROUND_WORK", "JOINT_PURCHASING"])).toBe("JOINT_PURCHASING");
  expect(firstPurpose(["CROSS_INDUSTRY", "COOPERATIVE"])).toBe("COOPERATIVE");
});
