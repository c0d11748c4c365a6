import { requireAccess } from "#domain/access/decide.ts";
import type { Decision } from "#domain/decision.ts";
import { NotFoundError } from "#domain/errors.ts";
import type { Reference } from "#files/seeds/reference.ts";
import { DiscoveryRecord } from "#persistence/discovery-record.ts";
import type { AskedQuestion } from "#persistence/stored-answer.ts";
import type { DiscoveryProblem, DiscoveryRequest, WeightRequest } from "./ask-discovery.ts";
import type { CommandContext } from "./context.ts";
import { startDiscovery } from "./start-discovery.ts";

/** Asks a question that was asked before once more, with other weights. @throws NotFoundError where there is none */
export async function askAgain(
  ctx: CommandContext & { readonly reference: Reference },
  { discoveryId, weights }: { readonly discoveryId: string; readonly weights: readonly WeightRequest[] },
): Promise<Decision<{ discoveryId: string }, DiscoveryProblem>> {
  requireAccess(ctx.viewer, "discovery.run");
  const discovery = await ctx.em.findOne(DiscoveryRecord, { id: discoveryId });
  if (!discovery) throw new NotFoundError("discovery");
  const { question } = discovery;
  const kept = Object.entries(question.weights ?? {}).map(([component, weight]) => ({ component, weight }));
  return startDiscovery(ctx, { ...requestFrom(question), weights: [...kept, ...weights] });
}

/** A kept question as it is asked; places of its areas are looked up anew. */
function requestFrom({ demand, ...question }: AskedQuestion): DiscoveryRequest {
  const { areas, ...rest } = demand ?? {};
  const asked = { ...rest, ...(areas ? { areas: areas.map(({ municipality }) => municipality) } : {}) };
  return { ...question, weights: undefined, demand: demand ? asked : undefined };
}
