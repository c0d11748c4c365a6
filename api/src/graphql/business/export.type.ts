import { ArgsType, Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { enumOf } from "../enum.ts";
import { BusinessListArguments } from "./list-arguments.ts";

const ExportFormatEnum = enumOf(["XLSX", "CSV", "CSV_CP932"]);
registerEnumType(ExportFormatEnum, {
  name: "ExportFormat",
  description: "How a list goes out.",
  valuesConfig: {
    XLSX: { description: "An Excel workbook." },
    CSV: { description: "CSV in UTF-8 with a byte order mark." },
    CSV_CP932: { description: "CSV in CP932 (Shift_JIS of Windows), which lacks some characters." },
  },
});
/** How a list goes out. */
export type ExportFormatName = keyof typeof ExportFormatEnum;

@ObjectType("UnwritableCharacter", { description: "A character CP932 does not have; it is written as 〓." })
export class UnwritableCharacterType {
  @Field(() => String, { description: "The character." })
  character!: string;

  @Field(() => Int, { description: "In how many cells it stands." })
  count!: number;

  @Field(() => [String], { description: "A few of those cells." })
  examples!: readonly string[];
}

@ObjectType("BusinessesFile", { description: "A list of businesses as a file that can be edited and imported again." })
export class BusinessesFileType {
  @Field(() => String, { description: "A name for the file." })
  fileName!: string;

  @Field(() => Int, { description: "How many businesses it holds." })
  rowCount!: number;

  @Field(() => [String], { description: "The headers of its columns." })
  header!: readonly string[];

  @Field(() => [UnwritableCharacterType], { description: "What CP932 cannot write; empty for the other formats." })
  unwritable!: UnwritableCharacterType[];

  @Field(() => String, {
    description: "The file itself, for at most 20,000 businesses; longer ones are downloaded at /downloads/businesses.",
  })
  contentBase64!: string;
}

/** Which list goes out, and how. */
@ArgsType()
export class BusinessesFileArguments extends BusinessListArguments {
  @Field(() => ExportFormatEnum, { defaultValue: "XLSX", description: "How it goes out." })
  format!: ExportFormatName;

  @Field(() => [String], {
    nullable: true,
    description: "Columns of the list: municipality, trade, known, updated, or facts by key; absent: every field.",
  })
  columns!: string[] | null;
}
