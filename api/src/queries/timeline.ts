import { decide, requireAccess } from "#domain/access/decide.ts";
import type { FactKey } from "#domain/business/facts.ts";
import type { BusinessEventKind, BusinessState, StateChange } from "#domain/business/history.ts";
import { isIdentityKey } from "#domain/business/read-edit.ts";
import type { SurveySheet } from "#domain/business/survey-answers.ts";
import { canUndoChange } from "#domain/business/undo-change.ts";
import { NotFoundError } from "#domain/errors.ts";
import type { MemberState } from "#domain/group/member.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { businessEventSentence, groupEntrySentence } from "#words/business-history.ts";
import { factText } from "#words/fact.ts";
import { memberStateName } from "#words/group.ts";
import { visitSentence } from "#words/visit.ts";
import { IDS_OF_BUSINESS } from "./absorbing-businesses.ts";
import { surveySentence } from "#words/survey.ts";
import { factName } from "./field-name.ts";
import { globalId } from "./global-id.ts";
import { cursorOf, momentPageOf, type PageRequest } from "./page.ts";
import type { ReadingContext } from "./reading-context.ts";
import { stateOf } from "./stored-business.ts";
import { findVisitPages, type VisitPage } from "./visit-pages.ts";

/** One line of a business's history or of its way in a group, as the database lays them side by side. */
interface Row {
  readonly id: string;
  readonly at: Date;
  /** Version of the business or the group: the order of what happened in one moment. */
  readonly version: number;
  readonly actor_name: string;
  readonly kind: BusinessEventKind | "GROUP" | "VISIT";
  readonly changes: readonly StateChange[] | null;
  readonly survey: SurveySheet | null;
  readonly cause_id: string | null;
  readonly group_id: string | null;
  readonly group_name: string | null;
  readonly member_state: MemberState | null;
}

/**
 * Visits to a business that turned out to be this one stand here too. A visit's line carries what it brought of the business, so that change has no line of its own. Founding members have
 * no line of their own in a group's history: theirs is that the group was started.
 */
const ENTRIES = `
  select id, at, business_version as version, actor_name, kind, changes, survey, cause_id,
    null::uuid as group_id, null::text as group_name, null::text as member_state
  from business_event where business_id = ? and kind <> 'VISITED'
  union all
  select visit.visit_id, visit.at, visit.visit_version, visit.author_name, 'VISIT', brought.changes, null, null, null, null,
    null
  from visit left join lateral (
    select changes from business_event where business_id = visit.business_id and cause_id = visit.visit_id
      and kind = 'VISITED' order by business_version limit 1) brought on true
  where visit.business_id in ${IDS_OF_BUSINESS} and visit.visit_version = 1
  union all
  select event.id, event.at, event.group_version, event.actor_name, 'GROUP', null, null, null,
    event.group_id, business_group.name, event.member_state
  from group_event event
  join business_group on business_group.id = event.group_id
  join group_member member on member.group_id = event.group_id and member.business_id = ?
  where event.business_id = member.business_id
    or (event.kind = 'STARTED' and not exists (
      select from group_event added where added.group_id = event.group_id and added.kind = 'MEMBER_ADDED'
        and added.business_id = member.business_id))`;

