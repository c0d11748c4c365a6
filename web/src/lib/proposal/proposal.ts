/** A member as a proposal shows it. */
export interface ShownMember {
  readonly id: string;
  readonly name: string;
  readonly municipalityName?: string | null;
  readonly industryName?: string | null;
  readonly knownCount: number;
  readonly factCount: number;
  readonly place?: { readonly lat: number; readonly lon: number; readonly estimated: boolean } | null;
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
}

export interface ShownRule {
  readonly id: string;
  readonly name: string;
  readonly verdict: "PASS" | "FAIL" | "UNKNOWN";
  readonly sentence: string;
  readonly law?: string | null;
}

/** What a question asked for, as far as rules depend on it. */
interface Asked {
  readonly districts: readonly unknown[];
  readonly demand?: { readonly licences: readonly unknown[] } | null;
}

/** The rules a question gives cause for: that of districts (H3) and that of licences (H5) say nothing where none was asked. */
export function rulesAsked<Rule extends { readonly id: string }>(
  rules: readonly Rule[],
  { districts, demand }: Asked,
): Rule[] {
  const isAsked = (id: string) => {
    if (id === "H3") return districts.length > 0;
    if (id === "H5") return (demand?.licences.length ?? 0) > 0;
    return true;
  };
  return rules.filter(({ id }) => isAsked(id));
}

/** A scored group as the api tells it: a proposal of a search, or the analysis a group was started with. */
export interface ShownProposal {
  readonly rank?: number | null;
  readonly members: readonly ShownMember[];
  readonly lower: number;
  readonly upper: number;
  readonly coverage: number;
  readonly bandName: string;
  readonly components: readonly ShownComponent[];
  readonly rules: readonly ShownRule[];
  readonly reasonsFor: readonly string[];
  readonly reasonsAgainst: readonly string[];
  readonly unknowns: readonly string[];
  readonly jointBusinesses: readonly { readonly code: string; readonly name: string; readonly sentence: string }[];
  readonly asides: readonly string[];
  /** Null where no register of cooperatives is loaded. */
  readonly existingCooperatives?:
    readonly { readonly corporateNumber: string; readonly name: string; readonly municipalityName: string }[] | null;
  readonly existingGroups: readonly {
    readonly id: string;
    readonly name: string;
    readonly stageName: string;
    readonly sharedCount: number;
  }[];
}

/** Permille of known facts from which points are shown; below it only the bands are. */
const COVERAGE_FOR_POINTS = 400;

export function showsPoints(proposal: { readonly coverage: number }): boolean {
  return proposal.coverage >= COVERAGE_FOR_POINTS;
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
