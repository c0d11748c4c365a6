import type { EntityManager } from "@mikro-orm/postgresql";
import { requireAccess } from "#domain/access/decide.ts";
import { japaneseDayOf } from "#domain/calendar.ts";
import type { Decision } from "#domain/decision.ts";
import type { Reference } from "#files/seeds/reference.ts";
import {
  decideRestoreTerms,
  decideSaveTerms,
  type ChangeTermsProblem,
  type TermsChanged,
  type TermsState,
  type WantedTerms,
} from "#matching/change-terms.ts";
import { NOTHING_OWN, type OwnTerms } from "#matching/own-terms.ts";
import { TermsVersionRecord } from "#persistence/terms-version-record.ts";
import { newestTermsVersion, numberedTerms } from "#queries/terms-in-force.ts";
import { actorOf, type CommandContext } from "./context.ts";

/** What changing terms needs beside a command's context. */
type TermsContext = CommandContext & { readonly reference: Reference };

/** Why a federation's terms are changed, and which number of them was seen (0: the shipped ones). */
export interface ReasonedChange {
  readonly reason: string;
  readonly seen: number;
}

type Deciding = (state: TermsState, em: EntityManager) => Promise<Decision<TermsChanged, ChangeTermsProblem>>;

type Changed = Decision<{ readonly number: number }, ChangeTermsProblem>;

/** Keeps other weights of one purpose, or other bands, as the federation's next version. */
export function saveTerms(ctx: TermsContext, wanted: WantedTerms, change: ReasonedChange): Promise<Changed> {
  const decide: Deciding = async (state) => decideSaveTerms(wanted, state, change.reason);
  return addVersion(ctx, change, { restoredFrom: null, decide });
}

/** Goes back to an earlier version, or (0) to the shipped terms, as the federation's next version. */
export function restoreTerms(ctx: TermsContext, number: number, change: ReasonedChange): Promise<Changed> {
  const decide: Deciding = async (state, em) => {
    const own = await ownTermsOf(em, number);
    if (!own) return { accepted: false, problems: [{ code: "TERMS_NO_SUCH_VERSION", number }] };
    return decideRestoreTerms(own, state, change.reason);
  };
  return addVersion(ctx, change, { restoredFrom: number, decide });
}

async function ownTermsOf(em: EntityManager, number: number): Promise<OwnTerms | undefined> {
  if (number === 0) return NOTHING_OWN;
  return (await em.findOne(TermsVersionRecord, { number }))?.own;
}

function addVersion(
  ctx: TermsContext,
  { seen }: ReasonedChange,
  { restoredFrom, decide }: { readonly restoredFrom: number | null; readonly decide: Deciding },
): Promise<Changed> {
  const federation = requireAccess(ctx.viewer, "terms.write");
  return ctx.em.transactional(async (em) => {
    // Two at once would both be the next version of the same one.
    await em.execute("select pg_advisory_xact_lock(hashtext('terms'), hashtext(?))", [federation]);
    const decision = await decide(await stateOf(em, ctx.reference, seen), em);
    if (!decision.accepted) return decision;
    const { number, own, changes, reason } = decision.change;
    await em.insert(TermsVersionRecord, {
      ...{ id: ctx.newId(), federationCode: federation, number, shipped: ctx.reference.terms.version, own, changes },
      ...{ restoredFrom, reason, at: ctx.now(), ...actorOf(ctx.viewer) },
    });
    return { accepted: true, change: { number } };
  });
}

async function stateOf(em: EntityManager, { terms }: Reference, seen: number): Promise<TermsState> {
  const newest = await newestTermsVersion(em);
  if (!newest) return { shipped: terms, kept: undefined, seen };
  const { shipped, actorName: by, at } = newest;
  return { shipped: terms, seen, kept: { ...numberedTerms(newest), shipped, by, at: japaneseDayOf(at) } };
}
