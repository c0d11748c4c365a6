import { describe, expect, it } from "vitest";
import { crowdIn, type Town } from "../../../test/golden/crowd.ts";
import { analysisOf, idsOf, partOf, proposalsAmong, reasonsGiven, ruleOf } from "../../../test/golden/search.ts";
import { ask } from "../../../test/questions.ts";
import { reasonsOf } from "../reasons.ts";
import type { SnapshotBusiness } from "../snapshot.ts";

/** Eleven exporters of ten trades in one prefecture who open doors for each other (EX06). Pseudonyms. */
const SAGA: Town = { municipality: "41201", lat: 33.2635, lon: 130.3009 };
const ARITA: Town = { municipality: "41401", lat: 33.2106, lon: 129.8494 };
const OGI: Town = { municipality: "41208", lat: 33.2793, lon: 130.2144 };
const URESHINO: Town = { municipality: "41209", lat: 33.1277, lon: 130.0599 };
const KANZAKI: Town = { municipality: "41210", lat: 33.3107, lon: 130.3729 };

const CHANNELS = ["channel-europe", "channel-asia", "channel-america"];

const exporter = (index: number, industry: string, town: Town): SnapshotBusiness => ({
  id: `exporter-${String.fromCharCode(97 + index)}`,
  ...town,
  industry,
  employees: 12 + index,
  capitalYen: 10_000_000,
  needs: [
    ["K15", 3],
    ["K17", 2],
  ],
  capabilities: [[CHANNELS[index % 3] as string, 3]],
  seeks: [
    [CHANNELS[(index + 1) % 3] as string, 3],
    [CHANNELS[(index + 2) % 3] as string, 2],
  ],
  leader: index === 0 ? 3 : index === 1 ? 2 : 1,
  ties: index === 0 ? [] : ["exporter-a"],
});

const exporters: readonly SnapshotBusiness[] = [
  exporter(0, "1311", SAGA),
  exporter(1, "1193", SAGA),
  exporter(2, "2142", ARITA),
  exporter(3, "1424", SAGA),
  exporter(4, "1023", OGI),
  exporter(5, "1031", URESHINO),
  exporter(6, "1031", URESHINO),
  exporter(7, "0922", SAGA),
  exporter(8, "0992", KANZAKI),
  exporter(9, "0949", SAGA),
  exporter(10, "0942", SAGA),
];
const prefecture = [...exporters, ...crowdIn(SAGA, 50, 606), ...crowdIn(URESHINO, 20, 607)];
const question = ask("CROSS_INDUSTRY");

describe("exporters of ten trades", () => {
  it("are the first group found, for the doors they open for each other, and share the wish to export", () => {
    const [first] = proposalsAmong(prefecture, question, { withinKm: 60 });
    expect(first?.members.every((id) => id.startsWith("exporter-"))).toBe(true);
    expect(reasonsGiven(first)).toEqual(["complementarity", "leader", "useful-distance"]);
    const told = reasonsOf(first ?? { components: [] });
    expect(
      told.some(({ id, match }) => id === "shared-need" && "issue" in match.evidence && match.evidence.issue === "K15"),
    ).toBe(true);
    expect(told.filter(({ id }) => id === "complementarity").length).toBeGreaterThanOrEqual(first?.members.length ?? 0);
  });

  it("are found all eleven where so many are asked for", () => {
    const [first] = proposalsAmong(prefecture, question, { withinKm: 60, membersMin: 11 });
    expect(first?.members).toEqual(idsOf(exporters));
  });

  it("start as a voluntary group of any size from two, and meet the rules", () => {
    const analysis = analysisOf(exporters, question);
    expect(ruleOf("H1", analysis)).toMatchObject({ verdict: "pass", evidence: { form: "A1", needed: 2 } });
    expect(analysis.rules.every(({ verdict }) => verdict === "pass")).toBe(true);
  });

  it("lose little by two tea makers of one town, who are named as rivals", () => {
    const analysis = analysisOf(exporters, question);
    const apart = exporters.map((one) => (one.id === "exporter-g" ? { ...one, industry: "1041" } : one));
    const loss = analysisOf(apart, question).lower - analysis.lower;
    expect(loss).toBeGreaterThan(0);
    expect(loss).toBeLessThan(1500);
    expect(partOf("low-rivalry", analysis)?.matches.at(-1)).toMatchObject({
      members: ["exporter-f", "exporter-g"],
      points: 0,
    });
  });
});
