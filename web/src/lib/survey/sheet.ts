import type { AskedQuestionFragment, PrintedSheetFragment } from "@musubi/schema/operations";

/** One survey sheet as it is printed, and one line of the list of whom to visit or call. */
export interface Sheet {
  readonly id: string;
  readonly name: string;
  readonly musubiNumber: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly municipalityName: string | null;
  readonly known: number;
  readonly all: number;
  /** The question to ask before the others, with its mark on the sheet. */
  readonly first: { readonly mark: string; readonly name: string; readonly text: string } | null;
  /** What is on record and to be confirmed, by fact. */
  readonly onRecord: Readonly<Record<string, string>>;
}

/** What of a business its sheet shows: what the owner may read, and nothing the staff noted for itself. */
export function sheetOf(business: PrintedSheetFragment, questions: readonly AskedQuestionFragment[]): Sheet {
  const { id, name, musubiNumber, address, municipalityName, nextQuestion } = business;
  const textOf = (key: string) => business.facts.find((fact) => fact.key === key)?.text ?? null;
  const asked = questions.find(({ key }) => key === nextQuestion?.fact.key);
  const onRecord = questions.flatMap(({ key, isConfirmed }): [string, string][] => {
    const text = isConfirmed ? textOf(key) : null;
    // The stars are a measure of the staff's.
    return text === null ? [] : [[key, text.replace(/★+/g, "")]];
  });
  return {
    ...{ id, name, musubiNumber, address: address ?? null, phone: textOf("phone") },
    ...{ municipalityName: municipalityName ?? null, known: business.knownCount, all: business.factCount },
    first: nextQuestion && asked ? { mark: asked.mark, name: nextQuestion.fact.name, text: nextQuestion.text } : null,
    onRecord: Object.fromEntries(onRecord),
  };
}

/** Sheets printed at once: a pile one person can carry, and a page a browser prints without trouble. */
export const SHEETS_MAX = 50;

/** Lines of the list of visits that fit on one page at a size everybody can read. */
export const VISITS_PER_PAGE = 20;

/** The list of visits as its pages. */
export function visitPages(sheets: readonly Sheet[]): readonly (readonly Sheet[])[] {
  const count = Math.ceil(sheets.length / VISITS_PER_PAGE);
  return Array.from({ length: count }, (_, page) => {
    return sheets.slice(page * VISITS_PER_PAGE, (page + 1) * VISITS_PER_PAGE);
  });
}
