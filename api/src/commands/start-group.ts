import type { EntityManager } from "@mikro-orm/postgresql";
import { requireAccess } from "#domain/access/decide.ts";
import type { Decision } from "#domain/decision.ts";
import { NotFoundError } from "#domain/errors.ts";
import { decideStartGroup, type GroupStarted, type StartGroupProblem } from "#domain/group/start-group.ts";
import { PURPOSES } from "#domain/purpose.ts";
import { withoutPairRule } from "#matching/staff-rules.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { GroupMemberRecord, GroupRecord } from "#persistence/group-record.ts";
import type { ProposalRecord } from "#persistence/proposal-record.ts";
import { findAbsorbing } from "#queries/absorbing-businesses.ts";
import { scoreByKeptQuestion } from "#queries/kept-score.ts";
import { addGroupEvent } from "./change-group.ts";
import { changeProposal } from "./change-proposal.ts";
import { carriedOver, type CarriedOver } from "./carry-over.ts";
import type { KeepingContext } from "./keep-proposal.ts";
import { proposalToStart } from "./proposal-to-start.ts";

export interface StartGroupInput {
  readonly name: string;
  readonly purpose: string;
  readonly memberIds: readonly string[];
  /** The form aimed at; absent: that of the proposal, else the business cooperative. */
  readonly form?: string | undefined;
  /** The discovery and rank it comes from: the candidate is saved first, and its analysis kept with the group. */
  readonly from?: { readonly discoveryId: string; readonly rank: number } | undefined;
  /** The saved proposal it comes from. */
  readonly proposalId?: string | undefined;
  /** Names this press of the button: the same again shows the group that is there. */
  readonly startKey?: string | undefined;
}

/** Form number of 事業協同組合, what a group aims at unless told otherwise. */
const BUSINESS_COOPERATIVE = "1";

type Outcome = Decision<{ groupId: string }, StartGroupProblem>;

/**
 * Starts a group of businesses of the viewer's federation. Of a candidate it keeps the analysis and takes along how
 * far each business was approached. A candidate becomes one group, and so does a press of a button.
 */
export function startGroup(ctx: KeepingContext, input: StartGroupInput): Promise<Outcome> {
  const federation = requireAccess(ctx.viewer, "group.start");
  return ctx.em.transactional(async (em): Promise<Outcome> => {
    const there = await findByPress({ em, federation }, input.startKey);
    if (there !== undefined) return { accepted: true, change: { groupId: there } };
    const memberIds = await knownIds(em, input.memberIds);
    const form = input.form ?? BUSINESS_COOPERATIVE;
    const decision = decideStartGroup({ ...input, memberIds, form }, { today: ctx.today(), purposes: PURPOSES });
    if (!decision.accepted) return decision;

    const proposal = await proposalToStart({ em, ctx, federation }, input);
    const started = proposal ? await em.findOne(GroupRecord, { proposalId: proposal.id }) : null;
    if (started) return { accepted: true, change: { groupId: started.id } };
    if (proposal?.state === "DISMISSED") return { accepted: false, problems: [{ code: "PROPOSAL_DISMISSED" }] };
    const groupId = ctx.newId();
    const group = { ...decision.change, form: input.form ?? proposal?.kept.question.form ?? form };
    await writeGroup({ em, ctx }, group, { groupId, federation, proposal, startKey: input.startKey ?? null });
    if (proposal) {
      const event = { kind: "STARTED", groupId } as const;
      await changeProposal({ em, ctx }, proposal, { row: { state: "STARTED" }, event });
    }
    return { accepted: true, change: { groupId } };
  });
}

interface Doing {
  readonly em: EntityManager;
  readonly ctx: KeepingContext;
}

/** Which group is to be written, of what. */
interface Start {
  readonly groupId: string;
  readonly federation: string;
  readonly proposal: ProposalRecord | undefined;
  readonly startKey: string | null;
}

/** The group this press started already. Two at one moment come one after the other. */
async function findByPress(
  { em, federation }: { readonly em: EntityManager; readonly federation: string },
  startKey: string | undefined,
): Promise<string | undefined> {
  if (startKey === undefined) return undefined;
  await em.execute("select pg_advisory_xact_lock(hashtext(?))", [`group ${federation} ${startKey}`]);
  return (await em.findOne(GroupRecord, { startKey }))?.id;
}

/** Today's ids of these businesses: of one that turned out to be another, the other's. */
async function knownIds(em: EntityManager, ids: readonly string[]): Promise<string[]> {
  const absorbing = await findAbsorbing(em, ids);
  return [...new Set(ids.map((id) => absorbing.get(id) ?? id))];
}

async function writeGroup({ em, ctx }: Doing, group: GroupStarted, start: Start): Promise<void> {
  const { name, purpose, form, memberIds, startedOn } = group;
  const { groupId, federation, proposal, startKey } = start;
  const known = await em.count(BusinessRecord, { id: { $in: [...memberIds] } });
  if (known !== memberIds.length) throw new NotFoundError("business");
  const carried = await carriedOver(em, proposal?.id);
  await em.insert(GroupRecord, {
    ...{ id: groupId, federationCode: federation, name, purpose, form, stage: "DISCOVERY", version: 1 },
    ...{ stageSince: startedOn, startedOn, createdAt: ctx.now(), proposalId: proposal?.id ?? null, startKey },
    proposal: await analysisFor({ em, ctx }, proposal, memberIds),
  });
  await em.insertMany(
    GroupMemberRecord,
    memberIds.map((businessId) => ({
      ...{ groupId, businessId, federationCode: federation, since: startedOn },
      state: carried.get(businessId)?.state ?? "CANDIDATE",
    })),
  );
  await addGroupEvent({ em, ctx }, { id: groupId, version: 1, federation }, { kind: "STARTED", toStage: "DISCOVERY" });
  await tellCarried({ em, ctx }, start, carriedOf(memberIds, carried));
}

/** The analysis of the very members: as it was kept, or scored anew where some were left out or turned out to be others. */
async function analysisFor({ em, ctx }: Doing, proposal: ProposalRecord | undefined, memberIds: readonly string[]) {
  if (!proposal) return null;
  const { members } = proposal.kept.proposal;
  const isSame = members.length === memberIds.length && memberIds.every((id) => members.includes(id));
  if (isSame) return proposal.kept;
  const scored = await scoreByKeptQuestion({ ...ctx, em }, proposal.kept.question, memberIds);
  return scored ? { ...scored, proposal: withoutPairRule(scored.proposal) } : null;
}

type Carried = readonly (readonly [businessId: string, carried: CarriedOver])[];

function carriedOf(memberIds: readonly string[], carried: ReadonlyMap<string, CarriedOver>): Carried {
  return memberIds.flatMap((id) => {
    const one = carried.get(id);
    return one ? [[id, one] as const] : [];
  });
}

/** What was said while a business was approached stands in the group's history. */
async function tellCarried({ em, ctx }: Doing, { groupId, federation }: Start, carried: Carried): Promise<void> {
  for (const [index, [businessId, { state, note, on }]] of carried.entries()) {
    await addGroupEvent(
      { em, ctx },
      { id: groupId, version: 2 + index, federation },
      { kind: "MEMBER_CHANGED", businessId, memberState: state, evidenceNote: note, evidenceOn: on },
    );
  }
  if (carried.length > 0) await em.nativeUpdate(GroupRecord, { id: groupId }, { version: 1 + carried.length });
}
