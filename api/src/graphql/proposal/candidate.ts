import { GraphQLError } from "graphql";
import type { Dismissed } from "#commands/dismiss-proposal.ts";
import type { Candidate } from "#commands/keep-proposal.ts";
import { idOf } from "#queries/global-id.ts";
import type { CandidateInput, DismissProposalInput } from "./saved-proposal.type.ts";

/** The candidate an input names. @throws GraphQLError code BAD_USER_INPUT unless either its rank or its businesses are given */
export function candidateOf({ discoveryId, rank, memberIds }: CandidateInput): Candidate {
  const from = { discoveryId: idOf("Discovery", discoveryId) };
  if (rank !== undefined && memberIds === undefined) return { ...from, rank };
  if (memberIds === undefined || rank !== undefined) throw wrong('Give either "rank" or "memberIds".');
  return { ...from, memberIds: memberIds.map((id) => idOf("Business", id)) };
}

/** What an input dismisses. @throws GraphQLError code BAD_USER_INPUT unless either a kept one or a candidate is given */
export function dismissedOf({ proposalId, version, candidate }: DismissProposalInput): Dismissed {
  if (candidate && proposalId === undefined) return { ...candidateOf(candidate), name: candidate.name };
  if (proposalId === undefined || version === undefined || candidate) {
    throw wrong('Give either "proposalId" with "version", or "candidate".');
  }
  return { id: idOf("SavedProposal", proposalId), version };
}

function wrong(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT", http: { status: 400 } } });
}
