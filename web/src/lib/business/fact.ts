/** A fact of a profile as the api tells it. */
export interface ShownFact {
  readonly key: string;
  readonly name: string;
  readonly status: "KNOWN" | "KNOWN_NONE" | "STALE" | "UNKNOWN";
  readonly none: boolean;
  readonly text?: string | null;
  readonly source?: string | null;
  readonly sourceName?: string | null;
  readonly by?: string | null;
  readonly on?: string | null;
  readonly validUntil?: string | null;
  readonly about: boolean;
  /** As it is typed into a form. */
  readonly entry: string;
  readonly canBeNone: boolean;
  readonly choices: readonly { readonly code: string; readonly name: string }[];
}

/** One a business deals with: as noted, and the business known under that key. */
export interface ShownTie {
  readonly key: string;
  readonly business?: { readonly id: string; readonly name: string } | null;
}

/** What identifies a business, as a row beside its facts; it has no source and does not age. */
export function identityFact(key: string, name: string, value: string | null | undefined): ShownFact {
  const known = value !== null && value !== undefined;
  return {
    ...{ key, name, status: known ? "KNOWN" : "UNKNOWN", none: false, text: value ?? null, about: false },
    ...{ entry: value ?? "", canBeNone: false, choices: [] },
  };
}

/** Facts by what they tell of, in the order of the page; a fact no group names stands with the records. */
export const FACT_GROUPS = [
  {
    id: "contact",
    keys: [
      ...["representative", "representativeTitle", "contactPerson", "phone", "fax", "email"],
      ...["postalCode", "address", "municipality", "place"],
    ],
  },
  {
    id: "outline",
    keys: [
      ...["name", "nameKana", "corporateNumber", "externalId", "kind", "industry", "industryCode"],
      ...["capitalYen", "employees", "established", "ownerAgeBand", "successor"],
    ],
  },
  { id: "abilities", keys: ["capabilities", "licences"] },
  { id: "needs", keys: ["needs", "seeks", "purchases"] },
  { id: "months", keys: ["monthlyLoad", "monthlyWorkers", "monthlyCapacity"] },
  { id: "will", keys: ["purposes", "leader"] },
  { id: "ties", keys: ["ties", "memberships", "customers"] },
  { id: "records", keys: ["adviser", "lastContact", "note", "source"] },
] as const;
export type FactGroupId = (typeof FACT_GROUPS)[number]["id"];

const NAMED: ReadonlySet<string> = new Set(FACT_GROUPS.flatMap(({ keys }) => keys));

/** The facts of a business in their groups; a group nothing is known of is left out by whoever shows it. */
export function factsByGroup(facts: readonly ShownFact[]): { readonly id: FactGroupId; readonly facts: ShownFact[] }[] {
  return FACT_GROUPS.map(({ id, keys }) => {
    const named = keys.flatMap((key) => facts.find((fact) => fact.key === key) ?? []);
    const others = id === "records" ? facts.filter(({ key }) => !NAMED.has(key)) : [];
    return { id, facts: [...named, ...others] };
  });
}
