import { addDays, type PlainDate } from "../calendar.ts";
import { isListFact, type Fact, type FactKey } from "./facts.ts";

/**
 * Days for which what was said of a fact holds; a fact without an entry does not age (it changes by an act somebody
 * tells us of, or it is a record of ours). Half a year for what troubles a business, what it looks for and what it
 * could take on: these turn with the season and the order book. A year for what a survey asks every year. Two years for
 * what changes with staff and machines, three for whom one knows and how one is reached, five for an age band of ten.
 */
export const FACT_HOLDS_DAYS: Readonly<Partial<Record<FactKey, number>>> = {
  needs: 180,
  seeks: 180,
  monthlyWorkers: 180,
  monthlyCapacity: 180,
  monthlyLoad: 365,
  purposes: 365,
  leader: 365,
  successor: 365,
  purchases: 365,
  capabilities: 730,
  employees: 730,
  customers: 730,
  contactPerson: 730,
  ties: 1_095,
  memberships: 1_095,
  representative: 1_095,
  phone: 1_095,
  fax: 1_095,
  email: 1_095,
  ownerAgeBand: 1_825,
};

/** Whether and how well a fact is known: known, known that there is none, said too long ago, or not known. */
export type FactStatus = "KNOWN" | "KNOWN_NONE" | "STALE" | "UNKNOWN";

/** The last day on which what was said holds; undefined for a fact that does not age. */
export function validUntil(key: FactKey, { on }: Pick<Fact<unknown>, "on">): PlainDate | undefined {
  const days = FACT_HOLDS_DAYS[key];
  return days === undefined ? undefined : addDays(on, days);
}

/** Whether a fact says that there is none. */
export function isNoneFact(key: FactKey, { value }: Pick<Fact<unknown>, "value">): boolean {
  return isListFact(key) && Array.isArray(value) && value.length === 0;
}

/** How well a fact is known on a day. What is no longer sure to hold is neither known nor known to be none. */
export function factStatus(key: FactKey, fact: Fact<unknown> | undefined, today: PlainDate): FactStatus {
  if (fact === undefined) return "UNKNOWN";
  const until = validUntil(key, fact);
  if (until !== undefined && until < today) return "STALE";
  return isNoneFact(key, fact) ? "KNOWN_NONE" : "KNOWN";
}

/**
 * Tells what holds on a day of what was said; what was said too long ago may be otherwise by now. The days are reckoned
 * once for however many facts.
 */
export function holdingOn(today: PlainDate): (key: FactKey, said: Pick<Fact<unknown>, "on">) => boolean {
  const keys = Object.keys(FACT_HOLDS_DAYS) as FactKey[];
  const oldest = new Map(keys.map((key) => [key, addDays(today, -(FACT_HOLDS_DAYS[key] as number))]));
  return (key, { on }) => {
    const from = oldest.get(key);
    return from === undefined || on >= from;
  };
}
