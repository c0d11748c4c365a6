import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planImport, type KeptBusiness } from "#domain/business/compare.ts";
import type { FactKey, Facts } from "#domain/business/facts.ts";
import { readListFile } from "#files/list-file.ts";
import { loadReference } from "#files/seeds/reference.ts";
import { tableFile, TABLE_FORMATS, unwritableIn, type TableFormat } from "#files/table-file.ts";
import { generatedBusinesses } from "../../test/generated-businesses.ts";
import { shippedListSource } from "../../test/list-reading.ts";
import { exportColumns } from "./export-columns.ts";

const labelOf = loadReference().labelOf("ja");
const source = shippedListSource();

function keptFrom(seed: number, knownOfTen: number, count: number): KeptBusiness[] {
  return [...generatedBusinesses(count, { seed, knownOfTen })].map(({ identity, facts }) => ({
    ...{ id: randomUUID(), version: 1, ...identity, facts },
  }));
}

async function* rowsOf(kept: readonly KeptBusiness[], columns: ReturnType<typeof exportColumns>) {
  for (const { id, facts, externalId, corporateNumber, name, nameKana } of kept) {
    const identity = Object.fromEntries(
      Object.entries({ externalId, corporateNumber, name, nameKana }).filter(([, value]) => value !== undefined),
    ) as never;
    yield columns.map(({ cell }) => cell({ id, identity, facts, updatedAt: new Date("2026-11-01") }));
  }
}

function tableOf(kept: readonly KeptBusiness[], chosen?: readonly string[]) {
  const columns = exportColumns(chosen, labelOf);
  return { title: "事業者一覧", header: columns.map(({ header }) => header), rows: rowsOf(kept, columns) };
}

