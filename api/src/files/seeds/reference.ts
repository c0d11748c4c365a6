import type { MatchingLaw, SizeLaw } from "#domain/law.ts";
import type { PlainDate } from "#domain/calendar.ts";
import type { Term, Vocabularies, VocabularySource } from "#domain/vocabulary.ts";
import type { Terms } from "#matching/terms.ts";
import type { LabelKind, LabelOf } from "#words/label.ts";
import type { Language } from "#words/language.ts";
import { purposeName } from "#words/purpose.ts";
import { listMunicipalities, oldMunicipalities } from "../municipalities.ts";
import { loadHolidays } from "./holidays.ts";
import { loadMatchingLaw, loadSizeLaw } from "./law.ts";
import { loadTerms } from "./terms.ts";
import { loadTradeWords, type TradeVocabulary } from "./trade-words.ts";
import { loadVocabularies } from "./vocabularies.ts";

/** Everything the project ships as data, read and checked once at the start. */
export interface Reference {
  readonly vocabularies: Vocabularies;
  /** The terms of the discovery score. */
  readonly terms: Terms;
  /** The legal figures the matcher judges by, as they stand on a day. */
  lawOn(day: PlainDate): MatchingLaw;
  /** The legal figures the size of one business is judged by, as they stand on a day. */
  sizeLawOn(day: PlainDate): SizeLaw;
  /** Public holidays, as far as they are shipped. */
  readonly holidays: ReadonlySet<PlainDate>;
  labelOf(language: Language): LabelOf;
  readonly tradeWords: TradeVocabulary;
  /** Where everything shipped comes from. */
  readonly sources: readonly VocabularySource[];
}

/** Loads the seeds. A fault in them is ours and throws. */
export function loadReference(): Reference {
  const vocabularies = loadVocabularies();
  const tradeWords = loadTradeWords();
  const labels = { ja: labelsIn("ja", vocabularies), en: labelsIn("en", vocabularies) };
  return {
    vocabularies,
    terms: loadTerms(),
    tradeWords,
    sources: [...vocabularies.sources, tradeWords.source, oldMunicipalities().source],
    holidays: loadHolidays(),
    lawOn: onceEachDay(loadMatchingLaw),
    sizeLawOn: onceEachDay(loadSizeLaw),
    labelOf: (language) => labels[language],
  };
}

/** Remembers what was read for a day: seeds do not change while the process runs. */
function onceEachDay<Law>(load: (day: PlainDate) => Law): (day: PlainDate) => Law {
  const laws = new Map<PlainDate, Law>();
  return (day) => {
    const law = laws.get(day) ?? load(day);
    laws.set(day, law);
    return law;
  };
}

function labelsIn(language: Language, vocabularies: Vocabularies): LabelOf {
  const named = (terms: readonly Term[]) => new Map(terms.map((term) => [term.code, term[language]]));
  const names: Readonly<Record<Exclude<LabelKind, "purpose">, ReadonlyMap<string, string>>> = {
    issue: named(vocabularies.issues),
    capability: named(vocabularies.capabilities),
    licence: named(vocabularies.licences),
    industry: named(vocabularies.industries),
    form: named(vocabularies.legalForms),
    ...placeNames(),
  };
  return (kind, code) => {
    if (kind === "purpose") return purposeName(code, language);
    // A trade of four digits nobody named goes by its division, the first two.
    return names[kind].get(code) ?? (kind === "industry" ? names.industry.get(code.slice(0, 2)) : undefined) ?? code;
  };
}

/** Names of prefectures and municipalities, wards with their city. Only Japanese: they are names. */
function placeNames(): { municipality: ReadonlyMap<string, string>; prefecture: ReadonlyMap<string, string> } {
  const municipality = new Map<string, string>();
  const prefecture = new Map<string, string>();
  for (const each of listMunicipalities()) {
    municipality.set(each.code, each.name);
    prefecture.set(each.prefecture.code, each.prefecture.name);
    for (const ward of each.wards) municipality.set(ward.code, `${each.name}${ward.name}`);
  }
  return { municipality, prefecture };
}
