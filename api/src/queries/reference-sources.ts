import type { EntityManager } from "@mikro-orm/postgresql";
import { requireAccess } from "#domain/access/decide.ts";
import { loadDataSets, type DataSet } from "#files/seeds/data-sets.ts";
import type { Language } from "#words/language.ts";
import type { ReadingContext } from "./reading-context.ts";

interface SourceRow {
  readonly id: string;
  readonly name_ja: string;
  readonly name_en: string;
  readonly licence_ja: string;
  readonly licence_en: string;
  readonly rows: number;
  readonly loaded_at: Date;
}

/** Where reference data comes from, under which licence, and what does not work until it is loaded. */
export interface ReferenceSourcePage {
  readonly id: string;
  readonly name: string;
  readonly origin: string | null;
  readonly licence: string;
  readonly version: string | null;
  readonly rows: number;
  readonly loaded: boolean;
  readonly loadedAt: Date | null;
  readonly without: string | null;
}

/** The licence of what the project wrote itself. */
const OURS = "Apache-2.0";

/** The vocabularies the project ships, then the publishers' data sets, loaded or not. */
export async function loadReferenceSources(ctx: ReadingContext): Promise<ReferenceSourcePage[]> {
  requireAccess(ctx.viewer, "vocabulary.read");
  const shipped = ctx.reference.sources.map(({ id, name, origin, version, rows }) => ({
    ...{ id, name: name[ctx.language], origin: origin[ctx.language], licence: OURS, version, rows },
    ...{ loaded: true, loadedAt: null, without: null },
  }));
  const stored = await loadSourceRows(ctx.em);
  return [...shipped, ...loadDataSets().map((set) => dataSetPage(set, stored.get(set.id), ctx.language))];
}

async function loadSourceRows(em: EntityManager): Promise<ReadonlyMap<string, SourceRow>> {
  const rows: SourceRow[] = await em.execute(
    "select id, name_ja, name_en, licence_ja, licence_en, rows, loaded_at from reference_source",
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function dataSetPage(set: DataSet, row: SourceRow | undefined, language: Language): ReferenceSourcePage {
  if (row === undefined) {
    return {
      ...{ id: set.id, name: set.name[language], licence: set.licence[language], version: null, rows: 0, origin: null },
      ...{ loaded: false, loadedAt: null, without: set.without[language] },
    };
  }
  const [name, licence] = language === "ja" ? [row.name_ja, row.licence_ja] : [row.name_en, row.licence_en];
  const loadedAt = new Date(row.loaded_at);
  return {
    id: set.id,
    name,
    origin: null,
    licence,
    version: null,
    rows: row.rows,
    loaded: true,
    loadedAt,
    without: null,
  };
}
