import type { EntityManager } from "@mikro-orm/postgresql";
import type { PlainDate } from "#domain/calendar.ts";
import type { Viewer } from "#domain/access/viewer.ts";

/** What a command or query is given: who asks, a store that shows that one's rows, the clock, and fresh ids. */
export interface CommandContext {
  readonly em: EntityManager;
  readonly viewer: Viewer;
  now(): Date;
  /** Today's civil date in Japan. */
  today(): PlainDate;
  newId(): string;
}

/** Who is written into a history: a person by account, or the installation itself. */
export function actorOf(viewer: Viewer): { readonly actorId: string; readonly actorName: string } {
  if (viewer.kind === "account") return { actorId: viewer.accountId, actorName: viewer.name };
  return { actorId: viewer.kind, actorName: "Musubi" };
}