async function exported(kept: readonly KeptBusiness[], format: TableFormat, chosen?: readonly string[]) {
  const pieces: Uint8Array[] = [];
  for await (const piece of tableFile(tableOf(kept, chosen), format)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function imported(kept: readonly KeptBusiness[], bytes: Uint8Array, name: string) {
  const read = await readListFile({ name, bytes }, {}, source);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  const { reading } = read;
  return { reading, plan: planImport(kept, reading) };
}

const nameOf = (format: TableFormat) => (format === "xlsx" ? "list.xlsx" : "list.csv");
const SHOWN = ["municipality", "trade", "lastContact", "known", "updated", "place", "needs"];

/** What import finds to change in a list just exported, told so that a failure can be read. */
async function differences(kept: readonly KeptBusiness[], format: TableFormat, chosen?: readonly string[]) {
  const { reading, plan } = await imported(kept, await exported(kept, format, chosen), nameOf(format));
  const changes = plan.verdicts.filter(({ verdict }) => verdict !== "unchanged");
  return {
    refused: reading.problems.filter(({ code }) => !code.startsWith("COLUMN_")),
    changes,
    unchanged: plan.unchanged,
  };
}

describe("a list that goes out and comes back unedited", () => {
  it.each(
    TABLE_FORMATS.flatMap((format) => [[format, "every field"] as const, [format, "the columns shown"] as const]),
  )(
    "as %s with %s changes nothing",
    async (format, columns) => {
      const kept = keptFrom(1, 8, 150);
      const found = await differences(kept, format, columns === "every field" ? undefined : SHOWN);
      expect(found).toEqual({ refused: [], changes: [], unchanged: kept.length });
    },
    60_000,
  );

  it("changes nothing whatever is known of whom", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 10 }), async (seed, knownOfTen) => {
        const kept = keptFrom(seed, knownOfTen, 5);
        const found = await differences(kept, "csv");
        expect(found).toEqual({ refused: [], changes: [], unchanged: kept.length });
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it("reads every fact back to the same value, without looking at what is known", async () => {
    const kept = keptFrom(7, 10, 60);
    const { reading } = await imported([], await exported(kept, "csv"), "list.csv");
    const byId = new Map(kept.map((business) => [business.id, business.facts]));
    for (const { musubiId, facts, about } of reading.entries) {
      const known = byId.get(musubiId ?? "") as Facts;
      for (const key of Object.keys(known) as FactKey[]) {
        expect(facts[key], `${key} of ${JSON.stringify(known[key])}`).toEqual(known[key]?.value);
        expect(about.includes(key), key).toBe(known[key]?.about === true);
      }
    }
  });

  it("reads every term of the vocabularies back to its code", async () => {
    const { capabilities, issues, licences } = loadReference().vocabularies;
    const levelled = (terms: readonly { readonly code: string }[]) => terms.map(({ code }) => [code, 1]);
    const facts = {
      capabilities: levelled(capabilities),
      needs: levelled(issues),
      licences: licences.map(({ code }) => ({ kind: code, area: "37201" })),
    };
    const told = Object.entries(facts).map(([key, value]) => [key, { value, source: "list", on: "2026-01-01" }]);
    const kept = [{ id: randomUUID(), version: 1, name: "なんでも屋", facts: Object.fromEntries(told) as Facts }];
    const { reading } = await imported([], await exported(kept, "csv"), "list.csv");
    expect(reading.entries[0]?.facts).toEqual(facts);
  });

  it("loses no character that CP932 lacks, and names each of them before", async () => {
    const kept: KeptBusiness[] = [{ id: randomUUID(), version: 1, name: "𠮷田鷗堂", facts: {} }];
    const lost = await unwritableIn(tableOf(kept));
    expect(lost.map(({ character, count }) => [character, count])).toEqual([
      ["𠮷", 1],
      ["鷗", 1],
    ]);
    expect((await differences(kept, "csv-cp932")).changes).toEqual([]);
  });
});

describe("a list that comes back edited", () => {
  const edit = async (kept: readonly KeptBusiness[], change: (text: string) => string) => {
    const text = (await exported(kept, "csv")).toString("utf8");
    return (await imported(kept, Buffer.from(change(text)), "list.csv")).plan.verdicts;
  };
  const fact = <T>(value: T) => ({ value, source: "owner", on: "2026-01-01" }) as never;
  const one: KeptBusiness = {
    ...{ id: randomUUID(), version: 1, externalId: "A-1", name: "みどり商店", nameKana: "ミドリショウテン" },
    facts: {
      employees: fact(12),
      note: fact("=1+1 と書かれたメモ"),
      needs: fact([["K02", 2]]),
      adviser: fact("香川 花子"),
    },
  };

  it("shows one edited cell as exactly one change", async () => {
    const [verdict] = await edit([one], (text) => text.replace(",12,", ",15,"));
    expect(verdict).toMatchObject({
      verdict: "changed",
      id: one.id,
      changes: [{ key: "employees", before: 12, after: 15 }],
    });
  });

  it("finds its business by its number, whatever else was edited", async () => {
    const other: KeptBusiness = { id: randomUUID(), version: 1, name: "みどり商店", facts: {} };
    const [verdict] = await edit([one, other], (text) =>
      text.replace("A-1", "B-7").replace("みどり商店", "あおば商店"),
    );
    expect(verdict).toMatchObject({ verdict: "changed", id: one.id });
    expect(verdict?.verdict === "changed" && verdict.changes.map(({ key }) => key)).toEqual(["externalId", "name"]);
  });

  it("never erases what is known where a cell was emptied", async () => {
    const verdicts = await edit([one], (text) => text.replace("香川 花子", ""));
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(["unchanged"]);
  });

  it("takes a cell that begins like a formula for the text it is", async () => {
    const text = (await exported([one], "csv")).toString("utf8");
    expect(text).toContain("'=1+1 と書かれたメモ");
  });

  it("tells of a number that finds no business, and looks for it otherwise", async () => {
    const bytes = await exported([one], "csv");
    const stranger = { ...one, id: randomUUID() };
    const { plan } = await imported([stranger], bytes, "list.csv");
    expect(plan.notices.map(({ code, value }) => [code, value])).toEqual([["MUSUBI_NUMBER_NOT_KNOWN", one.id]]);
    expect(plan.verdicts.map(({ verdict }) => verdict)).toEqual(["unchanged"]);
  });
});
