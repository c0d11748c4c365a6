import { decide, requireAccess } from "#domain/access/decide.ts";
import type { PlainDate } from "#domain/calendar.ts";
import { problemsOfChangingVisit, problemsOfRestoringVisit } from "#domain/visit/visit.ts";
import { VisitRecord } from "#persistence/visit-record.ts";
import { visitChannelName } from "#words/visit.ts";
import { findAbsorbing, IDS_OF_BUSINESS } from "./absorbing-businesses.ts";
import { globalId } from "./global-id.ts";
import { cursorOf, cursorValues, pageOf, type PageRequest } from "./page.ts";
import type { ReadingContext } from "./reading-context.ts";

/** What the screens show of a visit as it stands now. */
export type VisitPage = ReturnType<typeof visitPage>;

/** One visit; null where this viewer has none of that id. */
export async function findVisitPage(ctx: ReadingContext, visitId: string | undefined): Promise<VisitPage | null> {
  if (visitId === undefined) {
    requireAccess(ctx.viewer, "visit.read");
    return null;
  }
  return (await findVisitPages(ctx, [visitId])).get(visitId) ?? null;
}

/** These visits, each with what it said before it was corrected. */
export async function findVisitPages(
  ctx: ReadingContext,
  visitIds: readonly string[],
): Promise<ReadonlyMap<string, VisitPage>> {
  requireAccess(ctx.viewer, "visit.read");
  const versions = await ctx.em.find(
    VisitRecord,
    { visitId: { $in: [...visitIds] } },
    { orderBy: { visitVersion: "asc" } },
  );
  const byVisit = new Map<string, Versions>();
  for (const version of versions) {
    byVisit.set(version.visitId, [...(byVisit.get(version.visitId) ?? []), version] as unknown as Versions);
  }
  const absorbing = await findAbsorbing(
    ctx.em,
    versions.map(({ businessId }) => businessId),
  );
  return new Map([...byVisit].map(([visitId, all]) => [visitId, visitPage(ctx, all, absorbing)]));
}

/** What is still to be done after visits to a business, the soonest first. */
export async function listOpenSteps(ctx: ReadingContext, businessId: string): Promise<VisitPage[]> {
  requireAccess(ctx.viewer, "visit.read");
  const rows: { visit_id: string }[] = await ctx.em.execute(
    `select visit_id from (${LATEST} where business_id in ${IDS_OF_BUSINESS} order by visit_id, visit_version desc) now
     where state = 'KEPT' and next_step <> '' order by next_on nulls last, visit_id`,
    [businessId],
  );
  const pages = await findVisitPages(
    ctx,
    rows.map(({ visit_id }) => visit_id),
  );
  return [...rows].flatMap(({ visit_id }) => pages.get(visit_id) ?? []);
}

const LATEST = `select distinct on (visit_id) visit_id, business_id, state, next_step, next_on, author_id from visit`;

/** Stands for the day of a step that has none, so that it comes last. */
const NO_DAY = "9999-12-31";

/**
 * Of somebody (the first parameter), up to a day (the second) or without one: the steps to do at businesses known,
 * merged ones too. Days are compared as text, so that a broken cursor fails no cast.
 */
const DUE = `with recursive step as (
    select visit_id, business_id, coalesce(next_on::text, '${NO_DAY}') as due_on from (${LATEST} order by visit_id, visit_version desc) now
    where state = 'KEPT' and next_step <> '' and author_id = ? and (next_on is null or next_on <= ?)),
  way(visited, known) as (
    select business_id, business_id from step
    union select way.visited, business.merged_into from way join business on business.id = way.known
    where business.merged_into is not null)
  select visit_id, due_on from step join way on way.visited = step.business_id
  join business on business.id = way.known and business.removed_at is null`;

/** The viewer's own next steps up to a day, the soonest first, those without a day last; of businesses that are known. */
export async function listDueSteps(ctx: ReadingContext, until: PlainDate, request: PageRequest) {
  requireAccess(ctx.viewer, "visit.read");
  const { first, after } = pageOf(request, ["text", "uuid"]);
  const [afterOn = null, afterId = null] = after === undefined ? [] : cursorValues(after);
  const author = ctx.viewer.kind === "account" ? ctx.viewer.accountId : ctx.viewer.kind;
  const rows: { visit_id: string; due_on: string }[] = await ctx.em.execute(
    `select visit_id, due_on from (${DUE}) due
     where ?::text is null or (due_on, visit_id) > (?::text, ?::uuid)
     order by due_on, visit_id limit ${first + 1}`,
    [author, until, afterOn, afterOn, afterId],
  );
  const [counted] = await ctx.em.execute<{ count: number }[]>(`select count(*)::int as count from (${DUE}) due`, [
    author,
    until,
  ]);
  const shown = rows.slice(0, first);
  const pages = await findVisitPages(
    ctx,
    shown.map(({ visit_id }) => visit_id),
  );
  const edges = shown.flatMap(({ visit_id, due_on }) => {
    const visit = pages.get(visit_id);
    return visit ? [{ node: visit, cursor: cursorOf([due_on, visit_id]) }] : [];
  });
  return {
    edges,
    pageInfo: {
      ...{ hasNextPage: rows.length > first, hasPreviousPage: after !== undefined },
      ...{ startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null },
    },
    totalCount: counted?.count ?? 0,
  };
}

type Versions = readonly [VisitRecord, ...VisitRecord[]];

function visitPage(ctx: ReadingContext, versions: Versions, absorbing: ReadonlyMap<string, string>) {
  const { viewer } = ctx;
  const [first] = versions;
  const now = versions.at(-1) ?? first;
  const actorId = viewer.kind === "account" ? viewer.accountId : viewer.kind;
  const mayWrite = decide(viewer, "visit.write", { federation: now.federationCode }) === "allow";
  return {
    kind: "Visit" as const,
    ...{ id: globalId("Visit", now.visitId), version: now.visitVersion, state: now.state },
    ...noteOf(ctx, now),
    ...{ by: now.authorName, at: first.at, businessId: absorbing.get(now.businessId) ?? now.businessId },
    earlier: [...versions]
      .slice(0, -1)
      .filter((one, index) => isCorrected(one, versions[index + 1]))
      .map((one) => noteOf(ctx, one)),
    viewerCanChange: mayWrite && problemsOfChangingVisit(now, actorId).length === 0,
    viewerCanRestore: mayWrite && now.state === "WITHDRAWN" && problemsOfRestoringVisit(now, actorId).length === 0,
  };
}

function noteOf({ language }: ReadingContext, visit: VisitRecord) {
  const { heldOn: on, channel, told, impression, nextStep, nextOn, minutes } = visit;
  return { on, channel, channelName: visitChannelName(channel, language), told, impression, nextStep, nextOn, minutes };
}

/** Whether the next version says something else; a step that was done is no correction. */
function isCorrected(one: VisitRecord, next: VisitRecord | undefined): boolean {
  const keys = ["heldOn", "channel", "told", "impression", "nextStep", "nextOn", "minutes"] as const;
  return next !== undefined && keys.some((key) => one[key] !== next[key]);
}
