import type { EntityManager } from "@mikro-orm/postgresql";
import { ConflictError, NotFoundError } from "#domain/errors.ts";
import { GroupRecord } from "#persistence/group-record.ts";

/**
 * The group of this id among the rows this viewer can see. Read past the entity manager's
 * memory: a change of it is written there without passing through the record.
 * @throws NotFoundError also for another federation's
 * @throws ConflictError where it is no longer the version that was looked at
 */
export async function getGroup(
  em: EntityManager,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<GroupRecord> {
  const group = await em.findOne(GroupRecord, { id }, { disableIdentityMap: true });
  if (!group) throw new NotFoundError("group");
  if (group.version !== version) throw new ConflictError("group");
  return group;
}
