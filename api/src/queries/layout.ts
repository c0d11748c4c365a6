import { IsolationLevel, type EntityManager } from "@mikro-orm/postgresql";
import type { PlainDate } from "#domain/calendar.ts";
import { SnapshotMarker } from "#files/snapshot-mark.ts";
import type { Layout } from "#matching/columns/columns.ts";
import { LayoutWriter } from "#matching/columns/layout-writer.ts";
import type { SnapshotMark } from "#matching/document.ts";
import { isClosedAmong, snapshotReader, type WeighedFacts } from "./snapshot-business.ts";
import { loadFormerKeys } from "./snapshot.ts";

/** Rows fetched in one go: a megabyte or two, and some ten milliseconds until others are answered again. */
const ROWS_AT_ONCE = 2_000;

/** A federation's businesses in columns, which snapshot they are, and who is left out of them. */
export interface LoadedLayout {
  readonly layout: Layout;
  readonly mark: SnapshotMark;
  /** Ids of those that have closed or left, and that nobody named. */
  readonly closed: ReadonlySet<string>;
}

interface WeighedRow {
  readonly business_id: string;
  readonly facts: string;
}

/** Whose businesses an entity manager sees, and what they are at: another text after every change of one. */
export interface Revision {
  readonly federation: string;
  readonly revision: string;
}

/**
 * Versions only rise and no business is deleted, so how many there are and the sum of their versions say whether anything
 * has changed; an index holds both.
 */
export async function loadRevision(em: EntityManager): Promise<Revision> {
  const [row] = await em.execute<Revision[]>(
    `select current_setting('musubi.federation') as federation, count(*) || ' ' || coalesce(sum(version), 0) as revision
     from business`,
  );
  return row ?? { federation: "", revision: "" };
}

/**
 * Streams a federation's businesses into columns, by the rules of `loadSnapshot` for all of them.
 * @param mustHave named in the question: looked at also where they have closed
 */
export function loadLayout(
  em: EntityManager,
  { today, mustHave = [] }: { readonly today: PlainDate; readonly mustHave?: readonly string[] },
): Promise<LoadedLayout> {
  // One look at the database, so that keys and businesses belong together.
  return em.transactional((one) => layOut(one, today, new Set(mustHave)), {
    isolationLevel: IsolationLevel.REPEATABLE_READ,
    readOnly: true,
  });
}

async function layOut(em: EntityManager, today: PlainDate, named: ReadonlySet<string>): Promise<LoadedLayout> {
  const idOfKey = await loadIdsOfKeys(em);
  const read = snapshotReader(today, (key) => idOfKey.get(key) ?? key);
  const [writer, marker, closed] = [new LayoutWriter(), new SnapshotMarker(), new Set<string>()];
  for await (const rows of weighedRows(em))
    for (const { business_id: id, facts: text } of rows) {
      const facts = JSON.parse(text) as WeighedFacts;
      if (isClosedAmong(facts) && !named.has(id)) {
        closed.add(id);
        continue;
      }
      const business = read(id, facts);
      writer.add(business);
      marker.add(business);
    }
  return { layout: writer.finish(), mark: marker.mark(), closed };
}

/** Every known business in the order of ids, which is that of their bytes. The next rows are fetched while some are read. */
async function* weighedRows(em: EntityManager): AsyncGenerator<readonly WeighedRow[]> {
  await em.execute(
    "declare weighed no scroll cursor for select business_id, facts from weighed_business order by business_id",
  );
  const fetchRows = () => em.execute<WeighedRow[]>(`fetch ${ROWS_AT_ONCE} from weighed`);
  let next = fetchRows();
  for (;;) {
    const rows = await next;
    if (rows.length === 0) return;
    next = fetchRows();
    // Where reading these fails, nobody waits for those any more.
    next.catch(() => {});
    yield rows;
  }
}

/** Ids by the keys and corporate numbers under which others may name a business, those of former entries included. */
async function loadIdsOfKeys(em: EntityManager): Promise<ReadonlyMap<string, string>> {
  // One text, out of an index alone: sixty thousand rows take longer to hand over than to read.
  const [row] = await em.execute<{ keys: string | null }[]>(
    `select '[' || string_agg('["' || business_id || '",' || coalesce(to_json(external_id)::text, 'null') || ',' ||
       coalesce(to_json(corporate_number)::text, 'null') || ']', ',' order by business_id) || ']' as keys
     from weighed_business where external_id is not null or corporate_number is not null`,
  );
  const ids = new Map<string, string>();
  const keys = JSON.parse(row?.keys ?? "[]") as readonly (readonly [string, string | null, string | null])[];
  for (const [id, externalId, corporateNumber] of keys) {
    if (externalId !== null) ids.set(externalId, id);
    if (corporateNumber !== null) ids.set(corporateNumber, id);
  }
  for (const [key, id] of await loadFormerKeys(em)) if (!ids.has(key)) ids.set(key, id);
  return ids;
}
