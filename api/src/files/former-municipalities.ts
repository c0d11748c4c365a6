import type { FormerMunicipality } from "#domain/business/municipality.ts";
import { foldPlace } from "./fold-place.ts";
import { listMunicipalities, oldMunicipalities } from "./municipalities.ts";
import type { Merger } from "./seeds/old-municipalities.ts";

interface OldName {
  /** Without its county: 牟礼町, 浜松市北区. */
  readonly name: string;
  readonly merger: Merger;
  /** Whether prefecture, county or city stands before it: a bare 清水町 may be anywhere. */
  readonly isQualified: boolean;
}

interface OldNames {
  readonly byName: ReadonlyMap<string, OldName>;
  /** Characters of the longest name. */
  readonly longest: number;
}

let known: OldNames | undefined;

/** What an address says of a municipality that is gone; undefined where it begins with none. */
export function formerMunicipality(address: string): FormerMunicipality | undefined {
  const { byName, longest } = (known ??= indexOldNames());
  const folded = foldPlace(address);
  for (let length = Math.min(longest, folded.length); length >= 2; length -= 1) {
    const old = byName.get(folded.slice(0, length));
    if (old !== undefined) return former(old, folded.slice(length));
  }
  return undefined;
}

function former({ name, merger, isQualified }: OldName, rest: string): FormerMunicipality {
  const [first] = merger.into;
  const moved = [...merger.towns].find(([, towns]) => towns.some((town) => rest.startsWith(foldPlace(town))));
  const likeliest = moved?.[0] ?? first;
  return { name, into: merger.into, isQualified, ...(likeliest === undefined ? {} : { likeliest }) };
}

/** Names with prefecture, with county, with both and bare; where one stands for two that are gone, neither. */
function indexOldNames(): OldNames {
  const prefectures = new Map(listMunicipalities().map(({ prefecture }) => [prefecture.code, prefecture.name]));
  const index = new Map<string, OldName>();
  const twice = new Set<string>();
  const add = (writing: string, old: OldName) => {
    const folded = foldPlace(writing);
    if (index.has(folded)) twice.add(folded);
    index.set(folded, old);
  };
  for (const merger of oldMunicipalities().mergers) {
    const prefecture = prefectures.get(merger.prefecture) ?? "";
    for (const full of merger.names) {
      const name = full.replace(/^.+?郡(?=.)/, "");
      add(full, { name, merger, isQualified: full !== name || /市/.test(full) });
      add(`${prefecture}${full}`, { name, merger, isQualified: true });
      if (full === name) continue;
      add(`${prefecture}${name}`, { name, merger, isQualified: true });
      add(name, { name, merger, isQualified: false });
    }
  }
  for (const folded of twice) index.delete(folded);
  return { byName: index, longest: Math.max(...[...index.keys()].map(({ length }) => length)) };
}
