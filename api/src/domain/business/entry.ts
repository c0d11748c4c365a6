import type { PlainDate } from "../calendar.ts";
import type { LicenceTerm, Term, TermFinder } from "../vocabulary.ts";
import type { FactKey, FactValues } from "./facts.ts";
import type { MunicipalityLookup } from "./municipality.ts";
import type { BroughtBack } from "./set-aside.ts";

/** What identifies a business. A key that is absent is not known. */
export interface BusinessIdentity {
  /** The federation's own key. */
  readonly externalId?: string;
  readonly corporateNumber?: string;
  readonly name: string;
  readonly nameKana?: string;
}

/** What a list says of one business. */
export interface BusinessEntry extends BusinessIdentity {
  /** The number of ours that an exported list carries and brings back. */
  readonly musubiId?: string;
  /** The rows it was read from, as Excel numbers them; several where a business has several rows. */
  readonly rows: readonly number[];
  readonly facts: Partial<FactValues>;
  /** It is named by the corporation that runs the premises of its rows, and those are its places. */
  readonly isLegalPerson?: true;
  /** Facts the list gives roughly: 約20名. */
  readonly about: readonly FactKey[];
  /** Facts we worked out from others and the list does not give: the municipality from the address. */
  readonly estimated: readonly FactKey[];
  /** Revision of the industrial classification its trade code is of, where the list's is not that of today. */
  readonly industryRevision?: 13;
  /** Whether a person said that this row, struck through or grey, is a business that has closed or left. */
  readonly closed?: true;
}

/** What reading a list needs to know from outside. */
export interface ListContext {
  readonly today: PlainDate;
  readonly licences: TermFinder<LicenceTerm>;
  readonly issues: TermFinder<Term>;
  readonly capabilities: TermFinder<Term>;
  readonly municipalities: MunicipalityLookup;
  /** Whether what stands in unknown columns is kept as a note. */
  readonly keepUnknownColumns?: boolean;
  /** Rows set aside that are taken all the same. */
  readonly broughtBack?: BroughtBack;
}
