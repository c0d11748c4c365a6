import { requireAccess } from "#domain/access/decide.ts";
import { NotFoundError } from "#domain/errors.ts";
import type { Table, TableCell } from "#files/table-file.ts";
import { namesInCell, pointsInCells, proposalListWords, sentencesInCell } from "#words/exported-list.ts";
import { findDiscoveryPage } from "./discovery-pages.ts";
import { answerPage, type ProposalPage } from "./proposal-pages.ts";
import type { ReadingContext } from "./reading-context.ts";

/**
 * The groups a question was answered with as a table, in the order of their rank.
 * @throws NotFoundError where there is no such question, or no answer yet
 */
export async function exportProposals(ctx: ReadingContext, discoveryId: string | undefined): Promise<Table> {
  requireAccess(ctx.viewer, "discovery.export");
  const discovery = await findDiscoveryPage(ctx, discoveryId);
  if (!discovery?.stored) throw new NotFoundError("discovery");
  const { proposals } = await answerPage(ctx, discovery.stored);
  return { ...proposalListWords(ctx.language), rows: rowsOf(proposals, ctx) };
}

// A table is read as it is asked for; these rows are there already.
async function* rowsOf(
  proposals: readonly ProposalPage[],
  { language }: ReadingContext,
): AsyncGenerator<readonly TableCell[]> {
  for (const [index, proposal] of proposals.entries()) {
    const { rank, bandName, coverage, members } = proposal;
    const names = members.map(({ name }) => name);
    yield [
      ...[rank ?? index + 1, bandName, ...pointsInCells(proposal), coverage / 10],
      ...[members.length, namesInCell(names, language)],
      ...[proposal.reasonsFor, proposal.reasonsAgainst, proposal.unknowns].map(sentencesInCell),
    ];
  }
}
