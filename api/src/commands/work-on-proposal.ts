import { requireAccess } from "#domain/access/decide.ts";
import type { Decision } from "#domain/decision.ts";
import {
  decideNoteProposal,
  decideRestoreProposal,
  decideTakeBackProposal,
  type ChangeProposalProblem,
} from "#domain/proposal/dismiss-proposal.ts";
import { decideRenameProposal, type KeepProposalProblem } from "#domain/proposal/keep-proposal.ts";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { ProposalRecord } from "#persistence/proposal-record.ts";
import { findStateBeforeDismissal, getProposal } from "#queries/saved-proposal.ts";
import { changeProposal, type ProposalChange, type SeenProposal } from "./change-proposal.ts";
import type { CommandContext } from "./context.ts";

type Outcome<Problem> = Promise<Decision<{ proposalId: string }, Problem>>;

/** Gives a kept candidate another name. @throws ConflictError on a stale version */
export function renameProposal(ctx: CommandContext, seen: SeenProposal, name: string): Outcome<KeepProposalProblem> {
  return change(ctx, seen, () => {
    const decision = decideRenameProposal(name);
    return decision.accepted
      ? { row: decision.change, event: { kind: "RENAMED", ...decision.change } }
      : { problems: decision.problems };
  });
}

/** Notes a word of a candidate. @throws ConflictError on a stale version */
export function noteProposal(ctx: CommandContext, seen: SeenProposal, note: string): Outcome<ChangeProposalProblem> {
  return change(ctx, seen, () => {
    const decision = decideNoteProposal(note);
    return decision.accepted ? { event: { kind: "NOTED", ...decision.change } } : { problems: decision.problems };
  });
}

/** Brings a dismissed candidate back to what it was before. @throws ConflictError on a stale version */
export function restoreProposal(ctx: CommandContext, seen: SeenProposal): Outcome<ChangeProposalProblem> {
  return change(ctx, seen, async (em, proposal) => {
    const before = await findStateBeforeDismissal(em, proposal.id);
    const decision = decideRestoreProposal(proposal.state, before);
    if (!decision.accepted) return { problems: decision.problems };
    return { row: { ...decision.change, reason: null, reasonNote: null }, event: { kind: "RESTORED" } };
  });
}

/** Takes the saving of a candidate back; its history stays. @throws ConflictError on a stale version */
export function takeBackProposal(ctx: CommandContext, seen: SeenProposal): Outcome<ChangeProposalProblem> {
  return change(ctx, seen, (_em, proposal) => {
    const decision = decideTakeBackProposal(proposal.state);
    return decision.accepted
      ? { row: decision.change, event: { kind: "TAKEN_BACK" } }
      : { problems: decision.problems };
  });
}

type Work<Problem> = ProposalChange | { readonly problems: readonly Problem[] };

/** Loads the proposal, asks whether this one may change it, decides, and writes what was decided. */
function change<Problem>(
  ctx: CommandContext,
  seen: SeenProposal,
  decide: (em: EntityManager, proposal: ProposalRecord) => Work<Problem> | Promise<Work<Problem>>,
): Outcome<Problem> {
  requireAccess(ctx.viewer, "proposal.write");
  return ctx.em.transactional(async (em): Outcome<Problem> => {
    const proposal = await getProposal(em, seen);
    requireAccess(ctx.viewer, "proposal.write", { federation: proposal.federationCode });
    const work = await decide(em, proposal);
    if ("problems" in work) return { accepted: false, problems: work.problems };
    await changeProposal({ em, ctx }, proposal, work);
    return { accepted: true, change: { proposalId: proposal.id } };
  });
}
