import { describe, expect, it } from "vitest";
import { crowdIn } from "../../../test/golden/crowd.ts";
import { analysisOf, partOf, proposalsAmong, reasonsGiven, ruleOf } from "../../../test/golden/search.ts";
import { ask, members } from "../../../test/questions.ts";
import { completeGroup } from "../complete.ts";
import type { DemandText } from "../demand.ts";
import { planSearch } from "../search-plan.ts";
import type { LicenceFact, SnapshotBusiness } from "../snapshot.ts";

/** Six cities of one prefecture, each with the place of its office. */
const CITIES = {
  aomori: { municipality: "02201", lat: 40.822, lon: 140.747 },
  hirosaki: { municipality: "02202", lat: 40.603, lon: 140.464 },
  hachinohe: { municipality: "02203", lat: 40.512, lon: 141.488 },
  towada: { municipality: "02206", lat: 40.613, lon: 141.206 },
  mutsu: { municipality: "02208", lat: 41.293, lon: 141.183 },
  goshogawara: { municipality: "02205", lat: 40.808, lon: 140.44 },
} as const;

type City = keyof typeof CITIES;

const firm = (id: string, city: City, licences: readonly LicenceFact[]): SnapshotBusiness => ({
  id,
  ...CITIES[city],
  employees: 8,
  capitalYen: 5_000_000,
  industry: "8811",
  needs: [["K26", 2]],
  capabilities: [["estate-clearing", 2]],
  licences,
});

const household = (city: City): LicenceFact => ["ippan-collect", CITIES[city].municipality];
const industrial: LicenceFact = ["sanpai-collect", "02"];
const secondHand: LicenceFact = ["kobutsu", "02"];

/** An association for clearing estates: household waste is licensed by municipality, industrial waste by prefecture. */
const clearers: readonly SnapshotBusiness[] = [
  firm("aomori-clean", "aomori", [household("aomori"), secondHand]),
  firm("aomori-reuse", "aomori", [secondHand]),
  firm("hirosaki-waste", "hirosaki", [household("hirosaki"), industrial]),
  firm("hirosaki-clean", "hirosaki", [secondHand]),
  firm("hachinohe-waste", "hachinohe", [household("hachinohe"), industrial]),
  firm("hachinohe-reuse", "hachinohe", [secondHand]),
  firm("towada-waste", "towada", [household("towada")]),
  firm("mutsu-waste", "mutsu", [household("mutsu"), secondHand]),
  firm("goshogawara-waste", "goshogawara", [household("goshogawara")]),
];

const cities = Object.keys(CITIES) as City[];
const estates: DemandText = {
  capabilities: [["estate-clearing", 1]],
  licences: cities.map(household),
  areas: cities.map((city) => CITIES[city]),
};

/** The same work asked for as "household waste, wherever it is", which tells the areas without a holder. */
const anywhere: DemandText = { licences: [["ippan-collect"]], areas: estates.areas ?? [] };

