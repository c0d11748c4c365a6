import type { EntityManager } from "@mikro-orm/postgresql";
import type { PlainDate } from "#domain/calendar.ts";
import { findAbsorbing } from "./absorbing-businesses.ts";
import type { SnapshotBusiness } from "#matching/snapshot.ts";
import { isClosedAmong, snapshotReader, type WeighedFacts } from "./snapshot-business.ts";

/** A window on the ground, in degrees. */
export interface PlaceWindow {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

interface Row {
  readonly business_id: string;
  readonly external_id: string | null;
  readonly corporate_number: string | null;
  readonly facts: string;
}

/**
 * The federation's businesses as the matcher is handed them: only what it weighs, no names, nothing of persons.
 * Ties are written down as keys or corporate numbers; those of known businesses become their ids.
 * A licence whose term has ended is not held, and what was said too long ago is not known.
 * One that has closed or left is only among them where it is named.
 * @param ids these
 * @param around also those whose place lies in this window
 */
export async function loadSnapshot(
  em: EntityManager,
  {
    today,
    ids,
    around,
  }: {
    readonly today: PlainDate;
    readonly ids: readonly string[];
    readonly around?: PlaceWindow | undefined;
  },
): Promise<SnapshotBusiness[]> {
  const rows = await loadRows(em, ids, around);
  const idOfKey = new Map<string, string>();
  for (const { business_id, external_id, corporate_number } of rows) {
    if (external_id !== null) idOfKey.set(external_id, business_id);
    if (corporate_number !== null) idOfKey.set(corporate_number, business_id);
  }
  for (const [key, id] of await loadFormerKeys(em)) if (!idOfKey.has(key)) idOfKey.set(key, id);
  const named = new Set(ids);
  const read = snapshotReader(today, (key) => idOfKey.get(key) ?? key);
  return rows.flatMap(({ business_id: id, facts: text }) => {
    const facts = JSON.parse(text) as WeighedFacts;
    return named.has(id) || !isClosedAmong(facts) ? [read(id, facts)] : [];
  });
}

async function loadRows(em: EntityManager, ids: readonly string[], around: PlaceWindow | undefined): Promise<Row[]> {
  const columns = "select business_id, external_id, corporate_number, facts from weighed_business";
  // As one text: a list would be spread over the question mark as several values.
  const named = "business_id = any(string_to_array(?, ',')::uuid[])";
  if (!around) return em.execute(`${columns} where ${named} order by business_id`, [ids.join(",")]);
  const degrees = (axis: "lat" | "lon") => `(business.facts #>> '{place,value,${axis}}')::float8`;
  const within = `select id from business
    where ${degrees("lat")} between ? and ? and ${degrees("lon")} between ? and ?`;
  return em.execute(`${columns} where ${named} or business_id in (${within}) order by business_id`, [
    ids.join(","),
    ...[around.south, around.north, around.west, around.east],
  ]);
}

/** Keys and corporate numbers of those that turned out to be another, with the one that is known now. */
export async function loadFormerKeys(em: EntityManager): Promise<[string, string][]> {
  const rows: { readonly id: string; readonly external_id: string | null; readonly corporate_number: string | null }[] =
    await em.execute("select id, external_id, corporate_number from business where merged_into is not null");
  const ids = rows.map(({ id }) => id);
  const absorbing = ids.length === 0 ? new Map<string, string>() : await findAbsorbing(em, ids);
  return rows.flatMap(({ id, external_id, corporate_number }) => {
    const now = absorbing.get(id);
    if (now === undefined) return [];
    return [external_id, corporate_number].flatMap((key): [string, string][] => (key === null ? [] : [[key, now]]));
  });
}
