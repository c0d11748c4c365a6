import type { EntityManager } from "@mikro-orm/postgresql";
import { ConflictError, NotFoundError } from "#domain/errors.ts";
import type { ProposalState } from "#domain/proposal/proposal.ts";
import { ProposalEventRecord, ProposalRecord } from "#persistence/proposal-record.ts";

/**
 * The proposal of this id among the rows this viewer can see, read past the entity manager's memory.
 * @throws NotFoundError also for another federation's
 * @throws ConflictError where it is no longer the version that was looked at
 */
export async function getProposal(
  em: EntityManager,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<ProposalRecord> {
  const proposal = await em.findOne(ProposalRecord, { id }, { disableIdentityMap: true });
  if (!proposal) throw new NotFoundError("proposal");
  if (proposal.version !== version) throw new ConflictError("proposal");
  return proposal;
}

/** What a dismissed proposal was before; taken back where it was dismissed as it was found. */
export async function findStateBeforeDismissal(em: EntityManager, proposalId: string): Promise<ProposalState> {
  const [last] = await em.find(
    ProposalEventRecord,
    { proposalId, kind: "DISMISSED" },
    { orderBy: { proposalVersion: "desc" }, limit: 1 },
  );
  return last?.fromState ?? "TAKEN_BACK";
}
