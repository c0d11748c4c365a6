import type { EntityManager } from "@mikro-orm/postgresql";
import { requireAccess } from "#domain/access/decide.ts";
import { tradeProposer, type TradeProposer, type TradeSureness } from "#domain/trade/propose.ts";
import type { TradeClass } from "#domain/trade/class-words.ts";
import type { ReadingContext } from "./reading-context.ts";

/** A class that words for a trade may mean. */
export interface IndustryProposalPage {
  readonly code: string;
  readonly name: string;
  readonly sureness: Uppercase<TradeSureness>;
}

/** Longest text that is looked at: a trade is a phrase, not a page. */
const TEXT_CHARACTERS_MAX = 200;

/** Classes that words for a trade may mean, the likeliest first: four digits where all classes are loaded, else two. */
export async function proposeIndustries(ctx: ReadingContext, text: string): Promise<IndustryProposalPage[]> {
  requireAccess(ctx.viewer, "vocabulary.read");
  const { propose, names } = await proposerOf(ctx);
  const labelOf = ctx.reference.labelOf(ctx.language);
  return propose(text.slice(0, TEXT_CHARACTERS_MAX)).map(({ code, sureness }) => ({
    ...{ code, name: names.get(code) ?? labelOf("industry", code) },
    sureness: sureness.toUpperCase() as Uppercase<TradeSureness>,
  }));
}

interface LoadedProposer {
  readonly digest: string;
  readonly propose: TradeProposer;
  readonly names: ReadonlyMap<string, string>;
}

/** The proposer made last: comparing with eight thousand wordings takes a tenth of a second to set up. */
let latest: LoadedProposer | undefined;

async function proposerOf({ em, reference }: ReadingContext): Promise<LoadedProposer> {
  const digest = await digestOfClasses(em);
  if (latest?.digest === digest) return latest;
  const classes: TradeClass[] = await em.execute(
    "select code, name, examples, phrases from reference_industry where revision = 14 and code ~ '^[0-9]{2}[1-9][0-9]$' order by code",
  );
  const divisions = shippedDivisions(reference);
  const names = new Map(classes.map(({ code, name }) => [code, name]));
  latest = { digest, propose: tradeProposer({ ...reference.tradeWords, classes, divisions }), names };
  return latest;
}

/** The divisions (two digits), which are shipped, as the proposer takes classes. */
export function shippedDivisions({ vocabularies }: ReadingContext["reference"]): TradeClass[] {
  return vocabularies.industries
    .filter(({ code }) => /^\d{2}$/.test(code))
    .map(({ code, ja }) => ({ code, name: ja, examples: [], phrases: [] }));
}

async function digestOfClasses(em: EntityManager): Promise<string> {
  const rows: { digest: string }[] = await em.execute("select digest from reference_source where id = 'industries-14'");
  return rows[0]?.digest ?? "none";
}
