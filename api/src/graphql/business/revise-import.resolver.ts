import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { reviseImport } from "#commands/revise-import.ts";
import type { ImportRevision } from "#domain/business/import-choice.ts";
import { COLUMN_TARGETS } from "#domain/business/table-choice.ts";
import { MalformedError } from "#domain/errors.ts";
import { idOf } from "#queries/global-id.ts";
import { findImportPage } from "#queries/import-pages.ts";
import { importReadingPage } from "#queries/import-reading.ts";
import { importProblemText } from "#words/import-problem.ts";
import type { GraphqlContext } from "../context.ts";
import { withoutNulls } from "../without-nulls.ts";
import { ImportReadingType, ReviseImportInput } from "./import-reading.type.ts";
import { BusinessImportType, ReviseImportPayload } from "./import.type.ts";

@Resolver(() => BusinessImportType)
export class ReviseImportResolver {
  @FieldResolver(() => ImportReadingType, { description: "How the file is read, and how else it could be." })
  reading(@Root() { readBy }: BusinessImportType, @Ctx() ctx: GraphqlContext): ImportReadingType {
    return importReadingPage(ctx, readBy);
  }

  @Mutation(() => ReviseImportPayload, {
    description: "Changes how a kept file is read, single cells included, and compares it anew.",
  })
  async reviseImport(
    @Arg("input", () => ReviseImportInput, { description: "What changes." }) input: ReviseImportInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<InstanceType<typeof ReviseImportPayload>> {
    const importId = idOf("BusinessImport", input.importId);
    const decision = await reviseImport(ctx, importId, revisionOf(withoutNulls(input)));
    if (decision.accepted) return { businessImport: await findImportPage(ctx, importId), problems: [] };
    const problems = decision.problems.map((problem) => {
      return { code: problem.code, message: importProblemText(problem, ctx.language), field: null, law: null };
    });
    return { businessImport: null, problems };
  }
}

/** A cell of a sheet: at most three letters and seven digits. */
const CELL = /^[A-Z]{1,3}[1-9]\d{0,6}$/;

/** @throws MalformedError for a column or cell that no sheet has */
function revisionOf({ columns, importId: _, ...input }: ReviseImportInput): ImportRevision {
  for (const { cell } of input.corrections ?? []) if (!CELL.test(cell)) throw new MalformedError("cell");
  const mapping = columns?.map(({ index, target: code }) => {
    const target = COLUMN_TARGETS.find((one) => one === code);
    if (target === undefined) throw new MalformedError("column");
    return { index, target };
  });
  return { ...input, ...(mapping === undefined ? {} : { mapping }) };
}
