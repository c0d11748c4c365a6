/** What a bar needs of a component: its weight and its points, 0 to 1000, at least and at most. */
export interface BarComponent {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  readonly low: number;
  readonly high: number;
}

export interface BarSegment {
  readonly id: string;
  readonly name: string;
  /** Weight × points: 0 to 100,000 over the whole bar. */
  readonly start: number;
  readonly length: number;
}

export interface ScoreBar {
  readonly segments: readonly BarSegment[];
  /** What could still be added by facts nobody knows yet. */
  readonly unknown: { readonly start: number; readonly length: number };
}

/** The whole bar: weights sum to 100 and points reach 1000. */
export const BAR_TOTAL = 100_000;

/** Puts the sure products end to end, then the part that is open; what is left over was not reached. */
export function layScoreBar(components: readonly BarComponent[]): ScoreBar {
  const segments: BarSegment[] = [];
  let end = 0;
  for (const { id, name, weight, low } of components) {
    const length = weight * low;
    if (length > 0) segments.push({ id, name, start: end, length });
    end += length;
  }
  const open = components.reduce((sum, { weight, low, high }) => sum + weight * (high - low), 0);
  return { segments, unknown: { start: end, length: open } };
}
