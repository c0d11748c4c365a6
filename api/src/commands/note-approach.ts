import type { EntityManager } from "@mikro-orm/postgresql";
import { requireAccess } from "#domain/access/decide.ts";
import type { Decision } from "#domain/decision.ts";
import { NotFoundError } from "#domain/errors.ts";
import {
  decideNoteApproach,
  decideUndoApproach,
  isPressedAgain,
  standingApproaches,
  type ApproachNote,
  type ApproachProblem,
} from "#domain/proposal/approach.ts";
import { ApproachRecord } from "#persistence/approach-record.ts";
import { ProposalRecord } from "#persistence/proposal-record.ts";
import { approachOf } from "#queries/stored-approach.ts";
import { actorOf, type CommandContext } from "./context.ts";

/** Of which candidate which business was approached. */
export interface Approached {
  readonly proposalId: string;
  readonly businessId: string;
}

type Outcome = Promise<Decision<{ proposalId: string }, ApproachProblem>>;

/** Notes that a business was approached about a candidate, and how far it is. */
export function noteApproach(ctx: CommandContext, approached: Approached, approach: ApproachNote): Outcome {
  return add(ctx, approached, (members) =>
    decideNoteApproach(members, approached.businessId, { approach, today: ctx.today() }),
  );
}

/** Takes back the last approach to a business about a candidate; both stay in the history. */
export function undoApproach(ctx: CommandContext, approached: Approached): Outcome {
  return add(ctx, approached, (_members, rows) => {
    const decision = decideUndoApproach(rows.map(approachOf), actorOf(ctx.viewer).actorId);
    if (!decision.accepted) return decision;
    const { takesBack } = decision.change;
    const taken = rows.find(({ id }) => id === takesBack);
    if (!taken) throw new Error("An approach that is taken back was not among those read.");
    const { state, channel, outcome, heldOn: on, note } = taken;
    return { accepted: true, change: { state, channel, outcome, on, note, takesBack } };
  });
}

type Added = ApproachNote & { readonly takesBack?: string };

/** Writes the next row of a business and a candidate; two at one moment come one after the other. */
function add(
  ctx: CommandContext,
  { proposalId, businessId }: Approached,
  decide: (members: readonly string[], rows: readonly ApproachRecord[]) => Decision<Added, ApproachProblem>,
): Outcome {
  requireAccess(ctx.viewer, "proposal.write");
  return ctx.em.transactional(async (em): Outcome => {
    const proposal = await lockProposal(em, proposalId);
    requireAccess(ctx.viewer, "proposal.write", { federation: proposal.federationCode });
    const rows = await em.find(ApproachRecord, { proposalId, businessId }, { disableIdentityMap: true });
    const decision = decide(proposal.kept.proposal.members, rows);
    if (!decision.accepted) return decision;
    const { on: heldOn, takesBack = null, ...noted } = decision.change;
    const pressed = { note: decision.change, actorId: actorOf(ctx.viewer).actorId, at: ctx.now() };
    const last = standingApproaches(rows.map(approachOf)).at(-1);
    if (takesBack === null && isPressedAgain(last, pressed)) return { accepted: true, change: { proposalId } };
    await em.insert(ApproachRecord, {
      ...{ id: ctx.newId(), proposalId, businessId, federationCode: proposal.federationCode, number: rows.length + 1 },
      ...{ ...noted, heldOn, takesBack, at: ctx.now(), ...actorOf(ctx.viewer) },
    });
    return { accepted: true, change: { proposalId } };
  });
}

async function lockProposal(em: EntityManager, id: string): Promise<ProposalRecord> {
  await em.execute("select id from proposal where id = ? for update", [id]);
  const proposal = await em.findOne(ProposalRecord, { id }, { disableIdentityMap: true });
  if (!proposal) throw new NotFoundError("proposal");
  return proposal;
}
