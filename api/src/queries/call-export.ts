import { requireAccess } from "#domain/access/decide.ts";
import { NotFoundError } from "#domain/errors.ts";
import type { Table, TableCell } from "#files/table-file.ts";
import { ProposalRecord } from "#persistence/proposal-record.ts";
import { callReasonText, soundOutText } from "#words/call.ts";
import { callListWords, namesInCell } from "#words/exported-list.ts";
import type { BusinessPage } from "./business-pages.ts";
import { callsOf } from "./call-list.ts";
import type { ReadingContext } from "./reading-context.ts";
import { listAllCalls } from "./whole-call-list.ts";

/** A business as the table has it, with what it is called about. */
interface CalledRow {
  readonly business: BusinessPage;
  readonly candidates: readonly string[];
  readonly states: readonly string[];
  readonly questions: readonly { readonly text: string; readonly reason: string }[];
}

/**
 * Whom to call about a candidate and what to ask as a table, by municipality, with a column to write answers into.
 * @throws NotFoundError where there is no such proposal
 */
export async function exportCalls(ctx: ReadingContext, proposalId: string | undefined): Promise<Table> {
  requireAccess(ctx.viewer, "proposal.export");
  const proposal = proposalId === undefined ? null : await ctx.em.findOne(ProposalRecord, { id: proposalId });
  if (!proposal) throw new NotFoundError("proposal");
  const calls = await callsOf(ctx, proposal);
  const rows = calls.map(({ business, line, questions }): CalledRow => {
    const asked = questions.map(({ text, asked: one }) => ({ text, reason: callReasonText(one, ctx.language) }));
    return { business, candidates: [proposal.name], states: [line.stateName], questions: asked };
  });
  return tableOf(ctx, rows);
}

/** Whom to call over all saved candidates as a table, a business in one place. */
export async function exportAllCalls(ctx: ReadingContext): Promise<Table> {
  requireAccess(ctx.viewer, "proposal.export");
  const { entries } = await listAllCalls(ctx);
  const rows = entries.map(({ call, approaches }): CalledRow => {
    const candidates = approaches.map(({ proposal }) => proposal.name);
    return { ...call, candidates, states: approaches.map(({ line }) => line.stateName) };
  });
  return tableOf(ctx, rows);
}

function tableOf({ language }: ReadingContext, called: readonly CalledRow[]): Table {
  const rows = called.flatMap(({ business, candidates, states, questions }) => {
    const { name, phone, address, municipalityName } = business;
    const place = [municipalityName ?? "", address ?? "", name, phone ?? ""];
    const head = [...place, namesInCell(candidates, language), namesInCell([...new Set(states)], language)];
    const asked = questions.length > 0 ? questions : [{ text: soundOutText(language), reason: "" }];
    return asked.map(({ text, reason }): TableCell[] => [...head, text, reason, ""]);
  });
  const collator = new Intl.Collator("ja");
  rows.sort((one, other) => collator.compare(String(one[0]), String(other[0])));
  return { ...callListWords(language), rows: asRead(rows) };
}

// A table is read as it is asked for; these rows are there already.
async function* asRead(rows: readonly (readonly TableCell[])[]): AsyncGenerator<readonly TableCell[]> {
  yield* rows;
}
