import { requireAccess } from "#domain/access/decide.ts";
import { japaneseDayOf } from "#domain/calendar.ts";
import type { Table, TableCell } from "#files/table-file.ts";
import { namesInCell, savedProposalListWords, pointsInCells } from "#words/exported-list.ts";
import type { ReadingContext } from "./reading-context.ts";
import { listSavedProposals, type ProposalListRequest } from "./saved-proposal-pages.ts";

/** Proposals read at once, with their analyses: some megabytes. */
const PROPOSALS_PER_READ = 100;

/** The saved proposals of a list as a table, in its order, read bit by bit. */
export function exportSavedProposals(ctx: ReadingContext, request: ProposalListRequest): Table {
  requireAccess(ctx.viewer, "proposal.export");
  return { ...savedProposalListWords(ctx.language), rows: rowsOf(ctx, request) };
}

async function* rowsOf(ctx: ReadingContext, request: ProposalListRequest): AsyncGenerator<readonly TableCell[]> {
  let after: string | undefined;
  do {
    const { edges, pageInfo } = await listSavedProposals(ctx, request, { first: PROPOSALS_PER_READ, after });
    for (const { node } of edges) {
      const { name, purposeName, stateName, bandName, coverage, members, memberCount } = node;
      const names = members.map((member) => member.name);
      yield [
        ...[name, purposeName, stateName, bandName, ...pointsInCells(node), coverage / 10],
        ...[memberCount, namesInCell(names, ctx.language), node.reasonName ?? "", node.reasonNote ?? ""],
        ...[node.keptBy, japaneseDayOf(node.keptAt)],
      ];
    }
    after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined;
  } while (after !== undefined);
}
