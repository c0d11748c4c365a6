import { m } from "#lib/paraglide/messages.js";
import type { ListSort } from "./list-address.ts";

/** A column of the list of businesses beside the name. */
export interface ListColumn {
  readonly key: string;
  readonly name: string;
  /** What its header sorts by; absent where the list cannot be sorted by it. */
  readonly sort?: ListSort;
}

interface Named {
  readonly code: string;
  readonly name: string;
}

/** Facts that stand in a column of the list's own; the trade's shows what the trade is called. */
const IN_OWN_COLUMN: readonly string[] = ["municipality", "industry", "lastContact"];

/** Every column a person may choose, the list's own first, then the facts in the order of the profile. */
export function columnsToChoose(facts: readonly Named[]): readonly ListColumn[] {
  const lastContact = facts.find(({ code }) => code === "lastContact")?.name ?? "";
  return [
    { key: "municipality", name: m.businesses_col_municipality(), sort: "MUNICIPALITY" },
    { key: "trade", name: m.businesses_col_trade(), sort: "TRADE" },
    { key: "lastContact", name: lastContact, sort: "LAST_CONTACT" },
    { key: "known", name: m.businesses_col_known(), sort: "KNOWN" },
    { key: "updated", name: m.businesses_col_updated(), sort: "UPDATED" },
    { key: "externalId", name: m.businesses_col_key() },
    { key: "corporateNumber", name: m.businesses_col_corporate_number() },
    ...facts.filter(({ code }) => !IN_OWN_COLUMN.includes(code)).map(({ code, name }) => ({ key: code, name })),
  ];
}

/** The chosen columns in the order they are offered; a name nobody knows is no column. */
export function columnsShown(chosen: readonly string[], facts: readonly Named[]): readonly ListColumn[] {
  return columnsToChoose(facts).filter(({ key }) => chosen.includes(key));
}
