import type { Purpose } from "#domain/purpose.ts";
import { totalsOf, type Analysis, type Totals } from "./analysis.ts";
import { weighedIds } from "./component-registry.ts";
import { compareRank } from "./rank.ts";
import type { Terms } from "./terms.ts";

/** What a kept analysis comes to under other terms. */
export type Reweighed = Pick<Analysis, "members"> & Totals;

/** One proposal of a kept answer under two terms, with its place under each, from 1. */
export interface Reranked {
  /** Its place in the answer as it was given, from 1. */
  readonly rank: number;
  readonly before: Reweighed & { readonly place: number };
  readonly after: Reweighed & { readonly place: number };
}

/** Whether every component that these terms weigh was measured when this analysis was made. */
export function isMeasured({ components }: Pick<Analysis, "components">, purpose: Purpose, terms: Terms): boolean {
  return weighedIds(terms.purposes[purpose].weights).every((id) => components.some((part) => part.id === id));
}

/** A kept analysis weighed anew, from its kept parts: exactly what a score of the same facts would say. */
export function reweigh(analysis: Analysis, purpose: Purpose, terms: Terms): Reweighed {
  const { weights } = terms.purposes[purpose];
  const parts = analysis.components.map((part) => ({ ...part, weight: weights[part.id] ?? 0 }));
  return { members: analysis.members, ...totalsOf(parts, terms) };
}

/** The proposals of one answer under two terms, in the order of the second. */
export function rerank(
  proposals: readonly (Analysis & { readonly rank: number })[],
  purpose: Purpose,
  { before, after }: { readonly before: Terms; readonly after: Terms },
): readonly Reranked[] {
  const places = (terms: Terms) => {
    const all = proposals.map((proposal) => ({ ...reweigh(proposal, purpose, terms), rank: proposal.rank }));
    return all.toSorted(compareRank).map((one, index) => ({ ...one, place: index + 1 }));
  };
  const were = new Map(places(before).map((one) => [one.rank, one]));
  return places(after).flatMap((one) => {
    const was = were.get(one.rank);
    return was ? [{ rank: one.rank, before: was, after: one }] : [];
  });
}
