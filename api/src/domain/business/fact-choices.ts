import { PURPOSES } from "../purpose.ts";
import type { BusinessKind, FactKey, OwnerAgeBand, Successor } from "./facts.ts";

const KINDS: Readonly<Record<BusinessKind, true>> = {
  individual: true,
  corporation: true,
  "stock-company": true,
  "limited-company": true,
  "limited-liability-company": true,
  "limited-partnership": true,
  "general-partnership": true,
  cooperative: true,
  association: true,
  nonprofit: true,
  "medical-corporation": true,
  "agricultural-cooperative": true,
  "social-welfare-corporation": true,
};
const AGE_BANDS: Readonly<Record<OwnerAgeBand, true>> = {
  "30s": true,
  "40s": true,
  "50s": true,
  "60s": true,
  "70s": true,
  "80s": true,
};
const SUCCESSORS: Readonly<Record<Successor, true>> = {
  yes: true,
  candidate: true,
  undecided: true,
  no: true,
  closing: true,
};

/** Facts that are chosen from a few values, in the order they are offered; the others are written. */
export const FACT_CHOICES = {
  kind: Object.keys(KINDS) as BusinessKind[],
  ownerAgeBand: Object.keys(AGE_BANDS) as OwnerAgeBand[],
  successor: Object.keys(SUCCESSORS) as Successor[],
  purposes: PURPOSES,
  leader: [0, 1, 2, 3],
} as const satisfies Partial<Record<FactKey, readonly unknown[]>>;
