import { requireAccess } from "#domain/access/decide.ts";
import type { Table, TableCell } from "#files/table-file.ts";
import { groupListWords, memberInCell, namesInCell } from "#words/exported-list.ts";
import { listGroups } from "./group-pages.ts";
import type { ReadingContext } from "./reading-context.ts";

/** Groups read at once, with their members: some hundred kilobytes. */
const GROUPS_PER_READ = 100;

/** The federation's groups as a table, newest first like the list on screen, read bit by bit. */
export function exportGroups(ctx: ReadingContext): Table {
  requireAccess(ctx.viewer, "group.export");
  return { ...groupListWords(ctx.language), rows: rowsOf(ctx) };
}

async function* rowsOf(ctx: ReadingContext): AsyncGenerator<readonly TableCell[]> {
  let after: string | undefined;
  do {
    const { edges, pageInfo } = await listGroups(ctx, { first: GROUPS_PER_READ, after });
    for (const { node } of edges) {
      const { name, purposeName, stageName, stageSince, startedOn, memberCount, members, nextStep } = node;
      const names = members.map(({ business, stateName }) => memberInCell(business.name, stateName, ctx.language));
      yield [
        ...[name, purposeName, stageName, stageSince, startedOn, memberCount, namesInCell(names, ctx.language)],
        ...[nextStep.action, nextStep.who],
      ];
    }
    after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined;
  } while (after !== undefined);
}
