import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { analyse } from "../../../api/src/matching/analysis.ts";
import { discover } from "../../../api/src/matching/discover.ts";
import { isLawful } from "../../../api/src/matching/rule-registry.ts";
import type { SearchMode } from "../../../api/src/matching/search-plan.ts";
import { exactBest } from "./exact.ts";
import { instanceOf, type Instance } from "./instance.ts";
import { businessesOf, nameOf, planOf, SMALL_SEARCHES, type SmallSearch } from "./small-searches.ts";

/** The best group of one small search, and whether it was proven that there is no better one. */
interface KnownOptimum {
  readonly members: readonly string[];
  readonly lower: number;
  readonly isProven: boolean;
}

type KnownOptima = Readonly<Record<string, KnownOptimum>>;

/** How near searches come to the best groups there are. Gaps are percent of the best group's lower bound. */
export interface Nearness {
  readonly instances: number;
  /** Searches left out because no optimum is proven, or no group is lawful. */
  readonly leftOut: number;
  readonly optimal: number;
  readonly worstGap: number;
  readonly meanGap: number;
  readonly shortfalls: readonly Shortfall[];
}

/** A search that missed the best group. */
export interface Shortfall {
  readonly name: string;
  readonly best: number;
  readonly found: number;
  readonly bestMembers: readonly string[];
  readonly foundMembers: readonly string[];
}

const OPTIMA = join(import.meta.dirname, "optima.json");

function readOptima(): KnownOptima {
  return JSON.parse(readFileSync(OPTIMA, "utf8")) as KnownOptima;
}

const placesOf = ({ members }: Instance, ids: readonly string[]) =>
  ids.map((id) => members.findIndex((one) => one.id === id));

/** What the reference says a known optimum is worth; it has to be what was written down. */
function checked(instance: Instance, name: string, known: KnownOptimum): number {
  const group = instance.members.filter(({ id }) => known.members.includes(id));
  const { lower, rules } = analyse(group, instance.question);
  if (lower !== known.lower || !isLawful(rules))
    throw new Error(
      `The optimum of ${name} is out of date: ${known.lower}, now ${lower}. Maybe run pnpm bench:exact --solve?`,
    );
  return lower;
}

/** Solves the small searches whose name begins so, and writes their optima down. */
export function solveSmallSearches(nameStart: string, say: (line: string) => void): void {
  for (const search of SMALL_SEARCHES) {
    const name = nameOf(search);
    if (!name.startsWith(nameStart)) continue;
    const begun = performance.now();
    const plan = planOf(search, "quality");
    const instance = instanceOf(businessesOf(search), plan);
    const [proposal] = discover(plan).proposals;
    const start = proposal === undefined ? undefined : placesOf(instance, proposal.members);
    const { optimum, isProven, nodes } = exactBest(instance, start === undefined ? {} : { start });
    const members = (optimum?.group ?? []).map((one) => instance.members[one]?.id ?? "").sort();
    const known = { members, lower: optimum?.lower ?? 0, isProven };
    if (optimum !== undefined) checked(instance, name, known);
    writeFileSync(OPTIMA, `${JSON.stringify({ ...readOptima(), [name]: known }, null, 1)}\n`);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    say(
      `${name}: ${known.lower}${isProven ? "" : ", not proven"}; found ${proposal?.lower ?? 0}; ${nodes} nodes, ${seconds} s`,
    );
  }
}

function shortfallOf(search: SmallSearch, mode: SearchMode, known: KnownOptimum): Shortfall {
  const name = nameOf(search);
  const plan = planOf(search, mode);
  const best = checked(instanceOf(businessesOf(search), plan), name, known);
  const [proposal] = discover(plan).proposals;
  const found = proposal?.lower ?? 0;
  if (found > best) throw new Error(`${name}: the search found ${found}, more than the optimum ${best}`);
  return { name, best, found, bestMembers: known.members, foundMembers: proposal?.members ?? [] };
}

/** Runs every small search with a proven optimum, or those whose name begins so, and holds it against that. */
export function measureNearness(mode: SearchMode, nameStart = ""): Nearness {
  const optima = readOptima();
  const asked = SMALL_SEARCHES.filter((search) => nameOf(search).startsWith(nameStart));
  const searches = asked.flatMap((search) => {
    const known = optima[nameOf(search)];
    return known?.isProven === true && known.lower > 0 ? [shortfallOf(search, mode, known)] : [];
  });
  const gaps = searches.map(({ best, found }) => (100 * (best - found)) / best);
  return {
    instances: searches.length,
    leftOut: asked.length - searches.length,
    optimal: gaps.filter((gap) => gap === 0).length,
    worstGap: Math.max(0, ...gaps),
    meanGap: gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, gaps.length),
    shortfalls: searches.filter(({ best, found }) => found < best),
  };
}
