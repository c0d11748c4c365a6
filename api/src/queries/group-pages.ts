import type { EntityManager } from "@mikro-orm/postgresql";
import { decide, requireAccess } from "#domain/access/decide.ts";
import type { PlainDate } from "#domain/calendar.ts";
import { UNDO_MINUTES_MAX } from "#domain/group/undo-stage.ts";
import { nextStageOf, stagesOf } from "#domain/group/stage.ts";
import { GroupEventRecord, GroupMemberRecord, GroupRecord } from "#persistence/group-record.ts";
import { groupEventSentence, memberStateName, nextStepWords, stageName } from "#words/group.ts";
import { purposeName } from "#words/purpose.ts";
import { findBusinessPages, type BusinessPage } from "./business-pages.ts";
import { globalId } from "./global-id.ts";
import { findLastMove } from "./last-move.ts";
import { connectionOf, pageOf, type PageRequest } from "./page.ts";
import type { ReadingContext } from "./reading-context.ts";

/** The federation's groups, newest first, each with its members. */
export async function listGroups(ctx: ReadingContext, page: PageRequest) {
  requireAccess(ctx.viewer, "group.read");
  const found = await ctx.em.findByCursor(GroupRecord, {
    ...pageOf(page, ["moment", "uuid"]),
    orderBy: { createdAt: "desc", id: "desc" },
  });
  return connectionOf(found, await groupPagesOf(ctx, found.items));
}

/** One group as its page shows it; null where this viewer has none of that id. */
export async function findGroupPage(ctx: ReadingContext, id: string | undefined) {
  requireAccess(ctx.viewer, "group.read");
  const group = id === undefined ? null : await ctx.em.findOne(GroupRecord, { id });
  return group ? ((await groupPagesOf(ctx, [group]))[0] ?? null) : null;
}

/** The groups these businesses are in. */
export async function listGroupsOfBusiness(ctx: ReadingContext, businessId: string) {
  requireAccess(ctx.viewer, "group.read");
  const memberships = await ctx.em.find(GroupMemberRecord, { businessId });
  const ids = memberships.map(({ groupId }) => groupId);
  const groups = await ctx.em.find(GroupRecord, { id: { $in: ids } }, { orderBy: { createdAt: "desc" } });
  return groupPagesOf(ctx, groups);
}

/** What happened to a group, newest first. */
export async function listGroupEvents(ctx: ReadingContext, groupId: string, page: PageRequest) {
  requireAccess(ctx.viewer, "group.read");
  const found = await ctx.em.findByCursor(GroupEventRecord, {
    where: { groupId },
    ...pageOf(page, ["number"]),
    orderBy: { groupVersion: "desc" },
  });
  const ids = found.items.flatMap(({ businessId }) => (businessId ? [businessId] : []));
  const businesses = await findBusinessPages(ctx, ids);
  const events = found.items.map((event) => {
    const { kind, at, fromStage, toStage, evidenceNote, evidenceOn, overrideReason, memberState } = event;
    const businessName = event.businessId ? businesses.get(event.businessId)?.name : undefined;
    const sentence = groupEventSentence({ kind, fromStage, toStage, businessName, memberState }, ctx.language);
    return {
      ...{ id: globalId("GroupEvent", event.id), kind, sentence, at, by: event.actorName },
      ...{ fromStage, toStage, evidenceNote, evidenceOn, overrideReason },
    };
  });
  return connectionOf(found, events);
}

async function groupPagesOf(ctx: ReadingContext, groups: readonly GroupRecord[]) {
  const members = await membersOf(
    ctx,
    groups.map(({ id }) => id),
  );
  const undoable = await lastMovesOf(ctx, groups);
  return groups.map((group) => groupPage(ctx, group, { members: members.get(group.id) ?? [], undoable }));
}

function groupPage(
  ctx: ReadingContext,
  group: GroupRecord,
  found: { readonly members: readonly MemberRow[]; readonly undoable: ReadonlySet<string> },
) {
  const { name, purpose, form, stage, stageSince, startedOn, version } = group;
  const toStage = nextStageOf(form, stage);
  const viewerCanAdvance = decide(ctx.viewer, "group.advance", { federation: group.federationCode }) === "allow";
  return {
    kind: "Group" as const,
    ...{ id: globalId("Group", group.id), name, purpose, purposeName: purposeName(purpose, ctx.language) },
    ...{ stage, stageName: stageName(stage, ctx.language), stageSince, startedOn, version },
    way: [...stagesOf(form)],
    nextStep: {
      ...nextStepWords(toStage, ctx.language),
      toStage: toStage ?? null,
      toStageName: toStage ? stageName(toStage, ctx.language) : null,
    },
    members: [...found.members],
    memberCount: found.members.length,
    storedProposal: group.proposal,
    savedProposalId: group.proposalId === null ? null : globalId("SavedProposal", group.proposalId),
    viewerCanAdvance,
    viewerCanUndoStage: viewerCanAdvance && found.undoable.has(group.id),
  };
}

interface MemberRow {
  readonly business: BusinessPage;
  readonly state: GroupMemberRecord["state"];
  readonly stateName: string;
  readonly since: PlainDate;
}

/** Members of all these groups in two reads, by group, in the order of their names. */
async function membersOf(ctx: ReadingContext, groupIds: readonly string[]): Promise<Map<string, MemberRow[]>> {
  const rows = await ctx.em.find(GroupMemberRecord, { groupId: { $in: [...groupIds] } });
  const businesses = await findBusinessPages(
    ctx,
    rows.map(({ businessId }) => businessId),
  );
  const byGroup = new Map<string, MemberRow[]>();
  for (const { groupId, businessId, state, since } of rows) {
    const business = businesses.get(businessId);
    if (!business) continue;
    const row = { business, state, stateName: memberStateName(state, ctx.language), since };
    byGroup.set(groupId, [...(byGroup.get(groupId) ?? []), row]);
  }
  for (const list of byGroup.values()) list.sort((a, b) => a.business.name.localeCompare(b.business.name, "ja"));
  return byGroup;
}

/** The groups whose last move is the viewer's own and fresh; only one that was moved lately is looked at closely. */
async function lastMovesOf(ctx: ReadingContext, groups: readonly GroupRecord[]): Promise<Set<string>> {
  const { viewer } = ctx;
  if (viewer.kind !== "account" || groups.length === 0) return new Set();
  const since = new Date(ctx.now().getTime() - UNDO_MINUTES_MAX * 60_000);
  const ids = groups.map(({ id }) => id);
  const fresh = await ctx.em.find(GroupEventRecord, {
    ...{ groupId: { $in: ids }, at: { $gte: since }, actorId: viewer.accountId },
    kind: { $in: ["STAGE_ENTERED", "STAGE_OVERRIDDEN"] },
  });
  const candidates = [...new Set(fresh.map(({ groupId }) => groupId))];
  const undoable = await Promise.all(candidates.map((id) => isUndoable(ctx.em, id, { now: ctx.now(), viewer })));
  return new Set(candidates.filter((_, index) => undoable[index]));
}

async function isUndoable(
  em: EntityManager,
  groupId: string,
  { now, viewer }: { readonly now: Date; readonly viewer: { readonly accountId: string } },
): Promise<boolean> {
  const move = await findLastMove(em, groupId, now);
  return move !== undefined && move.actorId === viewer.accountId && move.minutesAgo <= UNDO_MINUTES_MAX;
}
