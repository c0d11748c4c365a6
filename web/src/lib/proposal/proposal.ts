/** A member as a proposal shows it. */
export interface ShownMember {
  readonly id: string;
  readonly name: string;
  /** Five digits. */
  readonly municipality?: string | null;
  readonly municipalityName?: string | null;
  readonly industryName?: string | null;
  readonly knownCount: number;
  readonly factCount: number;
  readonly place?: { readonly lat: number; readonly lon: number; readonly estimated: boolean } | null;
}

/** A fact of a member that a component rests on: of a found group as it was known then, else as it is today. */
export interface ShownInput {
  readonly business: { readonly id: string; readonly name: string };
  /** Whether nobody said it: it was worked out from something else. */
  readonly isEstimate: boolean;
  /** Whether something else is known of it today. */
  readonly changedSince: boolean;
  readonly fact: {
    readonly key: string;
    readonly name: string;
    readonly status: "KNOWN" | "KNOWN_NONE" | "STALE" | "UNKNOWN";
    readonly text?: string | null;
    readonly sourceName?: string | null;
    readonly on?: string | null;
  };
}

export interface ShownComponent {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  /** Points 0 to 1000: at least, and at most once everything is known. */
  readonly low: number;
  readonly high: number;
  readonly known: number;
  readonly sentence: string;
  /** Every reason, and every fact; asked for only where they are shown. */
  readonly matches?: readonly { readonly sentence: string }[];
  readonly inputs?: readonly ShownInput[];
}

export interface ShownRule {
  readonly id: string;
  readonly name: string;
  readonly verdict: "PASS" | "FAIL" | "UNKNOWN";
  readonly sentence: string;
  readonly law?: string | null;
  /** Whether somebody asked for what it answers. */
  readonly isAskedFor: boolean;
}

/** The rules with something to say. */
export function telling<Rule extends Pick<ShownRule, "verdict" | "isAskedFor">>(rules: readonly Rule[]): Rule[] {
  return rules.filter(({ verdict, isAskedFor }) => verdict !== "PASS" || isAskedFor);
}

/** The months behind a score: workers in tenths, or units of an order. */
export interface ShownYear {
  readonly unit: "WORKERS" | "UNITS";
  readonly members: readonly { readonly id: string; readonly months: readonly number[] }[];
  readonly unknownIds: readonly string[];
  readonly demand?: readonly number[] | null;
}

/** A scored group as the api tells it: a proposal of a search, or the analysis a group was started with. */
export interface ShownProposal {
  readonly rank?: number | null;
  readonly members: readonly ShownMember[];
  /** Metres between the two members farthest apart; null where not two places are known. */
  readonly farthestMetres?: number | null;
  readonly lower: number;
  readonly upper: number;
  readonly coverage: number;
  /** One band; where too little is known for a number, those of the lower and the upper bound. */
  readonly bands: readonly ("STRONG" | "POSSIBLE" | "THIN")[];
  readonly bandName: string;
  readonly components: readonly ShownComponent[];
  readonly rules: readonly ShownRule[];
  /** Who of them must not meet: for the screen alone, never for paper. */
  readonly apart?: readonly string[];
  readonly reasonsFor: readonly string[];
  readonly reasonsAgainst: readonly string[];
  readonly unknowns: readonly string[];
  readonly jointBusinesses: readonly { readonly code: string; readonly name: string; readonly sentence: string }[];
  readonly asides: readonly string[];
  /** Null where no register of cooperatives is loaded. */
  readonly existingCooperatives?:
    readonly { readonly corporateNumber: string; readonly name: string; readonly municipalityName: string }[] | null;
  readonly year?: ShownYear | null;
  readonly existingGroups: readonly {
    readonly id: string;
    readonly name: string;
    readonly stageName: string;
    readonly sharedCount: number;
  }[];
}

/** A scored group as it is summed up: what its reasons, its bar and its members are told by. */
export interface SummedUpProposal extends Pick<
  ShownProposal,
  "lower" | "upper" | "coverage" | "bands" | "bandName" | "farthestMetres" | "existingGroups"
> {
  readonly members: readonly Pick<ShownMember, "id" | "name" | "municipalityName" | "industryName">[];
  readonly components: readonly Pick<ShownComponent, "id" | "name" | "weight" | "low" | "high">[];
  readonly rules: readonly Pick<ShownRule, "id" | "name" | "verdict">[];
  readonly reasonsFor: readonly string[];
  readonly reasonsAgainst: readonly string[];
  readonly unknowns: readonly string[];
  readonly jointBusinesses: readonly { readonly name: string }[];
  readonly existingCooperatives?: readonly { readonly name: string }[] | null;
}

/** What scores are read by, as the api tells it. */
export interface ScoreScale {
  /** Permille of known facts from which a number is shown. */
  readonly coverageShownMin: number;
  /** Where each band begins (0 to 100,000), the most promising first. */
  readonly bands: readonly { readonly band: ShownProposal["bands"][number]; readonly from: number }[];
  readonly names: readonly { readonly bands: ShownProposal["bands"]; readonly name: string }[];
}

/** How one band, or the two of an interval, is called. */
export function bandName(bands: ShownProposal["bands"], { names }: ScoreScale): string {
  return names.find((one) => one.bands.join() === bands.join())?.name ?? "";
}

/** Points are shown where enough is known for one band; else only the bands of both bounds are. */
export function showsPoints({ bands }: Pick<ShownProposal, "bands">): boolean {
  return bands.length === 1;
}

/** The municipality most members share, for a name to begin with; null where none is known. */
export function commonMunicipality(members: readonly ShownMember[]): string | null {
  const names = members.flatMap(({ municipalityName }) => municipalityName ?? []);
  const counted = [...Map.groupBy(names, (name) => name)].map(([name, same]) => ({ name, count: same.length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.name ?? null;
}

/** A purpose without the explanation that follows its name in brackets. */
export function plainPurpose(purposeName: string): string {
  return purposeName.replace(/[（(].*$/, "").trim();
}
