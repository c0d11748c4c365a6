import type { EntityManager, RequiredEntityData } from "@mikro-orm/postgresql";
import { ConflictError } from "#domain/errors.ts";
import { ProposalEventRecord, ProposalRecord } from "#persistence/proposal-record.ts";
import { actorOf, type CommandContext } from "./context.ts";

/** A proposal as the person saw it. */
export interface SeenProposal {
  readonly id: string;
  readonly version: number;
}

/** What changes of a proposal's row, and what its history tells of it. */
export interface ProposalChange {
  readonly row?: Partial<Pick<ProposalRecord, "name" | "state" | "reason" | "reasonNote">>;
  readonly event: Pick<ProposalEventRecord, "kind"> & Partial<ProposalEventRecord>;
}

/**
 * Changes a proposal and adds to its history, only where it still is the version that was looked at.
 * @throws ConflictError where somebody else was faster; the transaction around it is then rolled back
 */
export async function changeProposal(
  { em, ctx }: { readonly em: EntityManager; readonly ctx: CommandContext },
  { id, version, federationCode, state }: Pick<ProposalRecord, "id" | "version" | "federationCode" | "state">,
  { row = {}, event }: ProposalChange,
): Promise<void> {
  const next = version + 1;
  const moved = row.state === undefined ? {} : { changedBy: actorOf(ctx.viewer).actorName, changedAt: ctx.now() };
  const written = await em.nativeUpdate(ProposalRecord, { id, version }, { ...row, ...moved, version: next });
  if (written === 0) throw new ConflictError("proposal");
  await addProposalEvent({ em, ctx }, { id, federationCode, version: next }, { fromState: state, ...event });
}

/** Adds one line to a proposal's history, in the name of whoever acts now. */
export async function addProposalEvent(
  { em, ctx }: { readonly em: EntityManager; readonly ctx: CommandContext },
  { id, version, federationCode }: Pick<ProposalRecord, "id" | "version" | "federationCode">,
  event: ProposalChange["event"],
): Promise<void> {
  await em.insert(ProposalEventRecord, {
    ...{ id: ctx.newId(), proposalId: id, proposalVersion: version, federationCode, at: ctx.now() },
    ...actorOf(ctx.viewer),
    ...event,
  } as RequiredEntityData<ProposalEventRecord>);
}
