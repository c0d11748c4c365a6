import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { isPurpose } from "#domain/purpose.ts";
import {
  sharedWritings,
  type CooperativeBusinessTerm,
  type IssueTerm,
  type LawfulTerm,
  type LicenceReach,
  type LicenceTerm,
  type Term,
  type Vocabularies,
  type VocabularySource,
} from "#domain/vocabulary.ts";
import { lawRefAt } from "./law.ts";
import { sourceOf } from "./seed-source.ts";
import { isSeedObject, listAt, textsAt, type SeedObject } from "./seed-value.ts";

const REACHES: readonly LicenceReach[] = ["municipality", "prefecture", "nationwide", "premises"];

/** The federations by code, with the names they go by in Japanese. */
export function loadFederations(): readonly { readonly code: string; readonly name: string }[] {
  return readFile("federations", /^\d{2}$/).terms.map(({ code, ja }) => ({ code, name: ja }));
}

/** Reads and checks every vocabulary the project ships. A fault in them is ours, so it throws with file and entry. */
export function loadVocabularies(): Vocabularies {
  const sources: VocabularySource[] = [];
  const read = (name: string, code: RegExp) => {
    const { terms, source } = readFile(name, code);
    sources.push(source);
    return terms;
  };
  const vocabularies = {
    federations: read("federations", /^\d{2}$/),
    issues: read("issues", /^K\d{2}$/).map(issueTerm),
    licences: read("licences", /^[a-z][a-z0-9-]*$/).map(licenceTerm),
    industries: read("industries", /^([A-T]|\d{2})$/),
    legalForms: read("legal-forms", /^(\d{1,2}|A\d)$/).map(lawfulTerm),
    capabilities: read("capabilities", /^[a-z][a-z0-9-]*$/),
    cooperativeBusinesses: read("cooperative-businesses", /^B\d{2}$/).map(cooperativeBusinessTerm),
  };
  requireKinds(vocabularies.issues, vocabularies.cooperativeBusinesses);
  return { ...vocabularies, sources };
}

type RawTerm = Term & SeedObject;

function readFile(
  name: string,
  code: RegExp,
): { readonly terms: readonly RawTerm[]; readonly source: VocabularySource } {
  const file = new URL(`../../../../seeds/reference/${name}.yaml`, import.meta.url);
  const content: unknown = parse(readFileSync(file, "utf8"));
  if (!isSeedObject(content)) throw new Error(`${name}.yaml holds no keys.`);
  const terms = listAt(content, "terms").map((entry) => checkTerm(name, entry, code));
  const codes = terms.map(({ code: own }) => own);
  if (new Set(codes).size < codes.length) throw new Error(`${name}.yaml: a code stands twice.`);
  // A section of the industrial classification with one division has that division's name: the section goes before it.
  const shared = name === "industries" ? [] : sharedWritings(terms);
  if (shared.length > 0) throw new Error(`${name}.yaml: two terms share ${shared.join(", ")}.`);
  return { terms, source: sourceOf(content, name, terms.length) };
}

function checkTerm(name: string, entry: unknown, code: RegExp): RawTerm {
  const where = `${name}.yaml, ${JSON.stringify(entry)}`;
  if (typeof entry !== "object" || entry === null) throw new Error(`${where}: not an entry.`);
  const term = entry as Record<string, unknown>;
  for (const key of ["code", "ja", "en"]) {
    if (typeof term[key] !== "string" || term[key] === "")
      throw new Error(`${where}: "${key}" is not a text. Maybe it needs quotes?`);
  }
  if (!code.test(String(term["code"]))) throw new Error(`${where}: the code is not of the form ${code}.`);
  const { synonyms } = term;
  if (synonyms !== undefined && !(Array.isArray(synonyms) && synonyms.every((each) => typeof each === "string"))) {
    throw new Error(`${where}: "synonyms" is not a list of texts.`);
  }
  return term as RawTerm;
}

function issueTerm(term: RawTerm): IssueTerm {
  return { ...term, jointBusinesses: textsAt(term, "jointBusinesses") };
}

function lawfulTerm({ law, ...term }: RawTerm): LawfulTerm {
  return law === undefined ? term : { ...term, law: lawRefAt({ law }) };
}

function cooperativeBusinessTerm(term: RawTerm): CooperativeBusinessTerm {
  const texts = (key: string) => (term[key] === undefined ? [] : textsAt(term, key));
  const purposes = texts("purposes").filter(isPurpose);
  const stranger = texts("purposes").find((purpose) => !isPurpose(purpose));
  if (stranger !== undefined) throw new Error(`cooperative-businesses.yaml, ${term.code}: no purpose ${stranger}.`);
  return { ...lawfulTerm(term), usualTrades: texts("usualTrades"), purposes };
}

function requireKinds(issues: readonly IssueTerm[], kinds: readonly Term[]): void {
  const known = new Set(kinds.map(({ code }) => code));
  const strangers = issues.flatMap(({ jointBusinesses }) => jointBusinesses).filter((code) => !known.has(code));
  if (strangers.length > 0) throw new Error(`issues.yaml names unknown kinds of business: ${strangers.join(", ")}.`);
}

function licenceTerm(term: RawTerm): LicenceTerm {
  const reach = REACHES.find((each) => each === term.reach);
  if (reach === undefined) throw new Error(`licences.yaml, ${term.code}: "reach" is none of ${REACHES.join(", ")}.`);
  return { ...term, reach };
}
