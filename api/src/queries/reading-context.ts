import type { EntityManager } from "@mikro-orm/postgresql";
import type { PlainDate } from "#domain/calendar.ts";
import type { Viewer } from "#domain/access/viewer.ts";
import type { Language } from "#words/language.ts";
import type { Reference } from "#files/seeds/reference.ts";

/** What a query is given: who asks, a store that shows that one's rows, the clock, and how to word the answer. */
export interface ReadingContext {
  readonly em: EntityManager;
  readonly viewer: Viewer;
  readonly language: Language;
  readonly reference: Reference;
  now(): Date;
  /** Today's civil date in Japan. */
  today(): PlainDate;
}
