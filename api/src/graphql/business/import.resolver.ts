import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { bringBackSetAside } from "#commands/bring-back.ts";
import { cancelImport } from "#commands/cancel-import.ts";
import { importBusinesses } from "#commands/import-businesses.ts";
import { importResponses } from "#commands/import-responses.ts";
import { startImport } from "#commands/start-import.ts";
import type { ImportProblem } from "#domain/business/import-problem.ts";
import { idOf, readGlobalId } from "#queries/global-id.ts";
import { findImportPage } from "#queries/import-pages.ts";
import { importProblemText } from "#words/import-problem.ts";
import type { Language } from "#words/language.ts";
import type { GraphqlContext } from "../context.ts";
import { withoutNulls } from "../without-nulls.ts";
import { rowsOf } from "../page.ts";
import { problemOf, problemsOf, type ProblemType } from "../problem.type.ts";
import {
  ApplyImportInput,
  BringBackSetAsideInput,
  CancelImportInput,
  ImportBusinessesInput,
  ImportResponsesInput,
} from "./import-input.type.ts";
import {
  ApplyImportPayload,
  BringBackSetAsidePayload,
  BusinessImportType,
  CancelImportPayload,
  ImportBusinessesPayload,
  ImportResponsesPayload,
  ImportProblemType,
  ImportRowChangeType,
} from "./import.type.ts";

/** What is wrong with a file as a whole. */
function fileProblem(problem: ImportProblem, language: Language): ProblemType {
  return { code: problem.code, message: importProblemText(problem, language), field: "file", law: null };
}

interface Answer {
  businessImport: BusinessImportType | null;
  problems: ProblemType[];
}

@Resolver(() => BusinessImportType)
export class ImportResolver {
  @Query(() => BusinessImportType, { nullable: true, description: "One handed-in list; null where there is none." })
  businessImport(
    @Arg("id", () => ID, { description: "The import's id." }) id: string,
    @Ctx() ctx: GraphqlContext,
  ): Promise<BusinessImportType | null> {
    const read = readGlobalId(id);
    return findImportPage(ctx, read?.kind === "BusinessImport" ? read.id : undefined);
  }

  @FieldResolver(() => [ImportProblemType], { description: "What keeps rows from being taken, in the order of rows." })
  problems(
    @Root() { problemRows }: BusinessImportType,
    @Arg("first", () => Int, { defaultValue: 100, description: "How many, 1 to 100." }) first: number,
  ): ImportProblemType[] {
    return problemRows.slice(0, rowsOf(first));
  }

  @FieldResolver(() => [ImportRowChangeType], { description: "The first rows that are written." })
  changes(
    @Root() { changeRows }: BusinessImportType,
    @Arg("first", () => Int, { defaultValue: 50, description: "How many, 1 to 100." }) first: number,
  ): ImportRowChangeType[] {
    return changeRows.slice(0, rowsOf(first));
  }

  @Mutation(() => ImportBusinessesPayload, {
    description: "Reads a list of businesses and says what it would change. No business is written yet.",
  })
  async importBusinesses(
    @Arg("input", () => ImportBusinessesInput, { description: "The list." }) input: ImportBusinessesInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Answer> {
    const { fileName: name, contentBase64, sheet, headerRow, isInteractive } = withoutNulls(input);
    const bytes = Buffer.from(contentBase64, "base64");
    const file = { name, bytes, ...(sheet ? { sheet } : {}), ...(headerRow ? { headerRow } : {}) };
    const decision = await importBusinesses(ctx, file, { isInteractive });
    if (decision.accepted) return { businessImport: await findImportPage(ctx, decision.change.importId), problems: [] };
    return { businessImport: null, problems: decision.problems.map((problem) => fileProblem(problem, ctx.language)) };
  }

  @Mutation(() => ImportResponsesPayload, {
    description: "Reads the answers of a survey and says what they would change. Nothing is written yet.",
  })
  async importResponses(
    @Arg("input", () => ImportResponsesInput, { description: "The answers." }) input: ImportResponsesInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Answer> {
    const { fileName: name, contentBase64, survey } = input;
    const file = { name, bytes: Buffer.from(contentBase64, "base64"), survey };
    const decision = await importResponses(ctx, file, { isInteractive: true });
    if (decision.accepted) return { businessImport: await findImportPage(ctx, decision.change.importId), problems: [] };
    const problems = decision.problems.map((problem) =>
      "field" in problem ? problemOf(problem, ctx.language) : fileProblem(problem, ctx.language),
    );
    return { businessImport: null, problems };
  }

  @Mutation(() => BringBackSetAsidePayload, {
    description: "Says which of the rows set aside are taken all the same, and reads the list anew.",
  })
  async bringBackSetAside(
    @Arg("input", () => BringBackSetAsideInput, { description: "The choice." }) input: BringBackSetAsideInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Answer> {
    const importId = idOf("BusinessImport", input.importId);
    const decision = await bringBackSetAside(ctx, importId, input.keys);
    const businessImport = decision.accepted ? await findImportPage(ctx, importId) : null;
    return { businessImport, problems: problemsOf(decision, ctx.language) };
  }

  @Mutation(() => ApplyImportPayload, {
    description: "Asks for a read list to be written, all of it or nothing; a job does it. Once.",
  })
  async applyImport(
    @Arg("input", () => ApplyImportInput, { description: "The import." }) input: ApplyImportInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Answer> {
    const importId = idOf("BusinessImport", input.importId);
    const decision = await startImport(ctx, importId, withoutNulls(input));
    const businessImport = decision.accepted ? await findImportPage(ctx, importId) : null;
    return { businessImport, problems: problemsOf(decision, ctx.language) };
  }

  @Mutation(() => CancelImportPayload, {
    description: "Stops the writing of a list, which leaves nothing of it; a written one stays written.",
  })
  async cancelImport(
    @Arg("input", () => CancelImportInput, { description: "The import." }) input: CancelImportInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Answer> {
    const importId = idOf("BusinessImport", input.importId);
    await cancelImport(ctx, importId);
    return { businessImport: await findImportPage(ctx, importId), problems: [] };
  }
}
