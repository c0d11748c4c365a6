import type { Purpose } from "#domain/purpose.ts";
import type { DemandText } from "#matching/demand.ts";
import type { Analysis } from "#matching/analysis.ts";
import type { AnswerDocument, RankedAnalysis } from "#matching/document.ts";
import type { Bands, Weights } from "#matching/terms.ts";

/** What was asked, as it is kept: enough to ask the same again. Ids are of businesses. */
export interface AskedQuestion {
  readonly purpose: Purpose;
  /** Prefecture or municipality codes; empty: the whole federation. */
  readonly districts: readonly string[];
  readonly membersMin: number;
  readonly membersMax: number;
  readonly withinKm: number;
  /** Number of the legal form aimed at. */
  readonly form: string;
  readonly mustHave: readonly string[];
  readonly without: readonly string[];
  /** The circle members lie in: round a municipality's place, in degrees. */
  readonly around?: { readonly municipality: string; readonly lat: number; readonly lon: number; readonly km: number };
  readonly demand?: DemandText;
  /** Weights of the purpose's components that were asked for; absent: those of the terms. */
  readonly weights?: Weights;
  readonly top: number;
  /** The terms that held when it was asked; absent in questions asked before federations had terms of their own. */
  readonly terms?: HeldTerms;
}

/** All of the terms that can be otherwise in another federation or year, for one purpose, as it held at a time. */
export interface HeldTerms {
  readonly version: string;
  readonly weights: Weights;
  readonly bands: Bands;
  /** Under this coverage (permille) only bands are shown. */
  readonly coverageShownMin: number;
}

/** The matcher's document, kept as it was given: its form is the matcher's, and last year's stays as it was. */
export type StoredAnswer = AnswerDocument<RankedAnalysis>;

/** An answer with the question it was asked. */
export interface AnsweredQuestion {
  readonly question: AskedQuestion;
  readonly answer: StoredAnswer;
}

/** One proposal with the question it answers and what it was made with. */
export interface ProposalWithQuestion {
  readonly question: AskedQuestion;
  readonly terms: string;
  readonly engine: string;
  /** Without a rank where it was put together by hand. */
  readonly proposal: Analysis & { readonly rank?: number };
}
