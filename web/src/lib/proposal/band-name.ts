import { m } from "#lib/paraglide/messages.js";
import { bandName, type ScoreScale } from "./proposal.ts";

/** How a band is called in the list of filters; the address may hold anything. */
export function bandFilterName(band: string, scale: ScoreScale): string {
  if (band === "OPEN") return m.results_band_open();
  const known = scale.bands.find((one) => one.band === band);
  return known ? bandName([known.band], scale) : band;
}
