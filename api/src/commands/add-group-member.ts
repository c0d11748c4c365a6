import { requireAccess } from "#domain/access/decide.ts";
import type { Decision } from "#domain/decision.ts";
import { NotFoundError } from "#domain/errors.ts";
import { decideAddMember, type AddMemberProblem, type MemberAdded } from "#domain/group/add-member.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { GroupMemberRecord } from "#persistence/group-record.ts";
import { getGroup } from "#queries/stored-group.ts";
import { changeGroup, type SeenGroup } from "./change-group.ts";
import type { CommandContext } from "./context.ts";

/** Adds a business to a group as a candidate. @throws ConflictError on a stale version */
export function addGroupMember(
  ctx: CommandContext,
  seen: SeenGroup,
  businessId: string,
): Promise<Decision<MemberAdded, AddMemberProblem>> {
  const federation = requireAccess(ctx.viewer, "group.start");
  return ctx.em.transactional(async (em) => {
    const group = await getGroup(em, seen);
    requireAccess(ctx.viewer, "group.start", { federation: group.federationCode });
    if (!(await em.count(BusinessRecord, { id: businessId }))) throw new NotFoundError("business");
    const members = await em.find(GroupMemberRecord, { groupId: group.id });
    const memberIds = members.map((member) => member.businessId);
    const decision = decideAddMember(memberIds, businessId, { today: ctx.today() });
    if (!decision.accepted) return decision;

    await changeGroup({ em, ctx }, { ...seen, federation }, { event: { kind: "MEMBER_ADDED", businessId } });
    await em.insert(GroupMemberRecord, {
      ...{ groupId: group.id, businessId, federationCode: federation, state: "CANDIDATE", since: decision.change.on },
    });
    return decision;
  });
}
