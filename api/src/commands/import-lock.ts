import type { EntityManager } from "@mikro-orm/postgresql";

/** Waits until no other import of the federation is being written or taken back; held until the transaction ends. */
export async function lockImports(em: EntityManager, federation: string): Promise<void> {
  // Two at once would each add what the other is adding.
  await em.execute("select pg_advisory_xact_lock(hashtext('import of businesses'), hashtext(?))", [federation]);
}
