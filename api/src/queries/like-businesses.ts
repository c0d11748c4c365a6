import type { EntityManager } from "@mikro-orm/postgresql";
import { requireAccess } from "#domain/access/decide.ts";
import type { KeptBusiness } from "#domain/business/compare.ts";
import { addressTraitsOf, phonesOf } from "#domain/business/duplicate-traits.ts";
import { likesOf } from "#domain/business/duplicates.ts";
import type { BusinessState } from "#domain/business/history.ts";
import { readEdits, type FieldEdit } from "#domain/business/read-edit.ts";
import { stateAfter } from "#domain/business/save-business.ts";
import { foldForFinding } from "#domain/business/search-text.ts";
import { coreOfName, foldAddress } from "#domain/text.ts";
import { listContextOf } from "#files/list-context.ts";
import { findBusinessPages, type BusinessPage } from "./business-pages.ts";
import { keptBusinessOf, KEPT_COLUMNS, type KeptRow } from "./kept-businesses.ts";
import type { ReadingContext } from "./reading-context.ts";

/** Businesses that have one thing in common with what is typed, and are compared; more have something common in it. */
const COMPARED_MAX = 50;
/** Businesses that are told: more nobody looks through. */
const TOLD_MAX = 5;

/** Known businesses that may be the very one that is typed, the likeliest first: what is typed may still be wrong. */
export async function listLikeBusinesses(ctx: ReadingContext, edits: readonly FieldEdit[]): Promise<BusinessPage[]> {
  requireAccess(ctx.viewer, "business.read");
  const today = ctx.today();
  const context = listContextOf({ vocabularies: ctx.reference.vocabularies, today });
  const { read } = readEdits(edits, context);
  const told = { source: "adviser", on: today } as const;
  const likes = await findLikes(ctx.em, stateAfter(read, { told, municipalities: context.municipalities }));
  const pages = await findBusinessPages(
    ctx,
    likes.map(({ id }) => id),
  );
  return likes.flatMap(({ id }) => pages.get(id) ?? []);
}

/**
 * Known businesses that may be the very one described: by the rule that tells duplicates, and besides those of its very
 * name, unless both have a corporate number and these differ.
 */
export async function findLikes(em: EntityManager, described: BusinessState): Promise<readonly KeptBusiness[]> {
  const near = await findNear(em, described);
  // No id of a business: what is described is not known yet.
  const likes = likesOf({ ...described, id: "" }, near);
  const core = coreOfName(described.name);
  const namesakes = near.filter((one) => core !== "" && coreOfName(one.name) === core && !isOther(one, described));
  const byId = new Map(near.map((one) => [one.id, one]));
  const ids = new Set([...likes, ...namesakes].map(({ id }) => id));
  return [...ids].slice(0, TOLD_MAX).flatMap((id) => byId.get(id) ?? []);
}

function isOther({ corporateNumber: one }: BusinessState, { corporateNumber: other }: BusinessState): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

/** Those that share a name, a reading, a telephone number, a corporate number or a door, looked up by their words. */
async function findNear(em: EntityManager, described: BusinessState): Promise<KeptBusiness[]> {
  const words = wordsOf(described);
  if (words.length === 0) return [];
  const found = words.map(() => `(select id from find_businesses(array[?]::text[]) limit ${COMPARED_MAX})`);
  const rows: KeptRow[] = await em.execute(
    `select ${KEPT_COLUMNS} from business where removed_at is null and id in (${found.join(" union all ")})
     order by name, id`,
    words,
  );
  return rows.map(keptBusinessOf);
}

function wordsOf({ name, nameKana = "", corporateNumber = "", facts }: BusinessState): string[] {
  const address = facts.address?.value ?? "";
  const hasDoor = (addressTraitsOf(address)?.numbers ?? "") !== "";
  const words = [coreOfName(name), nameKana].map(foldForFinding);
  const door = hasDoor ? foldForFinding(foldAddress(address)) : "";
  const all = [...words, door, corporateNumber, ...phonesOf(facts.phone?.value)];
  // One letter stands in every other name.
  return [...new Set(all)].filter((word) => [...word].length > 1 && !word.includes("\0"));
}
