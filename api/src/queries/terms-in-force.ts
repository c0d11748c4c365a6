import type { EntityManager } from "@mikro-orm/postgresql";
import type { Reference } from "#files/seeds/reference.ts";
import { termsWith, type NumberedTerms } from "#matching/own-terms.ts";
import type { Terms } from "#matching/terms.ts";
import { TermsVersionRecord } from "#persistence/terms-version-record.ts";

/** What is needed to know which terms hold: rows of one federation, and what is shipped. */
interface Asking {
  readonly em: EntityManager;
  readonly reference: Pick<Reference, "terms">;
}

/** The terms that hold for the federation whose rows are seen: its newest version, or the shipped ones. */
export async function termsInForce({ em, reference }: Asking): Promise<Terms> {
  const newest = await newestTermsVersion(em);
  return termsWith(reference.terms, newest ? numberedTerms(newest) : undefined);
}

/** The federation's newest version, read past the entity manager's memory; null where it has none of its own. */
export function newestTermsVersion(em: EntityManager): Promise<TermsVersionRecord | null> {
  return em.findOne(
    TermsVersionRecord,
    { number: { $gt: 0 } },
    { orderBy: { number: "desc" }, disableIdentityMap: true },
  );
}

/** A version as the rules take it. */
export function numberedTerms({ federationCode, number, own }: TermsVersionRecord): NumberedTerms {
  return { federation: federationCode, number, own };
}
