import { describe, expect, it } from "vitest";
import { roleOfHeader } from "./headers.ts";
import { BUSINESS_FIELDS, dataClassOf, fieldOf } from "./fields.ts";

describe("the list of fields", () => {
  it("names every column once, in each way", () => {
    for (const naming of ["key", "alias", "header"] as const) {
      const names = BUSINESS_FIELDS.map((field) => field[naming]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it.each(BUSINESS_FIELDS)("finds $key by its header, alias and every synonym", ({ key, alias, header, synonyms }) => {
    for (const word of [header, alias, ...synonyms]) expect([word, roleOfHeader(word)]).toEqual([word, key]);
  });

  it("identifies a business by four fields; every other is a fact, latitude and longitude one together", () => {
    const identity = BUSINESS_FIELDS.filter((field) => field.identity).map(({ key }) => key);
    expect(identity).toEqual(["externalId", "corporateNumber", "name", "nameKana"]);
    expect(BUSINESS_FIELDS.filter((field) => !field.identity && field.fact === undefined)).toEqual([]);
    expect([fieldOf("lat").fact, fieldOf("lon").fact]).toEqual(["place", "place"]);
  });

  it("keeps persons and ways to reach them confidential", () => {
    for (const fact of [
      "representative",
      "contactPerson",
      "phone",
      "fax",
      "email",
      "ownerAgeBand",
      "successor",
      "note",
    ] as const) {
      expect(dataClassOf(fact)).toBe("P3");
    }
  });

  it("keeps the staff's judgement from the owner", () => {
    expect(fieldOf("leader").staffOnly).toBe(true);
    expect(fieldOf("employees").staffOnly).toBeUndefined();
  });
});
