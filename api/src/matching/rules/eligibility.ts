import { isInside } from "#domain/industry.ts";
import type { SizeBand } from "#domain/law.ts";
import type { Member } from "../member.ts";
import { verdictOf, type Rule, type SizeFinding } from "../rule.ts";

/** Whether a trade is of a band of named trades: `maybe` where the code is too short to tell. */
function bandAnswer(industry: string, band: SizeBand): "yes" | "no" | "maybe" {
  const named = band.trades.map((trade) => isInside(industry, trade));
  if (named.every((answer) => answer === "no")) return "no";
  const excepted = band.except.map((trade) => isInside(industry, trade));
  if (excepted.includes("yes")) return "no";
  return named.includes("yes") && !excepted.includes("maybe") ? "yes" : "maybe";
}

/** The bands a member may belong to by what is known of its trade; one where the trade tells. */
export function possibleBands(industry: string | undefined, bands: readonly SizeBand[]): readonly SizeBand[] {
  if (industry === undefined) return bands;
  const named = bands.filter(({ trades }) => trades.length > 0);
  const sure = named.find((band) => bandAnswer(industry, band) === "yes");
  if (sure !== undefined) return [sure];
  const maybe = named.filter((band) => bandAnswer(industry, band) === "maybe");
  return [...maybe, ...bands.filter(({ trades }) => trades.length === 0)];
}

/** Whether a member is small in a band: capital or employees, either is enough. */
function sizeIn(band: SizeBand, { capitalYen, employees }: Member): "within" | "over" | "unknown" {
  if (capitalYen !== undefined && capitalYen <= band.capitalYenMax) return "within";
  if (employees !== undefined && employees <= band.employeesMax) return "within";
  return capitalYen === undefined || employees === undefined ? "unknown" : "over";
}

type Size = "within" | "over" | SizeFinding;

function sizeOf(member: Member, allBands: readonly SizeBand[]): Size {
  if (allBands.every((band) => sizeIn(band, member) === "within")) return "within";
  const bands = possibleBands(member.industry, allBands);
  const sizes = new Set(bands.map((band) => sizeIn(band, member)));
  const [only] = sizes;
  if (sizes.size === 1 && only !== undefined && only !== "unknown") return only;
  return {
    member: member.id,
    band: bands.length === 1 ? (bands[0]?.id ?? null) : null,
    missing: [
      ...(bands.length === 1 ? [] : (["industry"] as const)),
      ...(member.employees === undefined ? (["employees"] as const) : []),
      ...(member.capitalYen === undefined ? (["capitalYen"] as const) : []),
    ],
  };
}

/**
 * H2: each member is a small business by capital or by regular employees, in the band of its trade
 * (SME Cooperatives Act art. 7(1)(i)). Above both is no bar but leads to the fair-trade notice (art. 7(3)): pass with caution.
 */
export const eligibility: Rule = (group, { law }) => {
  const sizes = group.map((member) => ({ member, size: sizeOf(member, law.sizeBands.value) }));
  const overBoth = sizes.filter(({ size }) => size === "over").map(({ member }) => member.id);
  const unknown = sizes.flatMap(({ size }) => (typeof size === "string" ? [] : [size]));
  return {
    id: "H2",
    verdict: verdictOf(false, unknown.length > 0),
    evidence: {
      ...(overBoth.length > 0 ? { caution: true as const } : {}),
      overBoth,
      unknown,
      noticeDays: law.fairTradeNoticeDays.value,
      law: law.sizeBands.law,
      noticeLaw: law.fairTradeNoticeDays.law,
    },
  };
};
