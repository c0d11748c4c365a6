/** What we know of places by name and postal code. Several answers mean that the text alone does not tell. */
export interface MunicipalityLookup {
  /** Whether there is a municipality or ward with this code of five digits today. */
  readonly exists: (code: string) => boolean;
  readonly byAddress: (address: string) => readonly string[];
  readonly byPostalCode: (postalCode: string) => readonly string[];
}

/** What a row tells of its municipality. */
export interface MunicipalityEvidence {
  readonly address?: string | undefined;
  readonly postalCode?: string | undefined;
}

/**
 * The municipality an address lies in; where its name is met in several prefectures (府中市, 中央区) the postal code
 * decides, and where that does not either, it stays unknown: no guess.
 */
export function municipalityOf(evidence: MunicipalityEvidence, lookup: MunicipalityLookup): string | undefined {
  const named = evidence.address === undefined ? [] : lookup.byAddress(evidence.address);
  if (named.length === 1) return named[0];
  const posted = evidence.postalCode === undefined ? [] : lookup.byPostalCode(evidence.postalCode);
  const both = named.length === 0 ? posted : named.filter((code) => posted.includes(code));
  return both.length === 1 ? both[0] : undefined;
}
