import type { Band } from "#matching/analysis.ts";
import type { Terms } from "#matching/terms.ts";
import { bandText } from "#words/analysis.ts";
import type { Language } from "#words/language.ts";

/** Bands from the most promising on. */
const BANDS = ["strong", "possible", "thin"] as const satisfies readonly Band[];

const upperCase = (band: Band) => band.toUpperCase() as Uppercase<Band>;

/**
 * What a score is read by: where each band begins, under which coverage only bands are shown, and how one band, or the
 * two of an interval, is called. With it a screen can tell what another weighting would make of known parts.
 */
export function scoreScalePage({ bands, coverageShownMin }: Terms, language: Language) {
  const from: Readonly<Record<Band, number>> = { ...bands, thin: 0 };
  const intervals = BANDS.flatMap((lower, index) => BANDS.slice(0, index + 1).map((upper) => [lower, upper] as const));
  return {
    coverageShownMin,
    bands: BANDS.map((band) => ({ band: upperCase(band), from: from[band] })),
    names: [...BANDS, ...intervals].map((band) => ({
      bands: (typeof band === "string" ? [band] : band).map(upperCase),
      name: bandText(band, language),
    })),
  };
}
