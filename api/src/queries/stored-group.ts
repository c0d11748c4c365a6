import type { EntityManager } from "@mikro-orm/postgresql";
import { NotFoundError } from "#domain/errors.ts";
import { GroupRecord } from "#persistence/group-record.ts";

/**
 * The group of this id among the rows this viewer can see. Read past the entity manager's
 * memory: a change of it is written there without passing through the record.
 * @throws NotFoundError also for another federation's
 */
export async function getGroup(em: EntityManager, id: string): Promise<GroupRecord> {
  const group = await em.findOne(GroupRecord, { id }, { disableIdentityMap: true });
  if (!group) throw new NotFoundError("group");
  return group;
}
