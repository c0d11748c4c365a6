export interface NamedMunicipality {
  readonly code: string;
  readonly name: string;
  readonly businesses: number;
}

export interface MunicipalityGroup<Item extends NamedMunicipality> {
  /** What the group is called: a designated city, a county, or null for the cities that stand for themselves. */
  readonly name: string | null;
  readonly items: readonly Item[];
}

/** 大阪市北区 → 大阪市, 小豆郡土庄町 → 小豆郡, 高松市 → null (stands for itself). */
function groupNameOf(name: string): string | null {
  return /^(.+?市)(?=.+区$)/.exec(name)?.[1] ?? /^(.+?郡)(?=.+[町村]$)/.exec(name)?.[1] ?? null;
}

/** Cities first, then the wards of each large city and the towns of each county, in the order of their codes. */
export function groupMunicipalities<Item extends NamedMunicipality>(
  municipalities: readonly Item[],
): MunicipalityGroup<Item>[] {
  const sorted = municipalities.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const byName = Map.groupBy(sorted, ({ name }) => groupNameOf(name));
  return [...byName]
    .map(([name, items]) => ({ name, items }))
    .toSorted((a, b) => Number(a.name !== null) - Number(b.name !== null));
}

/** The prefectures municipalities lie in, where they are several: one alone needs no choice. */
export function prefecturesOf(
  municipalities: readonly { readonly prefecture: string; readonly prefectureName: string }[],
): { readonly code: string; readonly name: string }[] {
  const names = new Map(municipalities.map(({ prefecture, prefectureName }) => [prefecture, prefectureName]));
  return names.size < 2
    ? []
    : [...names].map(([code, name]) => ({ code, name })).toSorted((a, b) => (a.code < b.code ? -1 : 1));
}
