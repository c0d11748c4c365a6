import type { EntityManager } from "@mikro-orm/postgresql";
import { ConflictError } from "#domain/errors.ts";
import type { KeptBusiness } from "#domain/business/compare.ts";
import { changesBetween, type BusinessEventKind, type BusinessState } from "#domain/business/history.ts";
import type { SurveySheet } from "#domain/business/survey-answers.ts";
import { searchTextOf } from "#domain/business/search-text.ts";
import {
  recordBusinesses,
  recordBusinessEvents,
  type BusinessEventRow,
  type BusinessRow,
} from "#persistence/record-businesses.ts";
import { actorOf, type CommandContext } from "./context.ts";

/** One business before and after; `before` is absent for one that was not known. */
export interface BusinessChange {
  readonly id: string;
  readonly before?: KeptBusiness;
  readonly after: BusinessState;
  /** Whether it is no longer among the known ones afterwards; otherwise it is, even where it was not. */
  readonly removed?: true;
  /** The business it turned out to be. */
  readonly mergedInto?: string;
  /** Whether the history tells of it even where nothing differs. */
  readonly isTold?: true;
}

/** What made the changes: how the history tells it, and the import, event or merge it came from. */
export interface ChangeCause {
  readonly federation: string;
  readonly kind: BusinessEventKind;
  readonly causeId?: string;
  /** The survey sheet that brought them. */
  readonly survey?: SurveySheet;
}

/** The transaction to write in, on whose behalf, and who hears how many are written: what that one throws ends it. */
export interface ChangingWhere {
  readonly em: EntityManager;
  readonly ctx: CommandContext;
  readonly onWritten?: ((businesses: number) => Promise<void>) | undefined;
}

/** Businesses written at once: a megabyte or two of JSON, and no more of what they become is in memory. */
const WRITTEN_AT_ONCE = 1_000;

/**
 * Writes what is known of businesses, each with a line in its history: the one way in which a business changes. A
 * business that nothing changes in is left alone.
 * @throws ConflictError where somebody changed one of them since it was looked at; the transaction around it is then rolled back
 */
export async function changeBusinesses(
  where: ChangingWhere,
  changes: Iterable<BusinessChange>,
  cause: ChangeCause,
): Promise<void> {
  let written = 0;
  for (const some of slicesOf(changes, WRITTEN_AT_ONCE)) {
    await writeSome(where, some, cause);
    written += some.length;
    await where.onWritten?.(written);
  }
}

function* slicesOf<Item>(items: Iterable<Item>, size: number): Generator<readonly Item[]> {
  let slice: Item[] = [];
  for (const item of items) {
    slice.push(item);
    if (slice.length < size) continue;
    yield slice;
    slice = [];
  }
  if (slice.length > 0) yield slice;
}

async function writeSome(
  { em, ctx }: ChangingWhere,
  changes: readonly BusinessChange[],
  cause: ChangeCause,
): Promise<void> {
  const now = ctx.now();
  const told = changes.map((change) => ({
    change,
    differences: change.before === undefined ? [] : changesBetween(change.before, change.after),
  }));
  const real = told.filter(({ change, differences }) => differences.length > 0 || isTold(change));
  const rows = real.map(({ change }) => rowOf(change, cause, now));
  if ((await recordBusinesses(em, rows, now)) < rows.length) throw new ConflictError("business");
  const { actorId, actorName } = actorOf(ctx.viewer);
  const events = real.map(({ change, differences }): BusinessEventRow => {
    const { id, before } = change;
    return {
      ...{ id: ctx.newId(), federation_code: cause.federation, business_id: id, changes: differences },
      business_version: (before?.version ?? 0) + 1,
      kind: before === undefined ? "ADDED" : cause.kind,
      ...{ cause_id: cause.causeId ?? null, actor_id: actorId, actor_name: actorName },
      survey: cause.survey ?? null,
    };
  });
  await recordBusinessEvents(em, events, now);
}

function isTold({ before, removed, isTold: isAsked }: BusinessChange): boolean {
  return before === undefined || before.removed !== removed || isAsked === true;
}

function rowOf(
  { id, before, after, removed, mergedInto }: BusinessChange,
  { federation }: ChangeCause,
  now: Date,
): BusinessRow {
  return {
    ...{ id, federation_code: federation, name: after.name, facts: after.facts },
    external_id: after.externalId ?? null,
    corporate_number: after.corporateNumber ?? null,
    name_kana: after.nameKana ?? null,
    search_text: searchTextOf(after, after.facts),
    ...{
      seen_version: before?.version ?? 0,
      removed_at: removed ? now.toISOString() : null,
      merged_into: mergedInto ?? null,
    },
  };
}