/** Everything that happened to a business, newest first. */
export async function listTimeline(ctx: ReadingContext, businessId: string, request: PageRequest) {
  requireAccess(ctx.viewer, "business.read");
  const business = await ctx.em.findOne(BusinessRecord, { id: businessId });
  if (!business) throw new NotFoundError("business");
  const { first, after } = momentPageOf(request);
  const rows: Row[] = await ctx.em.execute(
    `select * from (${ENTRIES}) entry where ?::timestamptz is null or (at, version, id) < (?::timestamptz, ?::int, ?::uuid)
     order by at desc, version desc, id desc limit ${first + 1}`,
    [
      businessId,
      businessId,
      businessId,
      after?.at ?? null,
      after?.at ?? null,
      after?.number ?? null,
      after?.id ?? null,
    ],
  );
  const [counted] = await ctx.em.execute<{ count: number }[]>(`select count(*)::int as count from (${ENTRIES}) entry`, [
    businessId,
    businessId,
    businessId,
  ]);
  const canWrite = decide(ctx.viewer, "business.write", { federation: business.federationCode }) === "allow";
  const shown = rows.slice(0, first);
  const visits = await findVisitPages(
    ctx,
    shown.flatMap(({ kind, id }) => (kind === "VISIT" ? [id] : [])),
  );
  const edges = shown.map((row) => ({
    node: entryPage(ctx, row, {
      now: canWrite ? { ...stateOf(business), version: business.version } : undefined,
      visit: visits.get(row.id),
    }),
    cursor: cursorOf([new Date(row.at).toISOString(), row.version, row.id]),
  }));
  return {
    edges,
    pageInfo: {
      ...{ hasNextPage: rows.length > first, hasPreviousPage: after !== undefined },
      ...{ startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null },
    },
    totalCount: counted?.count ?? 0,
  };
}

/** What goes with every visit and is not worth a line. */
const FOLLOWING: readonly string[] = ["lastContact"];

/** What is known of a business, and by how many changes. */
interface StateNow extends BusinessState {
  readonly version: number;
}

/** Whether a person added it and nobody has changed it since. */
function isAddedByHand({ kind, cause_id, version }: Row, now: StateNow): boolean {
  return kind === "ADDED" && cause_id === null && version === now.version;
}

/** @param now what is known today where the viewer may change it; else nothing can be undone */
function entryPage(
  ctx: ReadingContext,
  row: Row,
  { now, visit }: { readonly now: StateNow | undefined; readonly visit: VisitPage | undefined },
) {
  const { kind, changes, group_id: groupId, group_name: groupName, member_state: state } = row;
  const told = { at: new Date(row.at), by: row.actor_name };
  if (kind === "GROUP") {
    const stateText = state === null ? null : memberStateName(state, ctx.language);
    return {
      ...{ id: globalId("GroupEvent", row.id), kind, ...told, changes: [], changeId: null, viewerCanUndo: false },
      sentence: groupEntrySentence(groupName ?? "", stateText, ctx.language),
      groupId: groupId === null ? null : globalId("Group", groupId),
      visit: null,
    };
  }
  const past = changes ?? [];
  if (kind === "VISIT") {
    return {
      ...{ id: globalId("Visit", row.id), kind, ...told, changeId: null, viewerCanUndo: false, groupId: null },
      sentence: visitSentence(visit?.channel ?? "VISIT", visit?.state === "WITHDRAWN", ctx.language),
      changes: past.filter(({ key }) => !FOLLOWING.includes(key)).map((change) => changePage(ctx, change)),
      visit: visit ?? null,
    };
  }
  const id = globalId("BusinessEvent", row.id);
  return {
    ...{ id, kind, ...told, groupId: null, visit: null },
    sentence: row.survey ? surveySentence(row.survey, ctx.language) : businessEventSentence(kind, ctx.language),
    changes: past.map((change) => changePage(ctx, change)),
    changeId: id,
    viewerCanUndo:
      now !== undefined &&
      (isAddedByHand(row, now) || (past.length > 0 && canUndoChange(now, { kind, changes: past }))),
  };
}

function changePage(ctx: ReadingContext, { key, before, after }: StateChange) {
  const text = (value: unknown) => (value === undefined ? null : stateText(ctx, key, value));
  return { name: factName(key, ctx.language), before: text(before), after: text(after) };
}

/** A value of the history in words: what identifies a business stands as it is, a fact carries its value. */
function stateText(ctx: ReadingContext, key: StateChange["key"], value: unknown): string {
  if (isIdentityKey(key)) return String(value);
  const wording = { language: ctx.language, labelOf: ctx.reference.labelOf(ctx.language) };
  return factText(key as FactKey, (value as { readonly value: never }).value, wording);
}
