import type { EntityManager } from "@mikro-orm/postgresql";
import type { PlainDate } from "#domain/calendar.ts";
import { isMarkedClosed } from "#domain/business/closed.ts";
import { holdingFacts } from "#domain/business/fact-age.ts";
import type { Facts } from "#domain/business/facts.ts";
import { findAbsorbing } from "./absorbing-businesses.ts";
import type { SnapshotBusiness } from "#matching/snapshot.ts";

/** A window on the ground, in degrees. */
export interface PlaceWindow {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

interface Row {
  readonly id: string;
  readonly external_id: string | null;
  readonly corporate_number: string | null;
  readonly facts: Facts;
}

/**
 * The federation's businesses as the matcher is handed them: only what it weighs, no names, nothing of persons.
 * Ties are written down as keys or corporate numbers; those of known businesses become their ids.
 * A licence whose term has ended is not held, and what was said too long ago is not known.
 * One that has closed or left is only among them where it is named.
 * @param ids only these; absent: all
 * @param around with `ids`: also those whose place lies in this window
 * @param mustHave named in the question
 */
export async function loadSnapshot(
  em: EntityManager,
  {
    today,
    ids,
    around,
    mustHave = [],
  }: {
    readonly today: PlainDate;
    readonly ids?: readonly string[];
    readonly around?: PlaceWindow | undefined;
    readonly mustHave?: readonly string[];
  },
): Promise<SnapshotBusiness[]> {
  const rows = await loadRows(em, ids, around);
  const idOfKey = new Map<string, string>();
  for (const { id, external_id, corporate_number } of rows) {
    if (external_id !== null) idOfKey.set(external_id, id);
    if (corporate_number !== null) idOfKey.set(corporate_number, id);
  }
  for (const [key, id] of await loadFormerKeys(em)) if (!idOfKey.has(key)) idOfKey.set(key, id);
  const named = new Set([...(ids ?? []), ...mustHave]);
  const weighed = rows.filter(({ id, facts }) => named.has(id) || !isMarkedClosed(facts));
  return weighed.map(({ id, facts }) =>
    snapshotBusiness(id, holdingFacts(facts, today), { today, idOf: (key) => idOfKey.get(key) ?? key }),
  );
}

async function loadRows(
  em: EntityManager,
  ids: readonly string[] | undefined,
  around: PlaceWindow | undefined,
): Promise<Row[]> {
  const columns = "select id, external_id, corporate_number, facts from business where removed_at is null";
  if (!ids) return em.execute(`${columns} order by id`);
  // As one text: a list would be spread over the question mark as several values.
  const named = "id = any(string_to_array(?, ',')::uuid[])";
  if (!around) return em.execute(`${columns} and ${named} order by id`, [ids.join(",")]);
  const degrees = (axis: "lat" | "lon") => `(facts #>> '{place,value,${axis}}')::float8`;
  return em.execute(
    `${columns} and (${named} or (${degrees("lat")} between ? and ? and ${degrees("lon")} between ? and ?)) order by id`,
    [ids.join(","), around.south, around.north, around.west, around.east],
  );
}

/** Keys and corporate numbers of those that turned out to be another, with the one that is known now. */
async function loadFormerKeys(em: EntityManager): Promise<[string, string][]> {
  const rows: Omit<Row, "facts">[] = await em.execute(
    "select id, external_id, corporate_number from business where merged_into is not null",
  );
  const ids = rows.map(({ id }) => id);
  const absorbing = ids.length === 0 ? new Map<string, string>() : await findAbsorbing(em, ids);
  return rows.flatMap(({ id, external_id, corporate_number }) => {
    const now = absorbing.get(id);
    if (now === undefined) return [];
    return [external_id, corporate_number].flatMap((key): [string, string][] => (key === null ? [] : [[key, now]]));
  });
}

/** An absent fact stays absent: unknown is neither none nor zero. */
function snapshotBusiness(
  id: string,
  facts: Facts,
  { today, idOf }: { readonly today: PlainDate; readonly idOf: (key: string) => string },
): SnapshotBusiness {
  const place = facts.place?.value;
  const values = {
    ...{ lat: place?.lat, lon: place?.lon },
    municipality: facts.municipality?.value,
    industry: facts.industryCode?.value,
    employees: facts.employees?.value,
    capitalYen: facts.capitalYen?.value,
    capabilities: facts.capabilities?.value,
    seeks: facts.seeks?.value,
    needs: facts.needs?.value,
    licences: facts.licences?.value
      .filter(({ until }) => until === undefined || until >= today)
      .map(({ kind, area }) => (area === undefined ? [kind] : [kind, area])),
    monthlyLoad: facts.monthlyLoad?.value,
    monthlyWorkers: facts.monthlyWorkers?.value,
    monthlyCapacity: facts.monthlyCapacity?.value,
    leader: facts.leader?.value,
    ownerAgeBand: facts.ownerAgeBand?.value,
    successor: facts.successor?.value,
    purchases: facts.purchases?.value,
    purposes: facts.purposes?.value,
    ties: facts.ties?.value.map(idOf),
    memberships: facts.memberships?.value,
    customers: facts.customers?.value,
  };
  const known = Object.entries(values).filter(([, value]) => value !== undefined);
  return { id, ...Object.fromEntries(known) } as SnapshotBusiness;
}

/** The snapshot as text, one business a line. */
export function snapshotText(businesses: readonly SnapshotBusiness[]): string {
  return businesses.map((business) => `${JSON.stringify(business)}\n`).join("");
}
