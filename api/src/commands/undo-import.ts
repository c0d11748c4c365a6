import type { EntityManager } from "@mikro-orm/postgresql";
import { requireAccess } from "#domain/access/decide.ts";
import {
  decideUndoImport,
  redoForBusiness,
  undoForBusiness,
  undoOutcomeOf,
  type ChangedByImport,
  type UndoDirection,
  type UndoImportProblem,
  type Undoing,
} from "#domain/business/undo-import.ts";
import type { Decision } from "#domain/decision.ts";
import { BusinessImportRecord } from "#persistence/business-import-record.ts";
import { findTakenKeys, loadImportChanges } from "#queries/import-changes.ts";
import { changeBusinesses, type BusinessChange } from "./change-businesses.ts";
import { actorOf, type CommandContext } from "./context.ts";
import { lockImports } from "./import-lock.ts";
import { openImport } from "./kept-import.ts";

const DAY_MS = 86_400_000;

/** What became of one business the import had changed. */
interface Done {
  readonly now: ChangedByImport["now"];
  readonly undoing: Undoing;
}

/**
 * Takes back everything an import changed and nobody has touched since, or makes it again after that; all of it in one
 * transaction. What stays is told with the import.
 */
export function undoImport(
  ctx: CommandContext,
  importId: string,
  direction: UndoDirection,
): Promise<Decision<object, UndoImportProblem>> {
  const federation = requireAccess(ctx.viewer, "business.import");
  return ctx.em.transactional(async (em) => {
    await lockImports(em, federation);
    const kept = await openImport({ em, ctx }, importId);
    const changed = await loadImportChanges(em, importId);
    const decision = decideUndoImport(courseOf(kept, changed.length, ctx.now()), direction);
    if (!decision.accepted) return decision;

    const done = direction === "undo" ? undoAll(changed) : await redoAll(em, changed);
    const kind = direction === "undo" ? "UNDONE" : "REDONE";
    await changeBusinesses({ em, ctx }, done.flatMap(changeOf), { federation, kind, causeId: importId });
    const undone = { undoneAt: ctx.now(), undoneBy: actorOf(ctx.viewer).actorName };
    await em.nativeUpdate(
      BusinessImportRecord,
      { id: importId },
      { ...(direction === "undo" ? undone : { undoneAt: null, undoneBy: null }), undoOutcome: undoOutcomeOf(done) },
    );
    return decision;
  });
}

function courseOf({ appliedAt, undoneAt }: BusinessImportRecord, changed: number, now: Date) {
  const appliedDaysAgo = appliedAt === null ? undefined : (now.getTime() - appliedAt.getTime()) / DAY_MS;
  return { appliedDaysAgo, undone: undoneAt !== null, changed };
}

function undoAll(changed: readonly ChangedByImport[]): Done[] {
  return changed.map((business) => ({ now: business.now, undoing: undoForBusiness(business) }));
}

async function redoAll(em: EntityManager, changed: readonly ChangedByImport[]): Promise<Done[]> {
  const keys = changed.flatMap(({ now }) => (now.removed && now.externalId !== undefined ? [now.externalId] : []));
  const taken = await findTakenKeys(em, keys);
  return changed.map((business) => {
    return { now: business.now, undoing: redoForBusiness(business, (key) => taken.has(key)) };
  });
}

function changeOf({ now, undoing }: Done): BusinessChange[] {
  if (undoing.outcome === "removed") return [{ id: now.id, before: now, after: undoing.state, removed: true }];
  if (undoing.outcome === "restored") return [{ id: now.id, before: now, after: undoing.state }];
  return [];
}
