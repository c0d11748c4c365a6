/** A business that must never be brought together with another, as the api tells it. */
export interface ShownPair {
  readonly id: string;
  readonly reason: string;
  readonly notedBy: string;
  readonly notedAt: string;
  readonly viewerCanChange: boolean;
  readonly business: { readonly id: string; readonly name: string };
  readonly other: { readonly id: string; readonly name: string; readonly municipalityName?: string | null };
}
