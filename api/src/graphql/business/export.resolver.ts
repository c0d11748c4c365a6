import { GraphQLError } from "graphql";
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { exportedFile, readUnwritable, type ExportedFile } from "#queries/exported-file.ts";
import type { GraphqlContext } from "../context.ts";
import { BusinessesFileArguments, BusinessesFileType, UnwritableCharacterType } from "./export.type.ts";
import { businessListRequest } from "./list-arguments.ts";

/** Businesses whose file is answered in one piece: about ten megabytes. */
const ROWS_IN_ONE_PIECE_MAX = 20_000;

@Resolver(() => BusinessesFileType)
export class ExportResolver {
  @Query(() => BusinessesFileType, {
    description: "A list of businesses as a file, filtered and sorted like the list.",
  })
  businessesFile(
    @Args(() => BusinessesFileArguments) list: BusinessesFileArguments,
    @Ctx() ctx: GraphqlContext,
  ): Promise<ExportedFile> {
    const request = { ...businessListRequest(list), columns: list.columns ?? undefined };
    return exportedFile(ctx, request, FORMATS[list.format]);
  }

  @FieldResolver(() => [UnwritableCharacterType])
  unwritable(@Root() file: ExportedFile): Promise<readonly UnwritableCharacterType[]> {
    return readUnwritable(file);
  }

  @FieldResolver(() => String)
  async contentBase64(@Root() file: ExportedFile): Promise<string> {
    if (file.rowCount > ROWS_IN_ONE_PIECE_MAX) {
      throw new GraphQLError(
        `${file.rowCount} businesses are more than ${ROWS_IN_ONE_PIECE_MAX}. Download them at /downloads/businesses.`,
        { extensions: { code: "BAD_USER_INPUT", http: { status: 400 } } },
      );
    }
    return (await file.bytes()).toString("base64");
  }
}

const FORMATS = { XLSX: "xlsx", CSV: "csv", CSV_CP932: "csv-cp932" } as const;
