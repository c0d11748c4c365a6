import type { ShownProposal } from "#lib/proposal/proposal.ts";

/** What one business more or less would make of a group. */
export interface ShownChange {
  readonly lowerChange: number;
  readonly upperChange: number;
  readonly bands: ShownProposal["bands"];
  /** Names of rules it would break. */
  readonly breaks: readonly string[];
}

/** A business that could join, with what it brings. */
export interface ShownSuggestion extends ShownChange {
  /** Names of rules it would mend. */
  readonly mends: readonly string[];
  readonly business: {
    readonly id: string;
    readonly name: string;
    readonly municipalityName?: string | null;
    readonly industryName?: string | null;
  };
  readonly sentence: string;
}

/** A business that could take a member's place. */
export interface ShownSwap extends ShownSuggestion {
  readonly leaves: { readonly id: string; readonly name: string };
}

/** One group of the workbench as the api tells it. */
export interface ShownVariant {
  readonly notes: readonly string[];
  readonly proposal: ShownProposal | null;
  readonly effects: readonly (ShownChange & { readonly business: { readonly id: string } })[];
  readonly suggestions: readonly ShownSuggestion[];
  readonly swaps: readonly ShownSwap[];
}

/** A search for a business to add to the group `to` (from 0). */
export interface ShownSearch {
  readonly name: string;
  readonly to: number;
  readonly found: readonly ShownSuggestion["business"][];
}
