import { requireAccess } from "#domain/access/decide.ts";
import type { Decision } from "#domain/decision.ts";
import {
  decideDismissProposal,
  type ChangeProposalProblem,
  type DismissRequest,
} from "#domain/proposal/dismiss-proposal.ts";
import type { KeepProposalProblem } from "#domain/proposal/keep-proposal.ts";
import { getProposal } from "#queries/saved-proposal.ts";
import type { DiscoveryProblem } from "./ask-discovery.ts";
import { changeProposal, type SeenProposal } from "./change-proposal.ts";
import { insertProposal, weighCandidate, type Candidate, type KeepingContext } from "./keep-proposal.ts";

/** A candidate as it was found, with the name it is remembered by; or a kept one as it was looked at. */
export type Dismissed = (Candidate & { readonly name: string }) | SeenProposal;

type DismissProblem = ChangeProposalProblem | KeepProposalProblem | DiscoveryProblem;

/** Dismisses a candidate for a reason. One that was never kept is kept as dismissed, so that it is known when found again. */
export function dismissProposal(
  ctx: KeepingContext,
  dismissed: Dismissed,
  request: DismissRequest,
): Promise<Decision<{ proposalId: string }, DismissProblem>> {
  const federation = requireAccess(ctx.viewer, "proposal.write");
  return ctx.em.transactional(async (em): Promise<Decision<{ proposalId: string }, DismissProblem>> => {
    const weighed = "id" in dismissed ? undefined : await weighCandidate({ em, ctx }, dismissed);
    if (weighed && !weighed.accepted) return weighed;
    const there = "id" in dismissed ? await getProposal(em, dismissed) : weighed?.change.there;
    requireAccess(ctx.viewer, "proposal.write", { federation: there?.federationCode ?? federation });
    const decision = decideDismissProposal(there?.state, request);
    if (!decision.accepted) return decision;

    const { reason, note } = decision.change;
    const change = {
      row: { state: "DISMISSED", reason, reasonNote: note },
      event: { kind: "DISMISSED", reason, note },
    } as const;
    if (weighed && !there) {
      const name = "name" in dismissed ? dismissed.name : "";
      return insertProposal({ em, ctx, federation }, weighed.change, { name, ...change });
    }
    if (!there) throw new Error("A kept proposal was neither found nor missed.");
    await changeProposal({ em, ctx }, there, change);
    return { accepted: true, change: { proposalId: there.id } };
  });
}
