import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { undoImport } from "#commands/undo-import.ts";
import { idOf } from "#queries/global-id.ts";
import { undoOutcomePage, listImports } from "#queries/import-history.ts";
import { findImportPage } from "#queries/import-pages.ts";
import type { UndoDirection } from "#domain/business/undo-import.ts";
import type { Connection } from "../connection.ts";
import type { GraphqlContext } from "../context.ts";
import { PageArguments, pageRequest } from "../page.ts";
import { problemsOf } from "../problem.type.ts";
import {
  ImportSummaryConnectionType,
  ImportUndoOutcomeType,
  UndoImportInput,
  UndoImportPayload,
  type ImportSummaryType,
} from "./import-history.type.ts";
import { BusinessImportType } from "./import.type.ts";

@Resolver(() => BusinessImportType)
export class ImportHistoryResolver {
  @Query(() => ImportSummaryConnectionType, { description: "The lists handed in in this federation, newest first." })
  businessImports(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Connection<ImportSummaryType>> {
    return listImports(ctx, pageRequest(page));
  }

  @FieldResolver(() => ImportUndoOutcomeType, {
    nullable: true,
    description: "What undoing it, or making it again, came to; null where neither was done.",
  })
  undoOutcome(@Root() { undoing }: BusinessImportType, @Ctx() ctx: GraphqlContext): ImportUndoOutcomeType | null {
    return undoing && undoOutcomePage(ctx, undoing);
  }

  @Mutation(() => UndoImportPayload, {
    description:
      "Takes back everything an import changed and nobody has touched since, for 30 days. What stays is told in `undoOutcome`.",
  })
  undoImport(
    @Arg("input", () => UndoImportInput, { description: "The import." }) input: UndoImportInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<UndoImportPayload> {
    return turn(ctx, input, "undo");
  }

  @Mutation(() => UndoImportPayload, { description: "Makes again what undoing an import took back, for 30 days." })
  redoImport(
    @Arg("input", () => UndoImportInput, { description: "The import." }) input: UndoImportInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<UndoImportPayload> {
    return turn(ctx, input, "redo");
  }
}

async function turn(ctx: GraphqlContext, input: UndoImportInput, direction: UndoDirection): Promise<UndoImportPayload> {
  const importId = idOf("BusinessImport", input.importId);
  const decision = await undoImport(ctx, importId, direction);
  const businessImport = decision.accepted ? await findImportPage(ctx, importId) : null;
  return { businessImport, problems: problemsOf(decision, ctx.language) };
}
