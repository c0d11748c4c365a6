/** Groups that stand side by side at most. */
export const VARIANTS_MAX = 4;

/** Groups somebody puts together, as the address says them: each change is another address. */
export interface Workbench {
  /** Ids of the businesses of each. */
  readonly groups: readonly (readonly string[])[];
  /** Businesses that stay in every one. */
  readonly pinned: ReadonlySet<string>;
}

export function workbenchOf(params: URLSearchParams): Workbench {
  const groups = params.getAll("g").map((text) => [...new Set(text.split(",").filter((id) => id !== ""))]);
  return { groups, pinned: new Set(params.getAll("pin")) };
}

/** Ranks of found candidates the groups begin from, each once, in the order they were picked. */
export function picksOf(params: URLSearchParams): readonly number[] {
  const ranks = params.getAll("pick").filter((rank) => /^[1-9]\d{0,3}$/.test(rank));
  return [...new Set(ranks.map(Number))];
}

/** Names in the address that are of the workbench; a search of a name and what was saved end with the next change. */
const OWN_NAMES: readonly string[] = ["g", "pin", "pick", "q", "to", "saved"];

/** The address of a workbench; what else stands in the address stays. */
export function workbenchAddress(params: URLSearchParams, { groups, pinned }: Workbench): string {
  const next = new URLSearchParams();
  for (const [name, value] of params) if (!OWN_NAMES.includes(name)) next.append(name, value);
  for (const group of groups) next.append("g", group.join(","));
  const inside = new Set(groups.flat());
  for (const id of pinned) if (inside.has(id)) next.append("pin", id);
  return `?${next}`;
}

const changed = (bench: Workbench, at: number, change: (group: readonly string[]) => readonly string[]): Workbench => ({
  ...bench,
  groups: bench.groups.map((group, index) => (index === at ? change(group) : group)),
});

/** One business out of the at-th group (from 0). */
export function takenOut(bench: Workbench, at: number, id: string): Workbench {
  return changed(bench, at, (group) => group.filter((one) => one !== id));
}

/** One business more in the at-th group. */
export function putIn(bench: Workbench, at: number, id: string): Workbench {
  return changed(bench, at, (group) => (group.includes(id) ? group : [...group, id]));
}

/** One business of the at-th group gone and another in its place. */
export function swapped(
  bench: Workbench,
  at: number,
  { leaves, comes }: { readonly leaves: string; readonly comes: string },
): Workbench {
  return putIn(takenOut(bench, at, leaves), at, comes);
}

/** A business pinned, or let go where it was. */
export function pinTurned(bench: Workbench, id: string): Workbench {
  const pinned = new Set(bench.pinned);
  if (!pinned.delete(id)) pinned.add(id);
  return { ...bench, pinned };
}

/** Another group that begins as the at-th one. */
export function copied(bench: Workbench, at: number): Workbench {
  const [before, after] = [bench.groups.slice(0, at + 1), bench.groups.slice(at + 1)];
  return { ...bench, groups: [...before, bench.groups[at] ?? [], ...after] };
}

/** Without the at-th group. */
export function dropped(bench: Workbench, at: number): Workbench {
  return { ...bench, groups: bench.groups.filter((_, index) => index !== at) };
}

/** A, B, C, D: how groups side by side are called. */
export function variantLetter(at: number): string {
  return String.fromCodePoint("A".codePointAt(0)! + at);
}
