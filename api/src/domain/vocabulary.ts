import type { LawRef } from "./law.ts";
import type { Purpose } from "./purpose.ts";
import { foldForSearch } from "./text.ts";

/** One entry of a vocabulary: a code that is stored, and the words people read. */
export interface Term {
  readonly code: string;
  readonly ja: string;
  readonly en: string;
  /** Other writings found in lists. */
  readonly synonyms?: readonly string[];
}

/** For which area a licence of a kind holds: it decides what an absent area may be taken from. */
export type LicenceReach = "municipality" | "prefecture" | "nationwide" | "premises";

/** A kind of permit, registration or notification. */
export interface LicenceTerm extends Term {
  readonly reach: LicenceReach;
}

/** A management issue, with the kinds of cooperative business that can answer it, the likeliest first. */
export interface IssueTerm extends Term {
  readonly jointBusinesses: readonly string[];
}

/** A kind of cooperative business or a legal form, with the article it rests on; none where that depends. */
export interface LawfulTerm extends Term {
  readonly law?: LawRef;
}

/** A sentence or name in both languages. */
interface Words {
  readonly ja: string;
  readonly en: string;
}

/** What a vocabulary is called, where it comes from, and which version of it this is. */
export interface VocabularySource {
  /** File name of the vocabulary without its ending. */
  readonly id: string;
  readonly name: Words;
  readonly origin: Words;
  readonly version: string;
  readonly rows: number;
}

/** A kind of cooperative business (組合事業) and where it is usual. */
export interface CooperativeBusinessTerm extends LawfulTerm {
  /** JSIC sections, divisions or classes it is usual in; empty where it is bound to no trade. */
  readonly usualTrades: readonly string[];
  /** Purposes of a group that ask for it by themselves. */
  readonly purposes: readonly Purpose[];
}

/** A federation of small-business associations; the code is that of its prefecture (JIS X 0401), 00 the national one. */
export type FederationTerm = Term;

/** Every vocabulary the project ships. */
export interface Vocabularies {
  readonly federations: readonly FederationTerm[];
  /** Management issues (経営課題), K01 to K99. */
  readonly issues: readonly IssueTerm[];
  readonly licences: readonly LicenceTerm[];
  /** JSIC rev. 14 sections (letter) and divisions (two digits). */
  readonly industries: readonly Term[];
  /** Legal forms a group can take, numbered 1–15 and A1–A5. */
  readonly legalForms: readonly LawfulTerm[];
  readonly capabilities: readonly Term[];
  /** Kinds of cooperative business (組合事業), B01 to B99. */
  readonly cooperativeBusinesses: readonly CooperativeBusinessTerm[];
  readonly sources: readonly VocabularySource[];
}

/** Finds a term by its code, a name or a synonym, whatever the width, case, spaces or kana. */
export type TermFinder<T extends Term> = (text: string) => T | undefined;

/** Makes the finder of one vocabulary; where two terms share a writing, the earlier keeps it. */
export function termFinder<T extends Term>(terms: readonly T[]): TermFinder<T> {
  const byWriting = new Map<string, T>();
  for (const term of terms) {
    for (const writing of [term.code, term.ja, term.en, ...(term.synonyms ?? [])]) {
      const folded = foldTerm(writing);
      if (!byWriting.has(folded)) byWriting.set(folded, term);
    }
  }
  return (text) => byWriting.get(foldTerm(text));
}

/** Writings that two terms of one vocabulary share: each makes a finder's answer depend on the order of terms. */
export function sharedWritings(terms: readonly Term[]): readonly string[] {
  const owner = new Map<string, string>();
  const shared = new Set<string>();
  for (const term of terms) {
    for (const writing of [term.code, term.ja, ...(term.synonyms ?? [])]) {
      const folded = foldTerm(writing);
      if ((owner.get(folded) ?? term.code) !== term.code) shared.add(writing);
      owner.set(folded, term.code);
    }
  }
  return [...shared];
}

function foldTerm(text: string): string {
  return foldForSearch(text).replace(/[・,，、/／]/g, "");
}
