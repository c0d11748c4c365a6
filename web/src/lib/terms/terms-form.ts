import { weightName } from "#lib/proposal/weights.ts";

/** What a form of weights and bands sends, as it was typed. */
export interface TypedTerms {
  readonly weights: Readonly<Record<string, string>>;
  readonly strong: string;
  readonly possible: string;
  readonly reason: string;
}

/** Stands for what is no number at all, so that the rule that refuses it is asked and says so beside its field. */
const NO_NUMBER = -1;
/** Beyond every limit of a weight, and within what can be sent. */
const TOO_MUCH = 1_000;

/** What was typed, by the names of the fields. */
export function typedTerms(form: FormData): TypedTerms {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const prefix = weightName("");
  const ids = [...form.keys()].flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
  return {
    weights: Object.fromEntries(ids.map((id) => [id, text(weightName(id))])),
    ...{ strong: text("bands.strong"), possible: text("bands.possible"), reason: text("reason") },
  };
}

/** A typed weight as a whole number. */
export function weightOf(typed: string): number {
  const plain = typed.normalize("NFKC");
  return /^\d{1,9}$/.test(plain) ? Math.min(Number(plain), TOO_MUCH) : NO_NUMBER;
}

/** A typed bound in points of 100, as the thousandths the score is kept in: 60 or 60.5 → 60,000 or 60,500. */
export function boundOf(typed: string): number {
  const plain = typed.normalize("NFKC");
  return /^\d{1,3}(\.\d{1,3})?$/.test(plain) ? Math.round(Number(plain) * 1_000) : NO_NUMBER;
}

/** A bound in points of 100, as it is typed. */
export function typedBound(bound: number): string {
  return String(bound / 1_000);
}

/** What is asked of the api: weights and bands as numbers. */
export function wantedTerms(purpose: string, { weights, strong, possible }: TypedTerms) {
  return {
    purpose,
    weights: Object.entries(weights).map(([component, typed]) => ({ component, weight: weightOf(typed) })),
    bands: { strong: boundOf(strong), possible: boundOf(possible) },
  };
}
