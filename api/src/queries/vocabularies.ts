import { decide, requireAccess } from "#domain/access/decide.ts";
import { FACT_KEYS } from "#domain/business/fields.ts";
import { MEMBER_STATES } from "#domain/group/member.ts";
import { GROUP_STAGES } from "#domain/group/stage.ts";
import { PURPOSES } from "#domain/purpose.ts";
import type { IssueTerm, LawfulTerm, Term } from "#domain/vocabulary.ts";
import { lawText } from "#words/analysis-rules.ts";
import { memberStateName, stageName } from "#words/group.ts";
import type { Language } from "#words/language.ts";
import { purposeName, purposeSentence } from "#words/purpose.ts";
import { fieldName } from "./field-name.ts";
import { findAreaOutlines, type AreaOutline } from "./area-outlines.ts";
import { findAreaPlaces } from "./area-places.ts";
import type { ReadingContext } from "./reading-context.ts";

/** The words a form offers: purposes with their usual figures, stages, licences, capabilities, issues, places. */
export async function loadVocabularyPage(ctx: ReadingContext) {
  requireAccess(ctx.viewer, "vocabulary.read");
  const { language } = ctx;
  const municipalities = await municipalityTerms(ctx);
  const { licences, capabilities, issues, industries, legalForms, cooperativeBusinesses } = ctx.reference.vocabularies;
  return {
    purposes: PURPOSES.map((purpose) => purposeTerm(ctx, purpose)),
    stages: GROUP_STAGES.map((code) => ({ code, name: stageName(code, language), description: null })),
    memberStates: MEMBER_STATES.map((code) => ({ code, name: memberStateName(code, language), description: null })),
    licences: termsIn(licences, language),
    capabilities: termsIn(capabilities, language),
    issues: issues.map((issue) => issueTerm(ctx, issue)),
    industries: termsIn(industries, language),
    legalForms: legalForms.map((term) => lawfulTerm(term, language)),
    cooperativeBusinesses: cooperativeBusinesses.map((term) => lawfulTerm(term, language)),
    facts: FACT_KEYS.map((code) => ({ code, name: fieldName(code, language), description: null })),
    municipalities,
    /** Read only when a map is drawn. */
    get outlines(): Promise<AreaOutline[]> {
      return findAreaOutlines(ctx.em, [...new Set(municipalities.map(({ prefecture }) => prefecture))]);
    },
  };
}

function purposeTerm({ language, reference }: ReadingContext, code: (typeof PURPOSES)[number]) {
  const usual = reference.terms.purposes[code];
  return {
    ...{ code, name: purposeName(code, language), description: purposeSentence(code, language) },
    ...{ sizeMin: usual.membersMin, sizeMax: usual.membersMax, withinKm: usual.withinDam / 100 },
  };
}

/** Permille of an issue a joint business can answer where the terms name none. */
const WHOLLY = 1000;

function issueTerm({ reference, language }: ReadingContext, { code, jointBusinesses, ...words }: IssueTerm) {
  const kinds = reference.vocabularies.cooperativeBusinesses.filter((kind) => jointBusinesses.includes(kind.code));
  const likeliestFirst = kinds.sort((a, b) => jointBusinesses.indexOf(a.code) - jointBusinesses.indexOf(b.code));
  return {
    ...{ code, name: words[language], description: null },
    answerablePermille: reference.terms.jointAnswers[code] ?? WHOLLY,
    jointBusinesses: likeliestFirst.map((term) => lawfulTerm(term, language)),
  };
}

function lawfulTerm({ code, law, ...words }: LawfulTerm, language: Language) {
  return { code, name: words[language], law: law ? lawText(law, language) : null };
}

function termsIn(terms: readonly Term[], language: Language) {
  return terms.map((term) => ({ code: term.code, name: term[language], description: null }));
}

/** Municipalities the federation knows businesses in; none for those who may not see businesses. */
async function municipalityTerms(ctx: ReadingContext) {
  if (decide(ctx.viewer, "business.read") === "deny") return [];
  const rows: { code: string; businesses: number }[] = await ctx.em.execute(
    `select municipality as code, count(*)::int as businesses from business
     where municipality is not null and removed_at is null group by municipality order by municipality`,
  );
  const labelOf = ctx.reference.labelOf(ctx.language);
  const places = await findAreaPlaces(
    ctx.em,
    rows.map(({ code }) => code),
  );
  return rows.map(({ code, businesses }, at) => {
    const { lat = null, lon = null } = places[at] ?? {};
    const prefecture = code.slice(0, 2);
    const prefectureName = labelOf("prefecture", prefecture);
    return { ...{ code, name: labelOf("municipality", code), businesses }, prefecture, prefectureName, lat, lon };
  });
}
