import type { EntityManager } from "@mikro-orm/postgresql";
import { requireAccess } from "#domain/access/decide.ts";
import type { KeptBusiness } from "#domain/business/compare.ts";
import { entryToEstimate, estimateMissing, withEstimates } from "#domain/business/estimate.ts";
import type { BusinessState } from "#domain/business/history.ts";
import { readEdits, type FieldEdit } from "#domain/business/read-edit.ts";
import {
  decideSaveBusiness,
  stateAfter,
  type SaveBusinessProblem,
  type Teller,
  type Telling,
} from "#domain/business/save-business.ts";
import type { PlainDate } from "#domain/calendar.ts";
import type { Decision } from "#domain/decision.ts";
import { listContextOf } from "#files/list-context.ts";
import type { Reference } from "#files/seeds/reference.ts";
import { loadEstimateSources } from "#queries/estimate-sources.ts";
import { findLikes } from "#queries/like-businesses.ts";
import { findChangesSince, findKeyHolders, getBusinessToChange } from "#queries/stored-business.ts";
import { changeBusinesses } from "./change-businesses.ts";
import type { CommandContext } from "./context.ts";

/** Edits of one business, or of one that is added. */
export interface SaveBusinessRequest {
  /** The business and its version that was looked at; absent for one to add. */
  readonly seen?: { readonly id: string; readonly version: number };
  readonly edits: readonly FieldEdit[];
  readonly source: Teller;
  /** The day it was said; absent: today. */
  readonly on?: PlainDate;
  /** The person was shown the known businesses of this name, and says that this is another. */
  readonly isAnother?: boolean;
}

/** Keeps what somebody typed of a business, all of it or nothing. */
export function saveBusiness(
  ctx: CommandContext & { readonly reference: Reference },
  request: SaveBusinessRequest,
): Promise<Decision<{ businessId: string }, SaveBusinessProblem>> {
  const federation = requireAccess(ctx.viewer, "business.write");
  return ctx.em.transactional(async (em) => {
    const found = request.seen && (await getBusinessToChange(em, request.seen.id));
    requireAccess(ctx.viewer, "business.write", { federation: found?.federation ?? federation });
    const before = found?.kept;
    const id = before?.id ?? ctx.newId();
    const decision = await decide(em, ctx, { ...request, id, before });
    if (!decision.accepted) return decision;

    const after = await estimateAnew({ em, ctx }, before, decision.change.after);
    const change = before === undefined ? { id, after } : { id, before, after };
    await changeBusinesses({ em, ctx }, [change], { federation, kind: "EDITED" });
    return { accepted: true, change: { businessId: id } };
  });
}

/** A place of what address was typed, a trade code of what trade: never over what anybody said. */
async function estimateAnew(
  { em, ctx }: { readonly em: EntityManager; readonly ctx: CommandContext & { readonly reference: Reference } },
  before: BusinessState | undefined,
  after: BusinessState,
): Promise<BusinessState> {
  const entry = entryToEstimate(before, after);
  if (entry === undefined) return after;
  const { entries } = estimateMissing([entry], await loadEstimateSources(em, [entry], ctx.reference));
  return withEstimates(after, entries[0] ?? entry, ctx.today());
}

async function decide(
  em: EntityManager,
  ctx: CommandContext & { readonly reference: Reference },
  request: SaveBusinessRequest & { readonly id: string; readonly before: KeptBusiness | undefined },
) {
  const { id, before, seen, edits } = request;
  const municipality = before?.facts.municipality?.value;
  const today = ctx.today();
  const context = listContextOf({ vocabularies: ctx.reference.vocabularies, today });
  const reading = readEdits(edits, { ...context, municipality });
  const typed = new Map<string, unknown>(reading.read.map(({ key, value }) => [key, value]));
  const circumstances = { before, told: tellingOf(ctx, request), municipalities: context.municipalities };
  const likes = before || request.isAnother ? [] : await findLikes(em, stateAfter(reading.read, circumstances));
  return decideSaveBusiness(reading, {
    ...{ ...circumstances, today },
    changedSince: seen ? await findChangesSince(em, id, seen.version) : [],
    holders: await findKeyHolders(em, id, typed),
    possiblySame: likes.map(({ name }) => name),
  });
}

/** An adviser's word carries the adviser's name; the owner and a register are named by what they are. */
export function tellingOf(
  ctx: CommandContext,
  { source, on }: { readonly source: Teller; readonly on?: PlainDate },
): Telling {
  const by = source === "adviser" && ctx.viewer.kind === "account" ? { by: ctx.viewer.name } : {};
  return { source, on: on ?? ctx.today(), ...by };
}
