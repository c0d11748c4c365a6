import { requireAccess } from "#domain/access/decide.ts";
import { NotFoundError } from "#domain/errors.ts";
import type { Table, TableCell } from "#files/table-file.ts";
import { ProposalRecord } from "#persistence/proposal-record.ts";
import { callListWords } from "#words/exported-list.ts";
import { listApproaches } from "./approach-pages.ts";
import { listCalls } from "./call-list.ts";
import type { ReadingContext } from "./reading-context.ts";

/**
 * Whom to call about a candidate and what to ask as a table, by municipality, with a column to write answers into.
 * @throws NotFoundError where there is no such proposal
 */
export async function exportCalls(ctx: ReadingContext, proposalId: string | undefined): Promise<Table> {
  requireAccess(ctx.viewer, "proposal.export");
  const proposal = proposalId === undefined ? null : await ctx.em.findOne(ProposalRecord, { id: proposalId });
  if (!proposal) throw new NotFoundError("proposal");
  const calls = await listCalls(ctx, proposal.kept);
  const lines = await listApproaches(ctx, proposal.id, proposal.kept.proposal.members);
  const stateOf = new Map(lines.map(({ business, stateName }) => [business.id, stateName]));
  const rows = calls.flatMap(({ business, questions }) => {
    const { id, name, phone, municipalityName } = business;
    const head = [municipalityName ?? "", name, phone ?? "", stateOf.get(id) ?? ""];
    return questions.map(({ text, reason }): TableCell[] => [...head, text, reason, ""]);
  });
  const collator = new Intl.Collator("ja");
  rows.sort((one, other) => collator.compare(String(one[0]), String(other[0])));
  return { ...callListWords(ctx.language), rows: asRead(rows) };
}

// A table is read as it is asked for; these rows are there already.
async function* asRead(rows: readonly (readonly TableCell[])[]): AsyncGenerator<readonly TableCell[]> {
  yield* rows;
}
