import { requireAccess } from "#domain/access/decide.ts";
import type { Decision } from "#domain/decision.ts";
import { decideChangeMember, type ChangeMemberProblem, type MemberChanged } from "#domain/group/change-member.ts";
import type { MemberState } from "#domain/group/member.ts";
import { GroupEventRecord, GroupMemberRecord } from "#persistence/group-record.ts";
import { getGroup } from "#queries/stored-group.ts";
import { changeGroup } from "./change-group.ts";
import { actorOf, type CommandContext } from "./context.ts";

/** Records how far a member has come. @throws ConflictError on a stale version */
export function changeGroupMember(
  ctx: CommandContext,
  seen: { readonly id: string; readonly version: number },
  wanted: { readonly businessId: string; readonly state: MemberState },
): Promise<Decision<MemberChanged, ChangeMemberProblem>> {
  const federation = requireAccess(ctx.viewer, "group.advance");
  return ctx.em.transactional(async (em) => {
    const group = await getGroup(em, seen.id);
    requireAccess(ctx.viewer, "group.advance", { federation: group.federationCode });
    const members = await em.find(GroupMemberRecord, { groupId: group.id }, { disableIdentityMap: true });
    const decision = decideChangeMember(members, wanted, { today: ctx.today() });
    if (!decision.accepted) return decision;

    const { businessId, state, on } = decision.change;
    await changeGroup(em, seen, {});
    await em.nativeUpdate(GroupMemberRecord, { groupId: group.id, businessId }, { state, since: on });
    await em.insert(GroupEventRecord, {
      ...{ id: ctx.newId(), groupId: group.id, groupVersion: seen.version + 1, federationCode: federation },
      ...{ kind: "MEMBER_CHANGED", at: ctx.now(), businessId, memberState: state },
      ...actorOf(ctx.viewer),
    });
    return decision;
  });
}
