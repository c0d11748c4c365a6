import type { EntityManager } from "@mikro-orm/postgresql";
import { furtherState } from "#domain/group/member.ts";
import type { MovedMembership } from "#persistence/business-merge-record.ts";
import { GroupMemberRecord, GroupRecord } from "#persistence/group-record.ts";
import { changeGroup, type GroupChange } from "./change-group.ts";
import type { CommandContext } from "./context.ts";

interface Doing {
  readonly em: EntityManager;
  readonly ctx: CommandContext;
}

/** From which business to which, in whose federation. */
interface Move {
  readonly fromId: string;
  readonly toId: string;
  readonly federation: string;
}

/** Lets a business take another's places in groups; in a group of both it keeps one place, the further of the two. */
export async function moveMemberships({ em, ctx }: Doing, move: Move): Promise<MovedMembership[]> {
  const all = await placesOf(em, [move.fromId, move.toId]);
  const moved: MovedMembership[] = [];
  for (const { groupId, state, since } of all.filter(({ businessId }) => businessId === move.fromId)) {
    const kept = all.find((one) => one.groupId === groupId && one.businessId === move.toId);
    await em.nativeDelete(GroupMemberRecord, { groupId, businessId: move.fromId });
    const further = kept === undefined || furtherState(kept.state, state) !== kept.state;
    if (further) await putPlace(em, move, { groupId, state, since });
    await tellGroup({ em, ctx }, move, { groupId, event: { kind: "MEMBER_MERGED", businessId: move.toId } });
    const was = kept === undefined ? {} : { kept: { state: kept.state, since: kept.since } };
    moved.push({ groupId, state, since, ...was });
  }
  return moved;
}

/**
 * Gives places in groups back to the business they were moved from. Where the one that took them has come further
 * since, or left, it stays so.
 * @returns the groups in which that is so
 */
export async function returnMemberships(
  { em, ctx }: Doing,
  moved: readonly MovedMembership[],
  move: Move,
): Promise<string[]> {
  const left: string[] = [];
  const places = await placesOf(em, [move.fromId]);
  for (const { groupId, state, since, kept } of moved) {
    const now = places.find((one) => one.groupId === groupId);
    const then = kept === undefined ? state : furtherState(kept.state, state);
    if (now?.state !== then) {
      left.push(groupId);
      continue;
    }
    await em.nativeDelete(GroupMemberRecord, { groupId, businessId: move.fromId });
    if (kept !== undefined) await putPlace(em, { ...move, toId: move.fromId }, { groupId, ...kept });
    await putPlace(em, move, { groupId, state, since });
    await tellGroup({ em, ctx }, move, { groupId, event: { kind: "MEMBER_UNMERGED", businessId: move.toId } });
  }
  return left;
}

function placesOf(em: EntityManager, businessIds: readonly string[]): Promise<GroupMemberRecord[]> {
  return em.find(GroupMemberRecord, { businessId: { $in: [...businessIds] } }, { disableIdentityMap: true });
}

async function putPlace(
  em: EntityManager,
  { toId, federation }: Move,
  { groupId, state, since }: Pick<GroupMemberRecord, "groupId" | "state" | "since">,
): Promise<void> {
  await em.nativeDelete(GroupMemberRecord, { groupId, businessId: toId });
  await em.insert(GroupMemberRecord, { groupId, businessId: toId, federationCode: federation, state, since });
}

async function tellGroup(
  { em, ctx }: Doing,
  { federation }: Move,
  { groupId, event }: { readonly groupId: string } & GroupChange,
): Promise<void> {
  const group = await em.findOneOrFail(GroupRecord, { id: groupId }, { disableIdentityMap: true });
  await changeGroup({ em, ctx }, { id: groupId, version: group.version, federation }, { event });
}
