import { divisionsOf, isInside } from "./industry.ts";
import type { SizeBand, SizeLaw, SmallEnterpriseLimits } from "./law.ts";

/** What the size test looks at. Absent is unknown. */
export interface SizeFacts {
  /** JSIC code: a letter or 2 to 4 digits. */
  readonly industry: string | undefined;
  readonly capitalYen: number | undefined;
  /** Regular employees. */
  readonly employees: number | undefined;
  /** Whether it is a natural person, who has no capital in the sense of the act; undefined where nobody said. */
  readonly isPerson?: boolean | undefined;
}

/** A fact whose answer would decide the test. */
export type SizeFactMissing = "industry" | "employees" | "capitalYen";

/** A size test's answer: within a limit, above all of them, or not told by what is known. */
export type SizeVerdict = "small" | "over" | "unknown";

/** How the size test of one business came out. */
export interface SizeTest {
  readonly verdict: SizeVerdict;
  /** The band of its trade; undefined where the trade does not tell. */
  readonly band: SizeBand | undefined;
  /** What to ask, where the verdict is unknown. */
  readonly missing: readonly SizeFactMissing[];
}

/** Whether a trade is of a band of named trades: `maybe` where the code is too short to tell. */
function bandAnswer(industry: string, band: SizeBand): "yes" | "no" | "maybe" {
  const named = band.trades.map((trade) => isInside(industry, trade));
  if (named.every((answer) => answer === "no")) return "no";
  const excepted = band.except.map((trade) => isInside(industry, trade));
  if (excepted.includes("yes")) return "no";
  return named.includes("yes") && !excepted.includes("maybe") ? "yes" : "maybe";
}

/** What `possibleBands` said of each trade, by the bands of a law: thousands of businesses have some hundred trades, codes of four digits at most. */
const BANDS_OF_TRADES = new WeakMap<readonly SizeBand[], Map<string, readonly SizeBand[]>>();

/** The bands a business may belong to by what is known of its trade; one where the trade tells. */
function possibleBands(industry: string | undefined, bands: readonly SizeBand[]): readonly SizeBand[] {
  if (industry === undefined) return bands;
  const known = BANDS_OF_TRADES.get(bands)?.get(industry);
  if (known !== undefined) return known;
  const possible = bandsOfTrade(industry, bands);
  const byTrade = BANDS_OF_TRADES.get(bands) ?? new Map<string, readonly SizeBand[]>();
  BANDS_OF_TRADES.set(bands, byTrade.set(industry, possible));
  return possible;
}

function bandsOfTrade(industry: string, bands: readonly SizeBand[]): readonly SizeBand[] {
  const named = bands.filter(({ trades }) => trades.length > 0);
  const sure = named.find((band) => bandAnswer(industry, band) === "yes");
  if (sure !== undefined) return [sure];
  const maybe = named.filter((band) => bandAnswer(industry, band) === "maybe");
  return [...maybe, ...(areAllNamed(industry, named) ? [] : bands.filter(({ trades }) => trades.length === 0))];
}

/** Whether every division of a section is of a named band, so that the band of remaining trades is out of the question. */
function areAllNamed(industry: string, named: readonly SizeBand[]): boolean {
  const section = divisionsOf(industry);
  if (section === undefined) return false;
  const [first, last] = [Number(section.first), Number(section.last)];
  const divisions = Array.from({ length: last - first + 1 }, (_, at) => String(first + at).padStart(2, "0"));
  return divisions.every((division) => named.some((band) => bandAnswer(division, band) === "yes"));
}

/** Whether a business is small in a band: capital or employees, either is enough; a person has employees only. */
function sizeIn(band: SizeBand, { capitalYen, employees, isPerson = false }: SizeFacts): SizeVerdict {
  if (!isPerson && capitalYen !== undefined && capitalYen <= band.capitalYenMax) return "small";
  if (employees !== undefined && employees <= band.employeesMax) return "small";
  return (capitalYen === undefined && !isPerson) || employees === undefined ? "unknown" : "over";
}

/**
 * Whether a business is a small one by capital or by regular employees, in the band of its trade
 * (SME Cooperatives Act art. 7(1)(i)). Where every band it may belong to answers the same, the trade need not be known.
 */
export function sizeTest(facts: SizeFacts, allBands: readonly SizeBand[]): SizeTest {
  const bands = possibleBands(facts.industry, allBands);
  const band = bands.length === 1 ? bands[0] : undefined;
  const sizes = new Set(bands.map((each) => sizeIn(each, facts)));
  const [only] = sizes;
  if (sizes.size === 1 && only !== undefined && only !== "unknown") return { verdict: only, band, missing: [] };
  const capitalAsked = facts.capitalYen === undefined && !facts.isPerson;
  return {
    verdict: "unknown",
    band,
    missing: [
      ...(band ? [] : (["industry"] as const)),
      ...(facts.employees === undefined ? (["employees"] as const) : []),
      ...(capitalAsked ? (["capitalYen"] as const) : []),
    ],
  };
}

/** How the test of the smallest (小規模企業者) came out, with the limit of its trade where that tells. */
export interface SmallEnterpriseTest {
  readonly verdict: SizeVerdict;
  readonly employeesMax: number | undefined;
  readonly missing: readonly SizeFactMissing[];
}

/** Whether a business is one of the smallest (小規模企業者), by regular employees alone (SME Basic Act art. 2(5)). */
function smallEnterpriseTest(
  { industry, employees }: SizeFacts,
  { bands, limits }: { readonly bands: readonly SizeBand[]; readonly limits: SmallEnterpriseLimits },
): SmallEnterpriseTest {
  const possible = new Set(possibleBands(industry, bands).map(({ id }) => limits[id]));
  const [only] = possible;
  const employeesMax = possible.size === 1 ? only : undefined;
  if (employees === undefined) {
    return { verdict: "unknown", employeesMax, missing: employeesMax ? ["employees"] : ["industry", "employees"] };
  }
  const answers = new Set([...possible].map((limit) => employees <= limit));
  if (answers.size > 1) return { verdict: "unknown", employeesMax, missing: ["industry"] };
  return { verdict: answers.has(true) ? "small" : "over", employeesMax, missing: [] };
}

/** Both size tests of one business by the law of a day. */
export function sizeTests(facts: SizeFacts, law: SizeLaw): { small: SizeTest; smallest: SmallEnterpriseTest } {
  const bands = law.sizeBands.value;
  return {
    small: sizeTest(facts, bands),
    smallest: smallEnterpriseTest(facts, { bands, limits: law.smallEnterpriseEmployees.value }),
  };
}
