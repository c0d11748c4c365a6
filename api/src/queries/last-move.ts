import type { EntityManager } from "@mikro-orm/postgresql";
import type { LastMove } from "#domain/group/undo-stage.ts";
import { GroupEventRecord } from "#persistence/group-record.ts";

/** The move that brought a group where it is; undefined where its last move was itself an undoing, or none was. */
export async function findLastMove(em: EntityManager, groupId: string, now: Date): Promise<LastMove | undefined> {
  const [last] = await em.find(
    GroupEventRecord,
    { groupId, kind: { $in: ["STAGE_ENTERED", "STAGE_OVERRIDDEN", "STAGE_UNDONE"] } },
    { orderBy: { groupVersion: "desc" }, limit: 1 },
  );
  if (!last || last.kind === "STAGE_UNDONE" || !last.fromStage || !last.fromSince) return undefined;
  return {
    eventId: last.id,
    actorId: last.actorId,
    minutesAgo: (now.getTime() - last.at.getTime()) / 60_000,
    from: last.fromStage,
    fromSince: last.fromSince,
  };
}
