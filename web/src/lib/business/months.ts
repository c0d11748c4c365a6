/** Facts told month by month; workers are counted alike everywhere, orders in whatever unit the list counts them. */
const MONTHLY: Readonly<Record<string, "workers" | "list">> = {
  monthlyLoad: "workers",
  monthlyWorkers: "workers",
  monthlyCapacity: "list",
};

export interface MonthlyFact {
  readonly unit: "workers" | "list";
  /** From January. */
  readonly values: readonly string[];
}

/** A fact's twelve values one by one; null for a fact that is not told by month. */
export function monthlyFactOf(fact: { readonly key: string; readonly text?: string | null }): MonthlyFact | null {
  const unit = MONTHLY[fact.key];
  const values = fact.text?.split(/\s+/) ?? [];
  return unit !== undefined && values.length === 12 ? { unit, values } : null;
}
