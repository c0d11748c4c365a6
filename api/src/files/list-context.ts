import type { PlainDate } from "#domain/calendar.ts";
import type { ListContext } from "#domain/business/entry.ts";
import type { BroughtBack } from "#domain/business/set-aside.ts";
import { termFinder, type Vocabularies } from "#domain/vocabulary.ts";
import { municipalityLookup } from "./gazetteer.ts";

/** What reading a list needs to know from outside, as plain data that can be handed to another thread. */
export interface ListSource {
  readonly today: PlainDate;
  readonly vocabularies: Pick<Vocabularies, "licences" | "issues" | "capabilities">;
  /** Whether what stands in unknown columns is kept as a note. */
  readonly keepUnknownColumns?: boolean | undefined;
  /** Rows set aside that are taken all the same. */
  readonly broughtBack?: BroughtBack | undefined;
}

/** Makes what rows are read with; the lists of municipalities and postal codes each thread has for itself. */
export function listContextOf({ today, vocabularies, ...wanted }: ListSource): ListContext {
  const { keepUnknownColumns = false, broughtBack = [] } = wanted;
  const { licences, issues, capabilities } = vocabularies;
  return {
    today,
    licences: termFinder(licences),
    issues: termFinder(issues),
    capabilities: termFinder(capabilities),
    municipalities: municipalityLookup(),
    keepUnknownColumns,
    broughtBack,
  };
}
