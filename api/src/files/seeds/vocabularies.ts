import { readFileSync } from "node:fs";
import { parse } from "yaml";
import {
  sharedWritings,
  type LicenceReach,
  type LicenceTerm,
  type Term,
  type Vocabularies,
} from "#domain/vocabulary.ts";

const REACHES: readonly LicenceReach[] = ["municipality", "prefecture", "nationwide", "premises"];

/** The federations by code, with the names they go by in Japanese. */
export function loadFederations(): readonly { readonly code: string; readonly name: string }[] {
  return readTerms("federations", /^\d{2}$/).map(({ code, ja }) => ({ code, name: ja }));
}

/** Reads and checks every vocabulary the project ships. A fault in them is ours, so it throws with file and entry. */
export function loadVocabularies(): Vocabularies {
  return {
    federations: readTerms("federations", /^\d{2}$/),
    issues: readTerms("issues", /^K\d{2}$/),
    licences: readTerms("licences", /^[a-z][a-z0-9-]*$/).map(licenceTerm),
    industries: readTerms("industries", /^([A-T]|\d{2})$/),
    legalForms: readTerms("legal-forms", /^(\d{1,2}|A\d)$/),
    capabilities: readTerms("capabilities", /^[a-z][a-z0-9-]*$/),
  };
}

type RawTerm = Term & { readonly reach?: unknown };

function readTerms(name: string, code: RegExp): readonly RawTerm[] {
  const file = new URL(`../../../../seeds/reference/${name}.yaml`, import.meta.url);
  const content: unknown = parse(readFileSync(file, "utf8"));
  if (typeof content !== "object" || content === null || !("terms" in content) || !Array.isArray(content.terms)) {
    throw new Error(`${name}.yaml has no list "terms".`);
  }
  const terms = content.terms.map((entry: unknown) => checkTerm(name, entry, code));
  const codes = terms.map(({ code: own }) => own);
  if (new Set(codes).size < codes.length) throw new Error(`${name}.yaml: a code stands twice.`);
  // A section of the industrial classification with one division has that division's name: the section goes before it.
  const shared = name === "industries" ? [] : sharedWritings(terms);
  if (shared.length > 0) throw new Error(`${name}.yaml: two terms share ${shared.join(", ")}.`);
  return terms;
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
  return term as unknown as RawTerm;
}

function licenceTerm(term: RawTerm): LicenceTerm {
  const reach = REACHES.find((each) => each === term.reach);
  if (reach === undefined) throw new Error(`licences.yaml, ${term.code}: "reach" is none of ${REACHES.join(", ")}.`);
  return { ...term, reach };
}
