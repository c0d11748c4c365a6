import { bandName, type ScoreScale, type ShownProposal } from "./proposal.ts";

/** What all weights sum to. */
export const WEIGHTS_TOTAL = 100;

/** Weights in the order of the components, whole numbers that sum to 100. */
export type Weights = readonly number[];

/** Whole numbers in proportion to `shares` that sum to `total`; what rounding leaves goes to the largest remainders, of equals to the first. */
export function apportion(shares: readonly number[], total: number): number[] {
  const sum = shares.reduce((all, share) => all + share, 0);
  // Nothing to go by: equal shares.
  const even = sum === 0 ? shares.map(() => 1) : shares;
  const whole = sum === 0 ? shares.length : sum;
  const exact = even.map((share) => (share * total) / whole);
  const least = exact.map(Math.floor);
  const left = total - least.reduce((all, one) => all + one, 0);
  const first = [...exact.keys()].toSorted((a, b) => remainder(exact, b) - remainder(exact, a) || a - b).slice(0, left);
  for (const index of first) least[index] = (least[index] ?? 0) + 1;
  return least;
}

const remainder = (exact: readonly number[], index: number) => (exact[index] ?? 0) % 1;

/** One weight moved to a value (0 to 100); the others share what is left in the proportion they had. */
export function moveWeight(
  weights: Weights,
  { at, to, usual }: { readonly at: number; readonly to: number; readonly usual: Weights },
): Weights {
  const value = Math.min(Math.max(Math.round(to), 0), WEIGHTS_TOTAL);
  const without = (all: Weights) => all.map((weight, index) => (index === at ? 0 : weight));
  const others = without(weights);
  // Where the others have been moved to nothing, they come back as they usually are.
  const shares = others.some((weight) => weight > 0) ? others : without(usual);
  const rest = apportion(
    shares.filter((_, index) => index !== at),
    WEIGHTS_TOTAL - value,
  );
  return [...rest.slice(0, at), value, ...rest.slice(at)];
}

/** Whether two weightings are one. */
export function isSame(weights: Weights, others: Weights): boolean {
  return weights.length === others.length && weights.every((weight, index) => weight === others[index]);
}

/** How the weight of a component is called in an address. */
export const weightName = (id: string) => `w.${id}`;

/** The weights an address asks for, brought to a sum of 100; null where it asks for none or for the usual ones. */
export function weightsIn(
  params: URLSearchParams,
  components: readonly { readonly id: string; readonly weight: number }[],
): Weights | null {
  const asked = components.map(({ id, weight }) => askedWeight(params.get(weightName(id))) ?? weight);
  if (!components.some(({ id }) => params.has(weightName(id))) || asked.every((weight) => weight === 0)) return null;
  const weights = apportion(asked, WEIGHTS_TOTAL);
  return weights.every((weight, index) => weight === components[index]?.weight) ? null : weights;
}

function askedWeight(text: string | null): number | null {
  const plain = (text ?? "").normalize("NFKC").trim();
  return /^\d{1,3}$/.test(plain) ? Math.min(Number(plain), WEIGHTS_TOTAL) : null;
}

/** The names and values an address holds for weights; empty values take them away. */
export function weightsForAddress(ids: readonly string[], weights: Weights | null): Record<string, string> {
  return Object.fromEntries(ids.map((id, index) => [weightName(id), weights ? String(weights[index] ?? 0) : ""]));
}

/** All that a purpose can weigh, with the weights a question was asked by. */
export type QuestionParts = readonly { readonly component: string; readonly name: string; readonly weight: number }[];

/**
 * A candidate with a part for everything its purpose can weigh: what it was found without weighs nothing and is open
 * until it is asked with it.
 */
export function withAllParts(proposal: ShownProposal, parts: QuestionParts): ShownProposal {
  const measured = new Map(proposal.components.map((component) => [component.id, component]));
  const components = parts.map(({ component: id, name }) => {
    return measured.get(id) ?? { id, name, weight: 0, low: 0, high: 1000, known: 0, sentence: "" };
  });
  return { ...proposal, components };
}

/** A candidate under other weights: Σ weight · low, Σ weight · high, ⌊Σ weight · known ÷ 100⌋, and the band of it. */
export function reweigh(proposal: ShownProposal, weights: Weights, scale: ScoreScale): ShownProposal {
  const components = proposal.components.map((component, index) => ({ ...component, weight: weights[index] ?? 0 }));
  const total = (column: "low" | "high" | "known") =>
    components.reduce((sum, component) => sum + component.weight * component[column], 0);
  const [lower, upper, coverage] = [total("low"), total("high"), Math.floor(total("known") / WEIGHTS_TOTAL)];
  const bandOf = (bound: number) => scale.bands.find(({ from }) => bound >= from)?.band ?? "THIN";
  const bands =
    coverage >= scale.coverageShownMin ? [bandOf(lower)] : ([bandOf(lower), bandOf(upper)] as ShownProposal["bands"]);
  return { ...proposal, components, lower, upper, coverage, bands, bandName: bandName(bands, scale) };
}

/** Places each candidate moved up (or, below 0, down) between two orders, by its rank. */
export function movesOf(
  before: readonly ShownProposal[],
  after: readonly ShownProposal[],
): ReadonlyMap<number, { readonly place: number; readonly up: number }> {
  const was = new Map(before.map(({ rank }, index) => [rank ?? 0, index]));
  return new Map(
    after.map(({ rank }, index) => [rank ?? 0, { place: index + 1, up: (was.get(rank ?? 0) ?? index) - index }]),
  );
}
