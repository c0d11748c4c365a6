import type { EntityManager } from "@mikro-orm/postgresql";
import { japaneseDayOf, type PlainDate } from "#domain/calendar.ts";
import type { Facts } from "#domain/business/facts.ts";
import { stateBefore } from "#domain/business/history.ts";
import { BusinessEventRecord } from "#persistence/business-event-record.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import type { ReadingContext } from "./reading-context.ts";

/** What was known of a business then, and what is known now. */
export interface FactsThen {
  readonly then: Facts;
  readonly now: Facts;
}

/** The facts of businesses at a moment, by id. */
export interface FactsAt {
  /** The day by which facts had become out of date, or not. */
  readonly day: PlainDate;
  readonly of: ReadonlyMap<string, FactsThen>;
}

/** What was known of these businesses at a moment, read back from their history; without a moment, what is known now. */
export async function loadFactsAt(
  { em, today }: Pick<ReadingContext, "em" | "today">,
  ids: readonly string[],
  at: Date | undefined,
): Promise<FactsAt> {
  const rows = await em.find(BusinessRecord, { id: { $in: [...ids] } }, { filters: { known: false } });
  const events = at === undefined ? [] : await eventsSince(em, ids, at);
  const of = rows.map(({ id, name, facts }) => {
    const changes = events.filter(({ businessId }) => businessId === id).flatMap((event) => event.changes);
    return [id, { then: stateBefore({ name, facts }, changes).facts, now: facts }] as const;
  });
  return { day: at === undefined ? today() : japaneseDayOf(at), of: new Map(of) };
}

async function eventsSince(em: EntityManager, ids: readonly string[], at: Date): Promise<BusinessEventRecord[]> {
  return em.find(
    BusinessEventRecord,
    { businessId: { $in: [...ids] }, at: { $gt: at } },
    { orderBy: { businessVersion: "asc" } },
  );
}
