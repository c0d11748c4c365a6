/** What an address says of a municipality that is gone. */
export interface FormerMunicipality {
  /** Its name without prefecture and county. */
  readonly name: string;
  /** What it became; several codes where it was divided. */
  readonly into: readonly string[];
  /** Of several, the one the rest of the address tells. */
  readonly likeliest?: string;
  /** Whether prefecture, county or city stands before the name, so that no other place can be meant. */
  readonly isQualified: boolean;
}

/** What we know of places by name and postal code. Several answers mean that the text alone does not tell. */
export interface MunicipalityLookup {
  /** Whether there is a municipality or ward with this code of five digits today. */
  readonly exists: (code: string) => boolean;
  readonly byAddress: (address: string) => readonly string[];
  readonly byPostalCode: (postalCode: string) => readonly string[];
  readonly formerly: (address: string) => FormerMunicipality | undefined;
  /** Name of a municipality of today, a ward with its city. */
  readonly nameOf: (code: string) => string;
}

/** What a row tells of its municipality. */
export interface MunicipalityEvidence {
  readonly address?: string | undefined;
  readonly postalCode?: string | undefined;
}

/** A municipality of today, and the one that is gone by which it was named. */
export interface MunicipalityFound {
  readonly code: string;
  readonly former?: string;
}

/**
 * The municipality an address lies in today. Where its name is met in several prefectures (府中市, 中央区) the postal code
 * decides, and where that does not either, it stays unknown: no guess. A municipality that is gone is carried to the
 * one it became.
 */
export function municipalityOf(
  { address, postalCode }: MunicipalityEvidence,
  lookup: MunicipalityLookup,
): MunicipalityFound | undefined {
  const former = address === undefined ? undefined : lookup.formerly(address);
  const posted = postalCode === undefined ? [] : lookup.byPostalCode(postalCode);
  if (former?.isQualified) return carriedOver(former, posted);
  const named = address === undefined ? [] : lookup.byAddress(address);
  const [only] = named;
  if (only !== undefined && named.length === 1) return { code: only };
  const [both, ...others] = named.length === 0 ? posted : named.filter((code) => posted.includes(code));
  const old = former === undefined ? undefined : onlyOne(former.into.filter((code) => posted.includes(code)));
  if (former !== undefined && old !== undefined) return { code: old, former: former.name };
  return both === undefined || others.length > 0 ? undefined : { code: both };
}

function carriedOver(
  { name, into, likeliest }: FormerMunicipality,
  posted: readonly string[],
): MunicipalityFound | undefined {
  const code = onlyOne(into) ?? onlyOne(into.filter((each) => posted.includes(each))) ?? likeliest;
  return code === undefined ? undefined : { code, former: name };
}

function onlyOne(codes: readonly string[]): string | undefined {
  return codes.length === 1 ? codes[0] : undefined;
}
