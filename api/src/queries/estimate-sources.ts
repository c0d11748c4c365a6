import type { EntityManager } from "@mikro-orm/postgresql";
import type { BusinessEntry } from "#domain/business/entry.ts";
import type { EstimateSources } from "#domain/business/estimate.ts";
import type { RevisionNames } from "#domain/industry-revision.ts";
import { cityOfWard } from "#domain/municipality-code.ts";
import { placeFinder, type LoadedMunicipality } from "#domain/place-estimate.ts";
import { clearTrade } from "#domain/trade/clear.ts";
import type { Reference } from "#files/seeds/reference.ts";

interface MunicipalityRow {
  readonly code: string;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
}

interface TownRow {
  readonly municipality: string;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
}

/** What the facts that some entries lack are worked out from: only what is loaded of their own municipalities. */
export async function loadEstimateSources(
  em: EntityManager,
  entries: readonly BusinessEntry[],
  { vocabularies, tradeWords }: Reference,
): Promise<EstimateSources> {
  const unplaced = entries.filter(({ facts }) => facts.place === undefined);
  const codes = [...new Set(unplaced.flatMap(({ facts }) => facts.municipality ?? []))];
  const municipalities = await loadMunicipalities(em, codes);
  const revisions = await loadRevisions(em, entries);
  const classes: { code: string; words: string[] }[] = await em.execute(
    "select code, jsonb_build_array(name) || examples as words from reference_industry where revision = 14 and code !~ '^[0-9]{2}0'",
  );
  const shipped = vocabularies.industries.map(({ code, ja }) => ({ code, words: [ja] }));
  const words = [...tradeWords.trades, ...(classes.length > 0 ? classes : shipped)];
  return {
    placeOf: placeFinder(municipalities),
    revisions,
    placesLoaded: await arePlacesLoaded(em),
    tradeOf: clearTrade(words, classes.length > 0 ? 4 : 2),
  };
}

/** Class names of both revisions, only where an entry has a code of the earlier one. */
async function loadRevisions(em: EntityManager, entries: readonly BusinessEntry[]): Promise<RevisionNames> {
  const thirteenth = new Map<string, string>();
  const fourteenth = new Map<string, string>();
  if (!entries.some(({ industryRevision }) => industryRevision === 13)) return { thirteenth, fourteenth };
  const rows: { revision: number; code: string; name: string }[] = await em.execute(
    "select revision, code, name from reference_industry",
  );
  for (const { revision, code, name } of rows) (revision === 13 ? thirteenth : fourteenth).set(code, name);
  return { thirteenth, fourteenth };
}

/** These municipalities with their towns; a ward whose office is not loaded stands at its city's. */
async function loadMunicipalities(em: EntityManager, codes: readonly string[]): Promise<LoadedMunicipality[]> {
  const asked = JSON.stringify([...new Set(codes.flatMap((code) => [code, cityOfWard(code)]))]);
  const offices: MunicipalityRow[] = await em.execute(
    "select code, name, lat, lon from reference_municipality where code in (select jsonb_array_elements_text(?::jsonb))",
    [asked],
  );
  const towns: TownRow[] = await em.execute(
    "select municipality, name, lat, lon from reference_town where municipality in (select jsonb_array_elements_text(?::jsonb))",
    [asked],
  );
  const officeOf = new Map(offices.map((office) => [office.code, office]));
  const townsOf = new Map<string, TownRow[]>();
  for (const town of towns) townsOf.set(town.municipality, [...(townsOf.get(town.municipality) ?? []), town]);
  return codes.map((code) => {
    const office = officeOf.get(code) ?? officeOf.get(cityOfWard(code));
    return { code, name: officeOf.get(code)?.name ?? "", office, towns: townsOf.get(code) ?? [] };
  });
}

async function arePlacesLoaded(em: EntityManager): Promise<boolean> {
  const rows: object[] = await em.execute("select from reference_source where id in ('municipalities', 'towns')");
  return rows.length > 0;
}
