import { requireAccess } from "#domain/access/decide.ts";
import type { Decision } from "#domain/decision.ts";
import { stateSavedAgain, type KeepProposalProblem } from "#domain/proposal/keep-proposal.ts";
import type { DiscoveryProblem } from "./ask-discovery.ts";
import { changeProposal } from "./change-proposal.ts";
import { insertProposal, weighCandidate, type Candidate, type KeepingContext } from "./keep-proposal.ts";

/**
 * Keeps a candidate for later, with its analysis. The same businesses for the same purpose are kept once: whoever saves
 * them again comes to the one that is there, and one that was dismissed is kept again.
 */
export function saveProposal(
  ctx: KeepingContext,
  candidate: Candidate,
  name: string,
): Promise<Decision<{ proposalId: string }, KeepProposalProblem | DiscoveryProblem>> {
  const federation = requireAccess(ctx.viewer, "proposal.write");
  return ctx.em.transactional(async (em) => {
    const weighed = await weighCandidate({ em, ctx }, candidate);
    if (!weighed.accepted) return weighed;
    const { there } = weighed.change;
    if (there === null) {
      const first = { name, row: { state: "SAVED" }, event: { kind: "SAVED" } } as const;
      return insertProposal({ em, ctx, federation }, weighed.change, first);
    }
    const state = stateSavedAgain(there.state);
    if (state !== there.state) {
      const row = { state, reason: null, reasonNote: null };
      await changeProposal({ em, ctx }, there, { row, event: { kind: "SAVED" } });
    }
    return { accepted: true, change: { proposalId: there.id } };
  });
}
