import type { BusinessesPageQuery } from "@musubi/schema/operations";

/** The words the list's filters and columns are offered in. */
export type ListVocabularies = BusinessesPageQuery["vocabularies"];
