import { requireAccess } from "#domain/access/decide.ts";
import { BusinessEventRecord } from "#persistence/business-event-record.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { comesToNothing } from "#domain/business/history.ts";
import { isMarkedClosed } from "#domain/business/closed.ts";
import type { ProposalWithQuestion } from "#persistence/stored-answer.ts";
import { memberChangeSentence, type MemberChange } from "#words/saved-proposal.ts";
import { findAbsorbing } from "./absorbing-businesses.ts";
import { factName } from "./field-name.ts";
import { askedToday, scoreByKeptQuestion } from "./kept-score.ts";
import type { ReadingContext } from "./reading-context.ts";

/** A proposal as it was kept, and when. */
interface Kept {
  readonly stored: ProposalWithQuestion;
  readonly keptAt: Date;
}

/** Fewest businesses a group can be weighed of. */
const MEMBERS_MIN = 2;

/**
 * The analysis the same question gives for the same businesses today, by the terms in force. One that turned out to be another is weighed as
 * that one; null where one is no longer known, or fewer than two are left.
 */
export async function scoreNow(ctx: ReadingContext, { stored }: Kept): Promise<ProposalWithQuestion | null> {
  requireAccess(ctx.viewer, "proposal.read");
  const { members } = stored.proposal;
  const absorbing = await findAbsorbing(ctx.em, members);
  const today = [...new Set(members.map((id) => absorbing.get(id) ?? id))];
  if (today.length < MEMBERS_MIN) return null;
  return (await scoreByKeptQuestion(ctx, await askedToday(ctx, stored.question), today)) ?? null;
}

/** What changed with a proposal's businesses since it was kept, a sentence for each of them, by name. */
export async function changesSinceKept(ctx: ReadingContext, { stored, keptAt }: Kept): Promise<string[]> {
  requireAccess(ctx.viewer, "proposal.read");
  const ids = [...stored.proposal.members];
  const everyone = { filters: { known: false } };
  const rows = await ctx.em.find(
    BusinessRecord,
    { id: { $in: ids } },
    { ...everyone, orderBy: { name: "asc", id: "asc" } },
  );
  const since = { businessId: { $in: ids }, at: { $gt: keptAt } };
  const events = await ctx.em.find(BusinessEventRecord, since, { orderBy: { businessVersion: "asc" } });
  const absorbing = await findAbsorbing(ctx.em, ids);
  const kept = await ctx.em.find(BusinessRecord, { id: { $in: [...absorbing.values()] } }, everyone);
  const names = new Map(kept.map(({ id, name }) => [id, name]));
  const changes = rows.flatMap((row) => {
    const own = events.filter(({ businessId }) => businessId === row.id);
    return changesOf(ctx, row, { events: own, into: names.get(absorbing.get(row.id) ?? "") });
  });
  return changes.map((change) => memberChangeSentence(change, ctx.language));
}

function changesOf(
  ctx: ReadingContext,
  { name, facts, removedAt }: BusinessRecord,
  { events, into }: { readonly events: readonly BusinessEventRecord[]; readonly into: string | undefined },
): MemberChange[] {
  if (into !== undefined) return [{ kind: "MERGED", name, into }];
  if (removedAt !== null) return [{ kind: "GONE", name }];
  const changes = events.flatMap((event) => event.changes);
  // What was changed and taken back again is as it was.
  const keys = [...new Set(changes.map(({ key }) => key))].filter(
    (key) => !comesToNothing(changes.filter((change) => change.key === key)),
  );
  const changed = keys.map((key) => factName(key, ctx.language));
  return [
    ...(isMarkedClosed(facts) ? [{ kind: "CLOSED", name } as const] : []),
    ...(changed.length > 0 ? [{ kind: "FACTS", name, facts: changed } as const] : []),
  ];
}
