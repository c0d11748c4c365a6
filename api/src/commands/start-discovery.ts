import { requireAccess } from "#domain/access/decide.ts";
import type { Decision } from "#domain/decision.ts";
import type { Reference } from "#files/seeds/reference.ts";
import { DiscoveryRecord } from "#persistence/discovery-record.ts";
import { askDiscovery, type DiscoveryProblem, type DiscoveryRequest } from "./ask-discovery.ts";
import { actorOf, type CommandContext } from "./context.ts";

/** Asks what groups could exist. The answer is worked out by a job; the question is put into the queue with it. */
export async function startDiscovery(
  ctx: CommandContext & { readonly reference: Reference },
  request: DiscoveryRequest,
): Promise<Decision<{ discoveryId: string }, DiscoveryProblem>> {
  const federation = requireAccess(ctx.viewer, "discovery.run");
  const asked = await askDiscovery(ctx.em, request, { reference: ctx.reference, today: ctx.today() });
  if (!asked.accepted) return asked;

  const discoveryId = ctx.newId();
  await ctx.em.transactional(async (em) => {
    await em.insert(DiscoveryRecord, {
      ...{ id: discoveryId, federationCode: federation, question: asked.change, status: "WAITING" },
      ...{ progressPermille: 0, answer: null, faultId: null, finishedAt: null },
      ...{ askedBy: actorOf(ctx.viewer).actorName, askedAt: ctx.now() },
    });
    await em.execute("select enqueue_discovery(?)", [discoveryId]);
  });
  return { accepted: true, change: { discoveryId } };
}
