import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { referenceFile, TAKAMATSU } from "../reference-data.ts";
import { serveInstallation, type ServedInstallation } from "../served-installation.ts";
import { signedInCoordinator, type Ask } from "../signed-in.ts";
import { untilWritten } from "../written-list.ts";

const registers = referenceFile(TAKAMATSU);
let served: ServedInstallation;
let ask: Ask;

beforeAll(async () => {
  if (!registers) return;
  served = await serveInstallation({ MUSUBI_DEMO: "0" });
  ask = await signedInCoordinator(served, "37");
});
afterAll(() => served?.stop());

/** What was agreed for a question on ten thousand licences: the answer while one waits. */
const ANSWER_MS_MAX = 5_000;

describe.skipIf(!registers)("the licence registers of Takamatsu, handed to a served installation", () => {
  it("are read, compared and written", async () => {
    const contentBase64 = readFileSync(registers ?? "").toString("base64");
    const { data } = await ask<{
      importBusinesses: {
        businessImport: { id: string; newCount: number; refusedCount: number; setAsideCount: number };
      };
    }>(
      `mutation ($contentBase64: String!) { importBusinesses(input: { fileName: "takamatsu.csv", contentBase64: $contentBase64 }) {
         businessImport { id newCount refusedCount setAsideCount } problems { code } } }`,
      { contentBase64 },
    );
    const { id, newCount, refusedCount, setAsideCount } = data.importBusinesses.businessImport;
    expect([newCount, refusedCount, setAsideCount]).toEqual([10_244, 1, 242]);
    await untilWritten(ask, id);
  });

  it("answer who could take an order together, by licence and place, while one waits", async () => {
    interface Found {
      readonly discoverGroups: {
        readonly businesses: number;
        readonly elapsedMs: number;
        readonly proposals: readonly {
          readonly components: readonly { readonly id: string; readonly low: number }[];
          readonly members: readonly {
            readonly facts: readonly { readonly key: string; readonly text: string | null }[];
          }[];
        }[];
      };
    }
    const { data } = await ask<Found>(
      `{ discoverGroups(question: { purpose: "SHARED_ORDERS", top: 5, demand: { areas: ["37201"], licences: [
           { kind: "food-side-dishes", area: "37201" }, { kind: "food-confectionery", area: "37201" }, { kind: "laundry", area: "37201" } ] } }) {
         businesses elapsedMs proposals { components { id low } members { facts { key text } } } } }`,
    );
    const { businesses, elapsedMs, proposals } = data.discoverGroups;
    expect(businesses).toBe(7_370);
    expect(elapsedMs).toBeLessThan(ANSWER_MS_MAX);
    const [best] = proposals;
    expect(best?.components.find(({ id }) => id === "coverage")?.low).toBe(1000);
    const held = best?.members.flatMap(({ facts }) =>
      facts.filter(({ key }) => key === "licences").map(({ text }) => text),
    );
    for (const licence of ["そうざい製造業", "菓子製造業", "クリーニング"]) expect(held?.join()).toContain(licence);
  });

  it("say nothing of needs, capacity or will: those stay unknown", async () => {
    const { data } = await ask<{ businesses: { edges: { node: { facts: { key: string; status: string }[] } }[] } }>(
      `{ businesses(first: 20) { edges { node { facts { key status } } } } }`,
    );
    const facts = data.businesses.edges.flatMap(({ node }) => node.facts);
    const untold = facts.filter(({ key }) =>
      ["needs", "leader", "monthlyCapacity", "purposes", "successor"].includes(key),
    );
    expect([...new Set(untold.map(({ status }) => status))]).toEqual(["UNKNOWN"]);
  });
});
