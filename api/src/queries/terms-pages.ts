import { decide, requireAccess } from "#domain/access/decide.ts";
import { japaneseDayOf } from "#domain/calendar.ts";
import { PURPOSES, type Purpose } from "#domain/purpose.ts";
import { numberInWord, ownPartOf, termsWith, termsWord } from "#matching/own-terms.ts";
import { COMPONENT_IDS, type Terms } from "#matching/terms.ts";
import { AccountRecord } from "#persistence/account-record.ts";
import { TermsVersionRecord } from "#persistence/terms-version-record.ts";
import { bandText, componentName } from "#words/analysis.ts";
import { purposeName } from "#words/purpose.ts";
import { componentMeasure, restoredText, termsChangeTexts, termsText } from "#words/terms.ts";
import { globalId } from "./global-id.ts";
import { connectionOf, pageOf, type PageRequest } from "./page.ts";
import type { ReadingContext } from "./reading-context.ts";
import { newestTermsVersion, numberedTerms } from "./terms-in-force.ts";

const BAND_ENDS = ["strong", "possible"] as const;

/** The terms that hold for the viewer's federation, beside what is shipped. */
export async function loadTermsPage(ctx: ReadingContext) {
  requireAccess(ctx.viewer, "terms.read");
  const newest = await newestTermsVersion(ctx.em);
  const shipped = ctx.reference.terms;
  const terms = termsWith(shipped, newest ? numberedTerms(newest) : undefined);
  const own = ownPartOf(terms, shipped);
  return {
    ...{ version: terms.version, number: newest?.number ?? 0, shippedVersion: shipped.version },
    isShipped: Object.keys(own.weights).length === 0 && own.bands === undefined,
    shippedBefore: newest && newest.shipped !== shipped.version ? newest.shipped : null,
    text: textOf(ctx, newest, terms.version),
    purposes: PURPOSES.map((purpose) => purposePage(ctx, purpose, terms)),
    bands: BAND_ENDS.map((band) => ({
      ...{ band: upperCase(band), name: bandText(band, ctx.language) },
      ...{ from: terms.bands[band], shippedFrom: shipped.bands[band] },
    })),
    managers: await managerNames(ctx),
    viewerCanChange: newest
      ? decide(ctx.viewer, "terms.write", { federation: newest.federationCode }) === "allow"
      : decide(ctx.viewer, "terms.write") === "allow",
  };
}

const upperCase = (band: (typeof BAND_ENDS)[number]) => band.toUpperCase() as Uppercase<typeof band>;

function purposePage({ reference, language }: ReadingContext, purpose: Purpose, terms: Terms) {
  const [own, shipped] = [terms.purposes[purpose].weights, reference.terms.purposes[purpose].weights];
  const shown = COMPONENT_IDS.filter((id) => (own[id] ?? 0) > 0 || (shipped[id] ?? 0) > 0);
  return {
    ...{ purpose, name: purposeName(purpose, language) },
    isShipped: shown.every((id) => (own[id] ?? 0) === (shipped[id] ?? 0)),
    components: shown.map((id) => ({
      ...{ id, name: componentName(id, language), measure: componentMeasure(id, language) },
      ...{ weight: own[id] ?? 0, shippedWeight: shipped[id] ?? 0 },
    })),
  };
}

/** Whom to ask for a change. */
async function managerNames({ em }: ReadingContext): Promise<string[]> {
  const managers = await em.find(AccountRecord, { role: "manager", disabledAt: null }, { orderBy: { name: "asc" } });
  return managers.map(({ name }) => name);
}

/** The versions of the federation's own terms, newest first. */
export async function listTermsVersions(ctx: ReadingContext, page: PageRequest) {
  requireAccess(ctx.viewer, "terms.read");
  const newest = await newestTermsVersion(ctx.em);
  const found = await ctx.em.findByCursor(TermsVersionRecord, {
    ...pageOf(page, ["number"]),
    orderBy: { number: "desc" },
  });
  const pages = found.items.map((version) => ({
    ...versionPage(ctx, version),
    isCurrent: version.number === newest?.number,
  }));
  return connectionOf(found, pages);
}

function versionPage(ctx: ReadingContext, version: TermsVersionRecord) {
  const { number, at, actorName: by, reason, changes, restoredFrom } = version;
  const word = termsWord(version.shipped, { federation: version.federationCode, number });
  return {
    id: globalId("TermsVersion", version.id),
    ...{ number, version: word, shippedVersion: version.shipped, at, by, reason },
    changes: termsChangeTexts(changes, ctx.language),
    restored: restoredFrom === null ? null : restoredText(restoredFrom, ctx.language),
  };
}

/** In words which terms something was made with, from the word it keeps of them. */
export async function termsTextOf(ctx: ReadingContext, word: string): Promise<string> {
  const number = numberInWord(word, requireAccess(ctx.viewer, "terms.read"));
  const version = number === undefined ? null : await ctx.em.findOne(TermsVersionRecord, { number });
  return textOf(ctx, version, word);
}

function textOf({ language }: ReadingContext, version: TermsVersionRecord | null, word: string): string {
  if (!version) return termsText(undefined, word, language);
  const { number, at, actorName: by, reason } = version;
  return termsText({ number, on: japaneseDayOf(at), by, reason }, word, language);
}
