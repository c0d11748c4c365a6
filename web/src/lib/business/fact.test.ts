import { describe, expect, it } from "vitest";
import { factsByGroup, identityFact } from "./fact.ts";

describe("the facts of a profile in their groups", () => {
  it("stand each in one group, whatever their order", () => {
    const facts = ["needs", "phone", "name", "capabilities"].map((key) => identityFact(key, key, "x"));
    const grouped = factsByGroup(facts).map(({ id, facts: own }) => [id, own.map(({ key }) => key)]);
    expect(Object.fromEntries(grouped)).toMatchObject({
      contact: ["phone"],
      outline: ["name"],
      abilities: ["capabilities"],
      needs: ["needs"],
    });
  });

  it("lose none that no group names", () => {
    const records = factsByGroup([identityFact("newlyKept", "新しい項目", "x")]).find(({ id }) => id === "records");
    expect(records?.facts.map(({ key }) => key)).toEqual(["newlyKept"]);
  });
});

describe("what identifies a business", () => {
  it("is unknown where there is none, and nothing stands in its field", () => {
    expect(identityFact("nameKana", "フリガナ", null)).toMatchObject({ status: "UNKNOWN", entry: "" });
  });
});
