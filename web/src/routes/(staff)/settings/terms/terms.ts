import type { ShownProposal } from "#lib/proposal/proposal.ts";

/** One component as the page shows it. */
export interface ShownComponent {
  readonly id: string;
  readonly name: string;
  readonly measure: string;
  readonly weight: number;
  readonly shippedWeight: number;
}

/** One purpose's weights. */
export interface ShownPurpose {
  readonly purpose: string;
  readonly name: string;
  readonly isShipped: boolean;
  readonly components: readonly ShownComponent[];
}

/** Where a band begins. */
export interface ShownBand {
  readonly band: string;
  readonly name: string;
  readonly from: number;
  readonly shippedFrom: number;
}

/** What a candidate comes to by some weights. */
interface ShownScore {
  readonly place: number;
  readonly lower: number;
  readonly upper: number;
  readonly bands: ShownProposal["bands"];
  readonly bandName: string;
}

/** What other weights make of kept answers. */
export interface ShownPreview {
  readonly unmeasuredCount: number;
  readonly runs: readonly {
    readonly discoveryId: string;
    readonly summary: string;
    readonly askedAt: string;
    readonly proposalCount: number;
    readonly movedCount: number;
    readonly bandChangedCount: number;
    readonly rows: readonly {
      readonly rank: number;
      readonly members: readonly string[];
      readonly before: ShownScore;
      readonly after: ShownScore;
    }[];
  }[];
}

/** One version of the federation's terms. */
export interface ShownVersion {
  readonly id: string;
  readonly number: number;
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  readonly changes: readonly string[];
  readonly restored?: string | null;
  readonly isCurrent: boolean;
}