const inOrder = (question = ask("SHARED_ORDERS", estates), businesses = clearers) => analysisOf(businesses, question);
const without = (id: string) => clearers.filter((business) => business.id !== id);
describe("clearing estates in six cities", () => {
  it("is covered by nine firms: every licence, every city, no doubt about the rules", () => {
    const analysis = inOrder();
    expect(analysis.rules.map(({ id, verdict }) => [id, verdict])).toEqual([
      ["H1", "pass"],
      ["H2", "pass"],
      ["H3", "pass"],
      ["H5", "pass"],
    ]);
    expect([partOf("coverage", analysis)?.low, partOf("area-coverage", analysis)?.low]).toEqual([1000, 1000]);
    // seven requirements, fourteen places: all nine can clear estates, each licence has one holder; 8 of 14 shares
    expect(partOf("redundancy", analysis)?.low).toBe(571);
  });

  it("is enough for a cooperative of its own", () => {
    const { rules } = inOrder(ask("SHARED_ORDERS", estates, { form: "1" }));
    expect(rules[0]).toMatchObject({ id: "H1", verdict: "pass", evidence: { form: "1", members: 9, needed: 4 } });
  });

  it("also holds what businesses' waste and second-hand goods need, until the firms of Hirosaki and Hachinohe leave", () => {
    const whole = ask("SHARED_ORDERS", { ...estates, licences: [...cities.map(household), industrial, secondHand] });
    expect(ruleOf("H5", inOrder(whole))?.verdict).toBe("pass");
    const holders = ["hirosaki-waste", "hachinohe-waste"];
    const leftBy = (...gone: readonly string[]) =>
      ruleOf(
        "H5",
        inOrder(
          whole,
          clearers.filter(({ id }) => !gone.includes(id)),
        ),
      )?.evidence;
    const lacksIndustrial = { missing: expect.arrayContaining([expect.objectContaining({ licence: industrial[0] })]) };
    expect(leftBy("hirosaki-waste")).not.toMatchObject(lacksIndustrial);
    expect(leftBy(...holders)).toMatchObject(lacksIndustrial);
  });

  it("fails for Mutsu when the firm of Mutsu leaves, and says so", () => {
    const analysis = inOrder(undefined, without("mutsu-waste"));
    expect(ruleOf("H5", analysis)).toMatchObject({
      verdict: "fail",
      evidence: {
        missing: [{ kind: "licence", licence: "ippan-collect", area: "02208" }],
        areasWithoutHolder: [{ municipality: "02208", licence: "ippan-collect" }],
      },
    });
    const served = partOf("area-coverage", analysis)?.matches.filter(({ points }) => points > 0).length;
    expect(served).toBe(5);
  });

  it("does not take a permit of Hirosaki for Aomori, near as it is", () => {
    const near = clearers.map((business) =>
      business.id === "hirosaki-waste" ? { ...business, ...CITIES.aomori } : business,
    );
    const analysis = inOrder(
      ask("SHARED_ORDERS", anywhere),
      near.filter(({ id }) => id !== "aomori-clean"),
    );
    expect(ruleOf("H5", analysis)).toMatchObject({
      verdict: "pass",
      evidence: { areasWithoutHolder: [{ municipality: "02201", licence: "ippan-collect" }] },
    });
    const aomori = partOf("area-coverage", analysis)?.matches[cities.indexOf("aomori")];
    expect([aomori?.members, aomori?.points]).toEqual([[], 0]);
  });

  it("tells the gap of a town where nobody is licensed", () => {
    const kuroishi = { municipality: "02204", lat: 40.642, lon: 140.595 };
    const analysis = inOrder(ask("SHARED_ORDERS", { ...anywhere, areas: [CITIES.aomori, kuroishi] }));
    expect(ruleOf("H5", analysis)?.evidence).toMatchObject({
      areasWithoutHolder: [{ municipality: "02204", licence: "ippan-collect" }],
    });
  });

  it("does not count a second-hand dealer for waste", () => {
    const dealers = clearers.filter(({ id }) => id.endsWith("-reuse") || id === "hirosaki-clean");
    const order: DemandText = { ...estates, licences: [...cities.map(household), secondHand] };
    const analysis = inOrder(ask("SHARED_ORDERS", order), dealers);
    const met = partOf("coverage", analysis)
      ?.matches.filter(({ points }) => points > 0)
      .map(({ evidence }) => evidence);
    expect(met).toEqual([
      { requirement: { kind: "capability", tag: "estate-clearing", level: 1 } },
      { requirement: { kind: "licence", licence: "kobutsu", area: "02" } },
    ]);
    expect(partOf("area-coverage", analysis)?.low).toBe(0);
  });

  it("is the first group found among the crowds of all six cities, for its licences, its areas and who stands in", () => {
    const crowds = cities.flatMap((city, index) => crowdIn(CITIES[city], 15, 101 + index));
    const [best] = proposalsAmong([...clearers, ...crowds], ask("SHARED_ORDERS", estates), { withinKm: 120 });
    const needed = [
      "aomori-clean",
      "goshogawara-waste",
      "hachinohe-waste",
      "hirosaki-waste",
      "mutsu-waste",
      "towada-waste",
    ];
    expect(best?.members).toEqual(expect.arrayContaining(needed));
    expect(best && ruleOf("H5", best)?.verdict).toBe("pass");
    expect(reasonsGiven(best).slice(0, 2)).toEqual(["coverage", "area-coverage"]);
  });

  it("is not proposed at all where the firm of Mutsu is out of reach: a permit would be missing", () => {
    const crowd = crowdIn(CITIES.aomori, 20, 101).map((business) => ({ ...business, licences: [] }));
    const question = ask("SHARED_ORDERS", estates);
    expect(proposalsAmong([...without("mutsu-waste"), ...crowd], question, { withinKm: 120 })).toEqual([]);
  });

  it("needs of all nine just the one holder in each city: the smallest set around the firm of Aomori", () => {
    const plan = planSearch(clearers, ask("SHARED_ORDERS", estates), { withinKm: 120 });
    if (!plan.accepted) throw new Error("not planned");
    const { completions } = completeGroup(members(...clearers.filter(({ id }) => id === "aomori-clean")), plan.change);
    expect(completions.map(({ added }) => added)).toEqual([
      ["goshogawara-waste", "hachinohe-waste", "hirosaki-waste", "mutsu-waste", "towada-waste"],
    ]);
  });

  it("lacks the firms of the two cities left out, who are named as the smallest set that fills the gaps", () => {
    const crowd = crowdIn(CITIES.towada, 20, 102).map((business) => ({ ...business, licences: [] }));
    const plan = planSearch([...clearers, ...crowd], ask("SHARED_ORDERS", estates), { withinKm: 120 });
    if (!plan.accepted) throw new Error("not planned");
    const there = clearers.filter(({ id }) => !["mutsu-waste", "towada-waste"].includes(id));
    const { missing, completions } = completeGroup(members(...there), plan.change);
    expect(missing.wishes).toHaveLength(4);
    expect(completions.map(({ added }) => added)).toEqual([["mutsu-waste", "towada-waste"]]);
  });
});
