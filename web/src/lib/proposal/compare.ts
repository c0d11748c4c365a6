import { showsPoints, type ShownProposal } from "./proposal.ts";

/** One component of groups side by side. */
export interface ComparedRow {
  readonly id: string;
  readonly name: string;
  /** Weight · low of each group, 0 to 100,000; null where it cannot be scored or too little is known for a number. */
  readonly products: readonly (number | null)[];
  /** Between the most and the least of the known ones. */
  readonly spread: number;
}

/** Why one group stands above another: the component whose points differ most in its favour. */
export interface Above {
  /** Which of the groups, from 0. */
  readonly better: number;
  readonly worse: number;
  /** Lower bound of the better one minus that of the other, 0 to 100,000, as they read. */
  readonly by: number;
  /** Undefined where both have the same points. */
  readonly mainly: { readonly name: string; readonly by: number } | undefined;
}

export interface Comparison {
  readonly rows: readonly ComparedRow[];
  /** Id of the row with the largest difference; null where nothing differs. */
  readonly widest: string | null;
  readonly above: readonly Above[];
}

/** A bound as it reads, with one digit rounded down: differences are those of the figures on the page. */
const asRead = (bound: number) => bound - (bound % 100);

const partOf = (proposal: ShownProposal, id: string) => {
  const part = proposal.components.find((component) => component.id === id);
  return part ? part.weight * part.low : 0;
};

/** Groups side by side, component by component, and why the best stands above each other one. */
export function compareGroups(proposals: readonly (ShownProposal | null)[]): Comparison {
  const components = proposals.find((proposal) => proposal !== null)?.components ?? [];
  const rows = components.map(({ id, name }): ComparedRow => {
    const products = proposals.map((proposal) => (proposal && showsPoints(proposal) ? partOf(proposal, id) : null));
    const known = products.filter((product) => product !== null);
    return { id, name, products, spread: known.length < 2 ? 0 : Math.max(...known) - Math.min(...known) };
  });
  const widest = rows.toSorted((a, b) => b.spread - a.spread)[0];
  return { rows, widest: widest && widest.spread > 0 ? widest.id : null, above: aboveOf(proposals) };
}

function aboveOf(proposals: readonly (ShownProposal | null)[]): Above[] {
  const shown = proposals.flatMap((proposal, at) => (proposal && showsPoints(proposal) ? [{ proposal, at }] : []));
  const [best, ...others] = shown.toSorted((a, b) => b.proposal.lower - a.proposal.lower || a.at - b.at);
  if (!best) return [];
  return others.map(({ proposal, at }) => {
    const differences = best.proposal.components.map(({ id, name }) => ({
      name,
      by: asRead(partOf(best.proposal, id)) - asRead(partOf(proposal, id)),
    }));
    const by = asRead(best.proposal.lower) - asRead(proposal.lower);
    const mainly = by > 0 ? differences.toSorted((a, b) => b.by - a.by)[0] : undefined;
    return { better: best.at, worse: at, by, mainly };
  });
}
