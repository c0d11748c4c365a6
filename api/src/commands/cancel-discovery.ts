import { requireAccess } from "#domain/access/decide.ts";
import { NotFoundError } from "#domain/errors.ts";
import { UNDER_WAY } from "#domain/job-status.ts";
import { DiscoveryRecord } from "#persistence/discovery-record.ts";
import type { CommandContext } from "./context.ts";

/** Stops the answering of a question. One that is answered already stays answered. */
export async function cancelDiscovery(ctx: CommandContext, discoveryId: string): Promise<void> {
  requireAccess(ctx.viewer, "discovery.run");
  const discovery = await ctx.em.findOne(DiscoveryRecord, { id: discoveryId }, { disableIdentityMap: true });
  if (!discovery) throw new NotFoundError("discovery");
  requireAccess(ctx.viewer, "discovery.run", { federation: discovery.federationCode });
  await ctx.em.nativeUpdate(
    DiscoveryRecord,
    { id: discoveryId, status: { $in: UNDER_WAY } },
    { status: "CANCELLED", finishedAt: ctx.now() },
  );
}
