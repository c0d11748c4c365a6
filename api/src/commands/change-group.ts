import type { EntityManager, RequiredEntityData } from "@mikro-orm/postgresql";
import { ConflictError } from "#domain/errors.ts";
import { GroupEventRecord, GroupRecord } from "#persistence/group-record.ts";
import { actorOf, type CommandContext } from "./context.ts";

/** A group as the person saw it. */
export interface SeenGroup {
  readonly id: string;
  readonly version: number;
}

/** What changes of a group's row, and what its history tells of it. */
export interface GroupChange {
  readonly row?: Partial<Pick<GroupRecord, "stage" | "stageSince">>;
  readonly event: Pick<GroupEventRecord, "kind"> & Partial<GroupEventRecord>;
}

/**
 * Changes a group and adds to its history, only where it still is the version that was looked at.
 * @throws ConflictError where somebody else was faster; the transaction around it is then rolled back
 */
export async function changeGroup(
  { em, ctx }: { readonly em: EntityManager; readonly ctx: CommandContext },
  seen: SeenGroup & { readonly federation: string },
  { row = {}, event }: GroupChange,
): Promise<void> {
  const { id, version, federation } = seen;
  const next = version + 1;
  const written = await em.nativeUpdate(GroupRecord, { id, version }, { ...row, version: next });
  if (written === 0) throw new ConflictError("group");
  await addGroupEvent({ em, ctx }, { id, version: next, federation }, event);
}

/** Adds one line to a group's history, in the name of whoever acts now. */
export async function addGroupEvent(
  { em, ctx }: { readonly em: EntityManager; readonly ctx: CommandContext },
  { id, version, federation }: SeenGroup & { readonly federation: string },
  event: GroupChange["event"],
): Promise<void> {
  await em.insert(GroupEventRecord, {
    ...{ id: ctx.newId(), groupId: id, groupVersion: version, federationCode: federation, at: ctx.now() },
    ...actorOf(ctx.viewer),
    ...event,
  } as RequiredEntityData<GroupEventRecord>);
}
