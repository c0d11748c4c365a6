import { FACT_CHOICES } from "#domain/business/fact-choices.ts";
import type { Fact, FactKey, FactValues, Levelled, LicenceHeld, Purchase } from "#domain/business/facts.ts";
import type { TypedFact } from "#domain/business/read-edit.ts";
import { factText, type Wording } from "./fact.ts";
import type { LabelOf } from "./label.ts";

/** One value a fact can be chosen from. */
export interface FactChoice {
  /** As the readers of lists understand it. */
  readonly code: string;
  readonly name: string;
}

type EntryWriters = { readonly [K in TypedFact]: (value: FactValues[K], labelOf: LabelOf) => string };

const asIs = (value: string | number) => String(value);
const lines = (items: readonly string[]) => items.join("\n");
/** Workers are kept in tenths and written as workers. */
const workers = (months: readonly number[]) => months.map((tenths) => tenths / 10).join(";");
const tagged = (kind: "capability" | "issue") => (tags: readonly Levelled[], labelOf: LabelOf) =>
  lines(tags.map(([tag, level]) => `${labelOf(kind, tag)}:${level}`));

/** One writer for each fact: what somebody would type so that the readers of lists give the same value again. */
const WRITERS: EntryWriters = {
  kind: asIs,
  representative: asIs,
  representativeTitle: asIs,
  contactPerson: asIs,
  postalCode: (code) => `${code.slice(0, 3)}-${code.slice(3)}`,
  address: asIs,
  municipality: asIs,
  place: ({ lat, lon }) => `${lat}, ${lon}`,
  industryCode: asIs,
  industry: asIs,
  capitalYen: (yen) => `${yen}円`,
  employees: asIs,
  established: asIs,
  ownerAgeBand: asIs,
  successor: asIs,
  licences: (licences, labelOf) => lines(licences.map((licence) => licenceEntry(licence, labelOf))),
  capabilities: tagged("capability"),
  seeks: tagged("capability"),
  needs: tagged("issue"),
  monthlyLoad: workers,
  monthlyWorkers: workers,
  monthlyCapacity: (months) => months.join(";"),
  purchases: (purchases) => lines(purchases.map(purchaseEntry)),
  ties: lines,
  memberships: lines,
  customers: lines,
  purposes: lines,
  leader: asIs,
  adviser: asIs,
  lastContact: asIs,
  note: asIs,
  phone: asIs,
  fax: asIs,
  email: asIs,
  source: asIs,
};

/** What somebody would type for a fact as it is known: in Japanese, as in lists, whatever language the screen speaks. */
export function factEntry<K extends TypedFact>(key: K, fact: Fact<FactValues[K]>, labelOf: LabelOf): string {
  const text = WRITERS[key](fact.value, labelOf);
  return fact.about && key === "employees" ? `約${text}` : text;
}

/** The values a fact is chosen from; none for one that is written. */
export function factChoices(key: FactKey, wording: Wording): FactChoice[] {
  const choices: Partial<Record<FactKey, readonly (string | number)[]>> = FACT_CHOICES;
  return (choices[key] ?? []).map((value) => ({
    code: String(value),
    name: factText(key, (key === "purposes" ? [value] : value) as never, wording),
  }));
}

function licenceEntry({ kind, area, until }: LicenceHeld, labelOf: LabelOf): string {
  const parts = [labelOf("licence", kind), area ?? "", until ?? ""];
  return parts.join(":").replace(/:+$/, "");
}

function purchaseEntry([item, yenPerMonth]: Purchase): string {
  return yenPerMonth === undefined ? item : `${item}:${yenPerMonth}`;
}
