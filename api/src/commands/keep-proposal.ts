import type { EntityManager } from "@mikro-orm/postgresql";
import type { Decision } from "#domain/decision.ts";
import { NotFoundError } from "#domain/errors.ts";
import { decideKeepProposal, type KeepProposalProblem } from "#domain/proposal/keep-proposal.ts";
import type { Reference } from "#files/seeds/reference.ts";
import { withoutPairRule } from "#matching/staff-rules.ts";
import { DiscoveryRecord } from "#persistence/discovery-record.ts";
import { ProposalMemberRecord, ProposalRecord } from "#persistence/proposal-record.ts";
import type { ProposalWithQuestion } from "#persistence/stored-answer.ts";
import { memberKeyOf } from "#queries/candidate-marks.ts";
import { scoreByKeptQuestion } from "#queries/kept-score.ts";
import { findStoredProposal } from "#queries/stored-proposal.ts";
import { addProposalEvent, type ProposalChange } from "./change-proposal.ts";
import { askDiscovery, type DiscoveryProblem, type DiscoveryRequest } from "./ask-discovery.ts";
import { actorOf, type CommandContext } from "./context.ts";

/** Which businesses a candidate is of, and by which question it is weighed. */
export type Candidate =
  | { readonly discoveryId: string; readonly rank: number }
  | { readonly discoveryId: string; readonly memberIds: readonly string[] }
  | { readonly question: DiscoveryRequest; readonly memberIds: readonly string[] };

/** What keeping a candidate needs beside a command's context. */
export type KeepingContext = CommandContext & { readonly reference: Reference };

/** A candidate with its analysis, and the one that is kept of the same businesses for the same purpose. */
export interface WeighedCandidate {
  readonly found: ProposalWithQuestion;
  readonly discoveryId: string | null;
  readonly rank: number | null;
  readonly memberKey: string;
  readonly there: ProposalRecord | null;
}

/**
 * The candidate with its analysis. What was found is taken as it was found; what somebody put together is scored here
 * and now, by the question of its run. Nobody else keeps the same candidate until the transaction around this ends.
 * @throws NotFoundError where there is no such run or rank, or one of the businesses is not the viewer's
 */
export async function weighCandidate(
  { em, ctx }: { readonly em: EntityManager; readonly ctx: KeepingContext },
  candidate: Candidate,
): Promise<Decision<WeighedCandidate, DiscoveryProblem>> {
  const found = await foundOf({ ...ctx, em }, candidate);
  if (!found.accepted) return found;
  const { question, proposal } = found.change;
  const memberKey = memberKeyOf(proposal.members);
  const { purpose } = question;
  await em.execute("select pg_advisory_xact_lock(hashtext(?))", [`proposal ${purpose} ${memberKey}`]);
  const there = await em.findOne(ProposalRecord, { purpose, memberKey }, { disableIdentityMap: true });
  const discoveryId = "discoveryId" in candidate ? candidate.discoveryId : null;
  const rank = "rank" in candidate ? candidate.rank : null;
  return { accepted: true, change: { found: found.change, discoveryId, rank, memberKey, there } };
}

/** Keeps a candidate nobody has kept yet, in the state and with the first line of history that are given. */
export async function insertProposal(
  { em, ctx, federation }: { readonly em: EntityManager; readonly ctx: CommandContext; readonly federation: string },
  { found, discoveryId, rank, memberKey }: WeighedCandidate,
  { name, row, event }: { readonly name: string; readonly row: Pick<ProposalRecord, "state"> } & ProposalChange,
): Promise<Decision<{ proposalId: string }, KeepProposalProblem>> {
  const { members, lower } = found.proposal;
  const decision = decideKeepProposal(name, members);
  if (!decision.accepted) return decision;
  const id = ctx.newId();
  const by = actorOf(ctx.viewer).actorName;
  const at = ctx.now();
  await em.insert(ProposalRecord, {
    ...{ id, federationCode: federation, name: decision.change.name, purpose: found.question.purpose, memberKey },
    ...{ kept: found, lower, discoveryId, rank, reason: null, reasonNote: null, version: 1 },
    ...{ keptBy: by, keptAt: at, changedBy: by, changedAt: at, ...row },
  });
  const owned = { proposalId: id, federationCode: federation };
  await em.insertMany(
    ProposalMemberRecord,
    members.map((businessId) => ({ ...owned, businessId })),
  );
  await addProposalEvent({ em, ctx }, { id, version: 1, federationCode: federation }, event);
  return { accepted: true, change: { proposalId: id } };
}

async function foundOf(
  ctx: KeepingContext,
  candidate: Candidate,
): Promise<Decision<ProposalWithQuestion, DiscoveryProblem>> {
  if ("rank" in candidate) {
    const found = await findStoredProposal(ctx.em, candidate);
    if (!found) throw new NotFoundError("proposal");
    return { accepted: true, change: found };
  }
  const question = await questionOf(ctx, candidate);
  if (!question.accepted) return question;
  const scored = await scoreByKeptQuestion(ctx, question.change, [...new Set(candidate.memberIds)]);
  if (!scored) throw new NotFoundError("business");
  return { accepted: true, change: { ...scored, proposal: withoutPairRule(scored.proposal) } };
}

async function questionOf(ctx: KeepingContext, candidate: Exclude<Candidate, { readonly rank: number }>) {
  if ("question" in candidate) {
    return askDiscovery(ctx.em, candidate.question, { reference: ctx.reference, today: ctx.today() });
  }
  const discovery = await ctx.em.findOne(DiscoveryRecord, { id: candidate.discoveryId });
  if (!discovery) throw new NotFoundError("discovery");
  return { accepted: true, change: discovery.question } as const;
}
