import type { EntityManager } from "@mikro-orm/postgresql";
import { NotFoundError } from "#domain/errors.ts";
import { ProposalRecord } from "#persistence/proposal-record.ts";
import { insertProposal, weighCandidate, type KeepingContext } from "./keep-proposal.ts";

/** What a group is started from. */
interface StartedFrom {
  readonly name: string;
  readonly purpose: string;
  readonly memberIds: readonly string[];
  readonly from?: { readonly discoveryId: string; readonly rank: number } | undefined;
  readonly proposalId?: string | undefined;
}

interface Keeping {
  readonly em: EntityManager;
  readonly ctx: KeepingContext;
  readonly federation: string;
}

/**
 * The saved proposal a group is started from, for nobody else to start until the transaction around this ends. A
 * candidate that was found and not saved is saved first, so that nothing of it is lost; undefined for a group of none.
 * @throws NotFoundError where there is no such proposal
 */
export async function proposalToStart(
  { em, ctx, federation }: Keeping,
  started: StartedFrom,
): Promise<ProposalRecord | undefined> {
  const id = started.proposalId ?? (await keptFrom({ em, ctx, federation }, started));
  if (id === undefined) return undefined;
  await em.execute("select id from proposal where id = ? for update", [id]);
  const proposal = await em.findOne(ProposalRecord, { id }, { disableIdentityMap: true });
  if (!proposal) throw new NotFoundError("proposal");
  return proposal;
}

async function keptFrom(
  { em, ctx, federation }: Keeping,
  { from, name, purpose, memberIds }: StartedFrom,
): Promise<string | undefined> {
  if (from === undefined) return undefined;
  const weighed = await weighCandidate({ em, ctx }, from);
  if (!weighed.accepted) return undefined;
  const { found, there } = weighed.change;
  // Another purpose or other businesses than were found: it is no group of this candidate.
  const isOfIt = memberIds.length > 1 && memberIds.every((id) => found.proposal.members.includes(id));
  if (found.question.purpose !== purpose || !isOfIt) return undefined;
  if (there) return there.id;
  const first = { name, row: { state: "SAVED" }, event: { kind: "SAVED" } } as const;
  const kept = await insertProposal({ em, ctx, federation }, weighed.change, first);
  return kept.accepted ? kept.change.proposalId : undefined;
}
