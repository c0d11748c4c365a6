import type { EntityManager } from "@mikro-orm/postgresql";
import type { BusinessEventKind, StateChange } from "#domain/business/history.ts";
import type { ChangedByImport } from "#domain/business/undo-import.ts";
import { keptBusinessOf, KEPT_COLUMNS, type KeptRow } from "./kept-businesses.ts";

interface EventRow {
  readonly business_id: string;
  readonly business_version: number;
  readonly kind: BusinessEventKind;
  readonly changes: readonly StateChange[];
  /** Whether this import made it. */
  readonly own: boolean;
}

/** Every business an import changed, as it is now, with what the import did to it. */
export async function loadImportChanges(em: EntityManager, importId: string): Promise<ChangedByImport[]> {
  const events: EventRow[] = await em.execute(
    `select business_id, business_version, kind, changes, coalesce(cause_id = ?, false) as own from business_event
     where business_id in (select business_id from business_event where cause_id = ?)
     order by business_id, business_version`,
    [importId, importId],
  );
  const businesses: (KeptRow & { readonly held_by: "IN_GROUP" | "MERGED" | null })[] = await em.execute(
    `select ${KEPT_COLUMNS},
       case when exists (select from group_member where business_id = business.id) then 'IN_GROUP'
         when exists (select from business other where other.merged_into = business.id) then 'MERGED' end as held_by
     from business where id in (select business_id from business_event where cause_id = ?) order by id`,
    [importId],
  );
  const eventsOf = new Map<string, EventRow[]>();
  for (const event of events) eventsOf.set(event.business_id, [...(eventsOf.get(event.business_id) ?? []), event]);
  return businesses.map((row) => ({
    now: keptBusinessOf(row),
    ...courseOf(eventsOf.get(row.id) ?? []),
    ...(row.held_by === null ? {} : { heldBy: row.held_by }),
  }));
}

function courseOf(events: readonly EventRow[]): Pick<ChangedByImport, "events" | "since"> {
  const last = events.findLastIndex(({ own }) => own);
  const own = events.filter((event) => event.own);
  return {
    events: own.map(({ business_version: version, kind, changes }) => ({ version, kind, changes })),
    since: events.slice(last + 1).flatMap(({ changes }) => changes),
  };
}

/** The keys of known businesses among these, but for one business. */
export async function findTakenKeys(
  em: EntityManager,
  keys: readonly string[],
  but: string | null = null,
): Promise<ReadonlySet<string>> {
  const rows: { readonly external_id: string }[] = await em.execute(
    `select external_id from business where removed_at is null and external_id in (
       select jsonb_array_elements_text(?::jsonb)) and id is distinct from ?`,
    [JSON.stringify(keys), but],
  );
  return new Set(rows.map(({ external_id }) => external_id));
}
