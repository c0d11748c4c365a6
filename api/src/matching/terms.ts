import type { Form } from "#domain/law.ts";
import type { Purpose } from "#domain/purpose.ts";

/** Every component the terms may weigh, in the order they are shown. */
export const COMPONENT_IDS = [
  "shared-need",
  "complementarity",
  "coverage",
  "redundancy",
  "area-coverage",
  "capacity-fit",
  "load-smoothing",
  "year-round",
  "nearness",
  "leader",
  "second-leader",
  "size-likeness",
  "ties",
  "low-rivalry",
  "useful-distance",
  "purchase-overlap",
  "group-size",
] as const;

/** One component of the score. */
export type ComponentId = (typeof COMPONENT_IDS)[number];

/** Whole-number weights that sum to 100; a component without an entry is not weighed. */
export type Weights = Readonly<Partial<Record<ComponentId, number>>>;

/** What one purpose looks at. */
export interface PurposeTerms {
  readonly weights: Weights;
  /** Greatest distance between two members, in decametres. It limits the search and is no law. */
  readonly withinDam: number;
  readonly membersMin: number;
  readonly membersMax: number;
  /** The form assumed where none is asked for. */
  readonly form: Form;
  /** Distance from which nearness is nil, in decametres. */
  readonly nearnessDam: number;
}

/** Lower ends of the bands of the lower bound, 0 to 100,000. */
export interface Bands {
  readonly strong: number;
  readonly possible: number;
}

/** The data of the score: weights, tables and constants of one version. */
export interface Terms {
  readonly version: string;
  readonly bands: Bands;
  /** Under this coverage (permille) a group is shown by its bands only. */
  readonly coverageShownMin: number;
  /** Permille of an issue that a joint business can answer; issues not named have 1000. */
  readonly jointAnswers: Readonly<Record<string, number>>;
  /** Points (0 to 1000) of the adviser's judgement 0, 1, 2, 3. */
  readonly leaderPoints: readonly number[];
  /** Upper ends of the size classes, in regular employees; one more class lies above the last. */
  readonly employeeClassMax: readonly number[];
  /** A demanded area counts as served from within this distance, in decametres. */
  readonly servedWithinDam: number;
  /** Largest group anyone may ask for. */
  readonly membersMaxAllowed: number;
  readonly purposes: Readonly<Record<Purpose, PurposeTerms>>;
}

/** Whether a word from outside names a component. */
export function isComponentId(word: string): word is ComponentId {
  return COMPONENT_IDS.some((id) => id === word);
}
