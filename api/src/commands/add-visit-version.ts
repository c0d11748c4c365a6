import type { EntityManager } from "@mikro-orm/postgresql";
import { UniqueConstraintViolationException } from "@mikro-orm/core";
import { ConflictError } from "#domain/errors.ts";
import type { VisitNote } from "#domain/visit/visit.ts";
import { VisitRecord } from "#persistence/visit-record.ts";
import type { CommandContext } from "./context.ts";

/** A visit's next version: everything of the one before but what changes. */
export type VisitVersion = Omit<VisitRecord, "id" | "at">;

/** A note as its columns. */
export function columnsOf({ on, channel, told, impression, nextStep, nextOn, minutes }: VisitNote) {
  return { heldOn: on, channel, told, impression, nextStep, nextOn: nextOn ?? null, minutes: minutes ?? null };
}

/**
 * Adds a version of a visit's record.
 * @throws ConflictError where somebody else added one since it was looked at
 */
export async function addVisitVersion(
  { em, ctx }: { readonly em: EntityManager; readonly ctx: CommandContext },
  version: VisitVersion,
): Promise<void> {
  try {
    await em.insert(VisitRecord, { ...version, id: ctx.newId(), at: ctx.now() });
  } catch (error) {
    throw error instanceof UniqueConstraintViolationException ? new ConflictError("visit") : error;
  }
}
