import type { EntityManager } from "@mikro-orm/postgresql";
import type { PlainDate } from "#domain/calendar.ts";
import { NotFoundError } from "#domain/errors.ts";
import { VisitRecord } from "#persistence/visit-record.ts";
import { IDS_OF_BUSINESS } from "./absorbing-businesses.ts";

/** A visit as it stands now: its latest version. @throws NotFoundError */
export async function getVisit(em: EntityManager, visitId: string): Promise<VisitRecord> {
  const found = await em.findOne(
    VisitRecord,
    { visitId },
    { orderBy: { visitVersion: "desc" }, disableIdentityMap: true },
  );
  if (!found) throw new NotFoundError("visit");
  return found;
}

/** The day a business was last met, as far as its visits tell. */
export async function findLastVisitDay(em: EntityManager, businessId: string): Promise<PlainDate | undefined> {
  const [latest] = await em.execute<{ held_on: string }[]>(
    `select held_on::text as held_on from (
       select distinct on (visit_id) held_on, state from visit where business_id in ${IDS_OF_BUSINESS}
       order by visit_id, visit_version desc) now
     where state <> 'WITHDRAWN' order by held_on desc limit 1`,
    [businessId],
  );
  return latest?.held_on as PlainDate | undefined;
}
