import type { EntityManager } from "@mikro-orm/postgresql";
import { DiscoveryRecord } from "#persistence/discovery-record.ts";
import type { ProposalWithQuestion } from "#persistence/stored-answer.ts";

/** The proposal of this rank among the answers of a discovery; undefined where there is none. */
export async function findStoredProposal(
  em: EntityManager,
  { discoveryId, rank }: { readonly discoveryId: string; readonly rank: number },
): Promise<ProposalWithQuestion | undefined> {
  const discovery = await em.findOne(DiscoveryRecord, { id: discoveryId });
  const answer = discovery?.answer;
  const proposal = answer?.proposals.find((one) => one.rank === rank);
  if (!discovery || !answer || !proposal) return undefined;
  return { question: discovery.question, terms: answer.terms, engine: answer.engine, proposal };
}
