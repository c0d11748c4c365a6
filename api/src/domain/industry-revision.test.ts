import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { IndustryRow } from "#domain/reference-data.ts";
import { readDataFolder } from "#files/reference/data-folder.ts";
import { fromRevision13, type RevisionNames } from "./industry-revision.ts";

const none: RevisionNames = { thirteenth: new Map(), fourteenth: new Map() };

const some: RevisionNames = {
  thirteenth: new Map([
    ["097", "パン・菓子製造業"],
    ["0971", "パン製造業"],
    ["1022", "ビール類製造業"],
    ["102", "酒類製造業"],
    ["561", "百貨店，総合スーパー"],
    ["5611", "百貨店，総合スーパー"],
    ["2822", "音響部品・磁気ヘッド・小形モータ製造業"],
  ]),
  fourteenth: new Map([
    ["097", "パン・菓子製造業"],
    ["0971", "パン製造業"],
    ["1022", "発泡性酒類製造業"],
    ["102", "酒類製造業"],
    ["561", "百貨店"],
    ["5611", "百貨店"],
    ["2822", "音響部品・磁気ヘッド・小形モーター製造業"],
  ]),
};

describe("a trade code of revision 13", () => {
  it("stays where code and name are the same in both", () => {
    expect(fromRevision13("0971", some)).toEqual({ code: "0971", sureness: "same" });
    expect(fromRevision13("2822", some)).toEqual({ code: "2822", sureness: "same" });
  });

  it("is known by its group where only that is the same, and by its division where neither is", () => {
    expect(fromRevision13("1022", some)).toEqual({ code: "102", sureness: "group" });
    expect(fromRevision13("5611", some)).toEqual({ code: "56", sureness: "division" });
    expect(fromRevision13("561", some)).toEqual({ code: "56", sureness: "division" });
  });

  it("is known by its division alone where the classes are not loaded", () => {
    expect(fromRevision13("0971", none)).toEqual({ code: "09", sureness: "division" });
    expect([fromRevision13("09", none), fromRevision13("E", none)].map(({ sureness }) => sureness)).toEqual([
      ...["same", "same"],
    ]);
  });
});

const folder = process.env["REFERENCE_DATA"] ?? new URL("../../../../shared/data", import.meta.url).pathname;
const isThere = existsSync(`${folder}/jsic`);
if (!isThere) console.log("Skipped: the trade classes are not there (set REFERENCE_DATA).");

describe.skipIf(!isThere)("the publishers' two revisions", () => {
  it("share their divisions, and all but a few classes", () => {
    const { found } = readDataFolder(folder);
    const namesOf = (id: string) => {
      const rows = (found.find(({ set }) => set.id === id)?.rows ?? []) as readonly IndustryRow[];
      return new Map(rows.map(({ code, name }) => [code, name]));
    };
    const names = { thirteenth: namesOf("industries-13"), fourteenth: namesOf("industries-14") };
    const finest = [...names.thirteenth.keys()].filter((code) => /^\d{2}[1-9]\d$/.test(code));
    const carried = finest.map((code) => fromRevision13(code, names).sureness);
    const count = (sureness: string) => carried.filter((one) => one === sureness).length;
    expect([finest.length, count("same"), count("group"), count("division")]).toEqual([1_271, 1_221, 42, 8]);
  });
});
