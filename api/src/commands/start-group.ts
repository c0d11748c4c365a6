import { requireAccess } from "#domain/access/decide.ts";
import type { Decision } from "#domain/decision.ts";
import { NotFoundError } from "#domain/errors.ts";
import { decideStartGroup, type StartGroupProblem } from "#domain/group/start-group.ts";
import { PURPOSES } from "#domain/purpose.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { GroupMemberRecord, GroupRecord } from "#persistence/group-record.ts";
import type { ProposalWithQuestion } from "#persistence/stored-answer.ts";
import { findStoredProposal } from "#queries/stored-proposal.ts";
import { addGroupEvent } from "./change-group.ts";
import type { CommandContext } from "./context.ts";

export interface StartGroupInput {
  readonly name: string;
  readonly purpose: string;
  readonly memberIds: readonly string[];
  /** The form aimed at; absent: that of the proposal, else the business cooperative. */
  readonly form?: string | undefined;
  /** The discovery and rank it comes from: the analysis is kept with the group. */
  readonly from?: { readonly discoveryId: string; readonly rank: number } | undefined;
}

/** Form number of 事業協同組合, what a group aims at unless told otherwise. */
const BUSINESS_COOPERATIVE = "1";

/** Starts a group of businesses of the viewer's federation, with every member as a candidate. */
export function startGroup(
  ctx: CommandContext,
  input: StartGroupInput,
): Promise<Decision<{ groupId: string }, StartGroupProblem>> {
  const federation = requireAccess(ctx.viewer, "group.start");
  return ctx.em.transactional(async (em) => {
    const proposal = input.from ? await findStoredProposal(em, input.from) : undefined;
    const form = input.form ?? proposal?.question.form ?? BUSINESS_COOPERATIVE;
    const decision = decideStartGroup({ ...input, form }, { today: ctx.today(), purposes: PURPOSES });
    if (!decision.accepted) return decision;

    const { name, purpose, memberIds, startedOn } = decision.change;
    const known = await em.count(BusinessRecord, { id: { $in: [...memberIds] } });
    if (known !== memberIds.length) throw new NotFoundError("business");
    const groupId = ctx.newId();
    await em.insert(GroupRecord, {
      ...{ id: groupId, federationCode: federation, name, purpose, form, stage: "DISCOVERY", version: 1 },
      ...{ stageSince: startedOn, startedOn, createdAt: ctx.now(), proposal: sameMembers(proposal, memberIds) },
    });
    await em.insertMany(
      GroupMemberRecord,
      memberIds.map((businessId) => ({
        ...{ groupId, businessId, federationCode: federation, state: "CANDIDATE" as const, since: startedOn },
      })),
    );
    const event = { kind: "STARTED", toStage: "DISCOVERY" } as const;
    await addGroupEvent({ em, ctx }, { id: groupId, version: 1, federation }, event);
    return { accepted: true, change: { groupId } };
  });
}

/** An analysis is kept only with the very members it was made for. */
function sameMembers(
  proposal: ProposalWithQuestion | undefined,
  memberIds: readonly string[],
): ProposalWithQuestion | null {
  if (!proposal) return null;
  const analysed = new Set(proposal.proposal.members);
  return analysed.size === memberIds.length && memberIds.every((id) => analysed.has(id)) ? proposal : null;
}
