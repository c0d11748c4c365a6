import type { EntityManager } from "@mikro-orm/postgresql";
import { BusinessRecord } from "#persistence/business-record.ts";

/** Names of those a list knows by a key or a corporate number: businesses on record, and registered cooperatives. */
export async function loadKeyNames(em: EntityManager, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(keys)];
  if (asked.length === 0) return new Map();
  const known = await em.find(
    BusinessRecord,
    { $or: [{ externalId: { $in: asked } }, { corporateNumber: { $in: asked } }] },
    { filters: { known: false }, orderBy: { removedAt: "asc nulls first" } },
  );
  const registered: { readonly number: string; readonly name: string }[] = await em.execute(
    "select number, name from reference_cooperative where number = any(string_to_array(?, ','))",
    [asked.filter((key) => !key.includes(",")).join(",")],
  );
  const names = new Map(registered.map(({ number, name }) => [number, name]));
  // Of several with one key, the one that is still known.
  for (const { name, externalId, corporateNumber } of known.toReversed()) {
    for (const key of [externalId, corporateNumber]) if (key !== null) names.set(key, name);
  }
  return names;
}
