import type { EntityManager } from "@mikro-orm/postgresql";
import { ConflictError } from "#domain/errors.ts";
import { GroupRecord } from "#persistence/group-record.ts";

/**
 * Writes a change of a group's row only where it still is the version that was looked at.
 * @throws ConflictError where somebody else was faster; the transaction around it is then rolled back
 */
export async function changeGroup(
  em: EntityManager,
  seen: { readonly id: string; readonly version: number },
  change: Partial<Pick<GroupRecord, "stage" | "stageSince">>,
): Promise<void> {
  const written = await em.nativeUpdate(
    GroupRecord,
    { id: seen.id, version: seen.version },
    { ...change, version: seen.version + 1 },
  );
  if (written === 0) throw new ConflictError("group");
}
