import type { ShownProposal } from "./proposal.ts";
import type { ResultSort, ResultsView } from "./results-view.ts";

/** A band a candidate can be filtered by; `OPEN`: too little is known for one band. */
export type BandFilter = ShownProposal["bands"][number] | "OPEN";

/** The band a candidate is found under. */
export function bandFilterOf({ bands }: Pick<ShownProposal, "bands">): BandFilter {
  return bands.length === 1 && bands[0] ? bands[0] : "OPEN";
}

/** From the most to the least, what is open last. */
const BANDS_IN_ORDER: readonly BandFilter[] = ["STRONG", "POSSIBLE", "THIN", "OPEN"];

/** The bands that some are found under, the strongest first. */
export function bandFiltersOf(proposals: readonly Pick<ShownProposal, "bands">[]): readonly BandFilter[] {
  const found = new Set(proposals.map(bandFilterOf));
  return BANDS_IN_ORDER.filter((band) => found.has(band));
}

/** Text as it is searched: without width, case, spaces and the difference of the two kana. */
function folded(text: string): string {
  const plain = text.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");
  return plain.replace(/[ァ-ヶ]/g, (kana) => String.fromCodePoint(kana.codePointAt(0)! - 0x60));
}

/** The candidates that pass every filter, in their order. */
export function filtered<Of extends ShownProposal>(
  proposals: readonly Of[],
  { band, municipality, with: name }: ResultsView["filters"],
): readonly Of[] {
  const wanted = folded(name);
  return proposals.filter(
    (proposal) =>
      (band === "" || bandFilterOf(proposal) === band) &&
      (municipality === "" || proposal.members.some((member) => member.municipality === municipality)) &&
      (wanted === "" || proposal.members.some((member) => folded(member.name).includes(wanted))),
  );
}

type Order = (a: ShownProposal, b: ShownProposal) => number;

/** Farther than anything, for groups of which not two places are known. */
const UNKNOWN_DISTANCE = Number.MAX_SAFE_INTEGER;

const ORDERS: Readonly<Record<ResultSort, Order>> = {
  lower: (a, b) => b.lower - a.lower || b.coverage - a.coverage || a.members.length - b.members.length,
  upper: (a, b) => b.upper - a.upper,
  coverage: (a, b) => b.coverage - a.coverage,
  size: (a, b) => b.members.length - a.members.length,
  near: (a, b) => (a.farthestMetres ?? UNKNOWN_DISTANCE) - (b.farthestMetres ?? UNKNOWN_DISTANCE),
};

/** The candidates in an order, the best first; of equals the one that ranked first. */
export function sorted<Of extends ShownProposal>(proposals: readonly Of[], sort: ResultSort): readonly Of[] {
  return proposals.toSorted((a, b) => ORDERS[sort](a, b) || (a.rank ?? 0) - (b.rank ?? 0));
}

/** The municipalities of candidates' members with the number of candidates, by code. */
export function municipalitiesOf(
  proposals: readonly ShownProposal[],
): readonly { readonly code: string; readonly name: string; readonly count: number }[] {
  const found = new Map<string, { code: string; name: string; count: number }>();
  for (const { members } of proposals) {
    const named = new Map(members.map(({ municipality, municipalityName }) => [municipality, municipalityName]));
    for (const [code, name] of named) {
      if (!code || !name) continue;
      found.set(code, { code, name, count: (found.get(code)?.count ?? 0) + 1 });
    }
  }
  return [...found.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
}
