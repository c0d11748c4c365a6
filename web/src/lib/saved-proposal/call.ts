/** Whom to call or visit and what to ask, as the api tells it. */
export interface ShownCall {
  readonly business: {
    readonly id: string;
    readonly name: string;
    readonly phone?: string | null;
    readonly version: number;
    readonly municipalityName?: string | null;
    readonly industryName?: string | null;
  };
  readonly questions: readonly ShownCallQuestion[];
}

export interface ShownCallQuestion {
  readonly fact: string;
  readonly name: string;
  readonly text: string;
  readonly reason: string;
  readonly isSurveyed: boolean;
  readonly isCounted: boolean;
  readonly answers: readonly { readonly name: string; readonly text: string; readonly none: boolean }[];
}

/** Calls by municipality, for a round of visits: the place with most to ask first, the unknown place last. */
export function byMunicipality(
  calls: readonly ShownCall[],
): { readonly place: string | null; readonly calls: ShownCall[] }[] {
  const places = new Map<string | null, ShownCall[]>();
  for (const call of calls) {
    const place = call.business.municipalityName ?? null;
    places.set(place, [...(places.get(place) ?? []), call]);
  }
  const grouped = [...places].map(([place, inPlace]) => ({ place, calls: inPlace }));
  return grouped.sort((a, b) => Number(a.place === null) - Number(b.place === null) || b.calls.length - a.calls.length);
}
