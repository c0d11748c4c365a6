import { PURPOSES, type Purpose } from "#domain/purpose.ts";
import { COMPONENT_IDS, type Bands, type ComponentId, type Terms, type Weights } from "./terms.ts";

/**
 * What a federation has otherwise than the shipped terms, in the form of a file of own terms. A purpose named here has
 * all its weights, so that they sum to 100 whatever is shipped later; a purpose not named is as it is shipped.
 */
export interface OwnTerms {
  readonly weights: Readonly<Partial<Record<Purpose, Weights>>>;
  readonly bands?: Bands;
}

/** Nothing of one's own: the shipped terms. */
export const NOTHING_OWN: OwnTerms = { weights: {} };

/** Own terms with the number they were kept under. */
export interface NumberedTerms {
  readonly federation: string;
  /** 1 for the first a federation keeps; each change is one more. */
  readonly number: number;
  readonly own: OwnTerms;
}

/** One weight before and after a change. */
export interface WeightChange {
  readonly purpose: Purpose;
  readonly component: ComponentId;
  readonly from: number;
  readonly to: number;
}

/** The lower end of a band before and after a change, 0 to 100,000. */
export interface BandChange {
  readonly band: keyof Bands;
  readonly from: number;
  readonly to: number;
}

/** What one version has otherwise than the one before. */
export interface TermsChanges {
  readonly weights: readonly WeightChange[];
  readonly bands: readonly BandChange[];
}

const BAND_ENDS = ["strong", "possible"] as const satisfies readonly (keyof Bands)[];

/** The terms that hold where these were kept: the shipped ones with what is otherwise, under a word of their own. */
export function termsWith(shipped: Terms, kept: NumberedTerms | undefined): Terms {
  if (!kept) return shipped;
  return { ...withOwn(shipped, kept.own), version: termsWord(shipped.version, kept) };
}

/** The shipped terms with what is otherwise. A component that own weights do not name is not weighed. */
export function withOwn(shipped: Terms, own: OwnTerms): Terms {
  const purposes = { ...shipped.purposes };
  for (const purpose of PURPOSES) {
    const weights = own.weights[purpose];
    if (weights) purposes[purpose] = { ...shipped.purposes[purpose], weights };
  }
  return { ...shipped, purposes, bands: own.bands ?? shipped.bands };
}

/** What these terms have otherwise than the shipped ones. */
export function ownPartOf(terms: Terms, shipped: Terms): OwnTerms {
  const weights: Partial<Record<Purpose, Weights>> = {};
  for (const purpose of PURPOSES) {
    const [own, usual] = [terms.purposes[purpose].weights, shipped.purposes[purpose].weights];
    if (weighsOtherwise(own, usual)) weights[purpose] = own;
  }
  const hasBands = BAND_ENDS.some((band) => terms.bands[band] !== shipped.bands[band]);
  return { weights, ...(hasBands ? { bands: terms.bands } : {}) };
}

function weighsOtherwise(one: Weights, other: Weights): boolean {
  return COMPONENT_IDS.some((id) => (one[id] ?? 0) !== (other[id] ?? 0));
}

/** What changed from one to the other, purpose by purpose, in the order components are shown. */
export function changesBetween(before: Terms, after: Terms): TermsChanges {
  const weights = PURPOSES.flatMap((purpose) => {
    const of = (terms: Terms, id: ComponentId) => terms.purposes[purpose].weights[id] ?? 0;
    const all = COMPONENT_IDS.map((component) => {
      return { purpose, component, from: of(before, component), to: of(after, component) };
    });
    return all.filter(({ from, to }) => from !== to);
  });
  const bands = BAND_ENDS.map((band) => ({ band, from: before.bands[band], to: after.bands[band] }));
  return { weights, bands: bands.filter(({ from, to }) => from !== to) };
}

/** Whether nothing changed. */
export function isNothing({ weights, bands }: TermsChanges): boolean {
  return weights.length === 0 && bands.length === 0;
}

/** The word terms go by in answers: the shipped version, the federation and the number of its own, `2026-11+37.3`. */
export function termsWord(shippedVersion: string, { federation, number }: Omit<NumberedTerms, "own">): string {
  return `${shippedVersion}+${federation}.${number}`;
}

/** The number of a federation's own terms in the word of terms; undefined where they are the shipped ones, or a file's. */
export function numberInWord(word: string, federation: string): number | undefined {
  const [, code, number] = /\+(\d{2})\.(\d+)$/.exec(word) ?? [];
  return code === federation ? Number(number) : undefined;
}
