import { requireAccess } from "#domain/access/decide.ts";
import type { Decision } from "#domain/decision.ts";
import { decideChangeMember, type ChangeMemberProblem, type MemberChanged } from "#domain/group/change-member.ts";
import type { MemberState } from "#domain/group/member.ts";
import { GroupMemberRecord } from "#persistence/group-record.ts";
import { getGroup } from "#queries/stored-group.ts";
import { changeGroup, type SeenGroup } from "./change-group.ts";
import type { CommandContext } from "./context.ts";

/** Records how far a member has come. @throws ConflictError on a stale version */
export function changeGroupMember(
  ctx: CommandContext,
  seen: SeenGroup,
  wanted: { readonly businessId: string; readonly state: MemberState },
): Promise<Decision<MemberChanged, ChangeMemberProblem>> {
  const federation = requireAccess(ctx.viewer, "group.advance");
  return ctx.em.transactional(async (em) => {
    const group = await getGroup(em, seen);
    requireAccess(ctx.viewer, "group.advance", { federation: group.federationCode });
    const members = await em.find(GroupMemberRecord, { groupId: group.id }, { disableIdentityMap: true });
    const decision = decideChangeMember(members, wanted, { today: ctx.today() });
    if (!decision.accepted) return decision;

    const { businessId, state, on } = decision.change;
    const event = { kind: "MEMBER_CHANGED", businessId, memberState: state } as const;
    await changeGroup({ em, ctx }, { ...seen, federation }, { event });
    await em.nativeUpdate(GroupMemberRecord, { groupId: group.id, businessId }, { state, since: on });
    return decision;
  });
}
