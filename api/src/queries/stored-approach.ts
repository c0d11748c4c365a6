import type { Approach } from "#domain/proposal/approach.ts";
import type { ApproachRecord } from "#persistence/approach-record.ts";

/** A row as the rules take it. */
export function approachOf(row: ApproachRecord): Approach & { readonly actorName: string; readonly at: Date } {
  const { id, number, state, channel, outcome, heldOn: on, note, takesBack, actorId, actorName, at } = row;
  return { id, number, state, channel, outcome, on, note, takesBack, actorId, actorName, at };
}
