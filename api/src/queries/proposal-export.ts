import { requireAccess } from "#domain/access/decide.ts";
import { NotFoundError } from "#domain/errors.ts";
import type { Table, TableCell } from "#files/table-file.ts";
import { namesInCell, pointsInCells, proposalListWords, sentencesInCell } from "#words/exported-list.ts";
import type { Language } from "#words/language.ts";
import { listCandidateMarks } from "./candidate-marks.ts";
import { findDiscoveryPage } from "./discovery-pages.ts";
import { answerPage, type ProposalPage } from "./proposal-pages.ts";
import type { ReadingContext } from "./reading-context.ts";

/**
 * All groups a question was answered with as a table, in the order of their rank, with what was asked and what became
 * of each: lists of several questions lie side by side in a folder.
 * @throws NotFoundError where there is no such question, or no answer yet
 */
export async function exportProposals(ctx: ReadingContext, discoveryId: string | undefined): Promise<Table> {
  requireAccess(ctx.viewer, "discovery.export");
  const discovery = await findDiscoveryPage(ctx, discoveryId);
  if (!discovery?.stored) throw new NotFoundError("discovery");
  const { proposals } = await answerPage(ctx, discovery.stored);
  const marks = await listCandidateMarks(ctx, discovery.stored);
  const stateOf = new Map(marks.map(({ rank, proposal }) => [rank, proposal.stateName]));
  const { title, header } = proposalListWords(ctx.language);
  return {
    title: `${title}_${discovery.purposeName}`,
    header,
    rows: rowsOf(proposals, { language: ctx.language, asked: discovery.summary, stateOf }),
  };
}

interface Beside {
  readonly language: Language;
  readonly asked: string;
  readonly stateOf: ReadonlyMap<number, string>;
}

// A table is read as it is asked for; these rows are there already.
async function* rowsOf(
  proposals: readonly ProposalPage[],
  { language, asked, stateOf }: Beside,
): AsyncGenerator<readonly TableCell[]> {
  for (const [index, proposal] of proposals.entries()) {
    const { bandName, coverage, members } = proposal;
    const rank = proposal.rank ?? index + 1;
    const names = members.map(({ name }) => name);
    yield [
      ...[rank, bandName, ...pointsInCells(proposal), coverage / 10],
      ...[members.length, namesInCell(names, language)],
      ...[proposal.reasonsFor, proposal.reasonsAgainst, proposal.unknowns].map(sentencesInCell),
      ...[stateOf.get(rank) ?? "", asked],
    ];
  }
}
