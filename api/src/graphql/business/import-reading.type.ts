import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import type { HiddenChoice, MarkedChoice } from "#domain/business/table-choice.ts";
import { enumOf } from "../enum.ts";

const HiddenRowsEnum = enumOf(["take", "leaveOut"]);
registerEnumType(HiddenRowsEnum, {
  name: "HiddenRows",
  description: "What becomes of hidden rows.",
  valuesConfig: { take: { description: "Taken." }, leaveOut: { description: "Left out." } },
});

const MarkedRowsEnum = enumOf(["take", "leaveOut", "closed"]);
registerEnumType(MarkedRowsEnum, {
  name: "MarkedRows",
  description: "What becomes of rows that are struck through or grey.",
  valuesConfig: {
    take: { description: "Taken." },
    leaveOut: { description: "Left out." },
    closed: { description: "Taken as businesses that have closed or left." },
  },
});

@ObjectType("ImportSheet", { description: "A sheet that could be read." })
export class ImportSheetType {
  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => Boolean, { description: "Whether it is hidden." })
  hidden!: boolean;

  @Field(() => Int, { description: "Rows that hold anything." })
  rows!: number;
}

@ObjectType("ImportHeaderRow", { description: "A row that could be the header." })
export class ImportHeaderRowType {
  @Field(() => Int, { description: "The row as Excel numbers it." })
  row!: number;

  @Field(() => [String], { description: "What stands in it, shortened." })
  cells!: string[];
}

@ObjectType("ImportColumnTarget", { description: "What a column may hold." })
export class ImportColumnTargetType {
  @Field(() => String, { description: "Its code." })
  code!: string;

  @Field(() => String, { description: "Its name." })
  name!: string;
}

@ObjectType("ImportCorrection", { description: "A cell with what should stand in it." })
export class ImportCorrectionType {
  @Field(() => String, { description: "The cell, such as C12." })
  cell!: string;

  @Field(() => String, { description: "What should stand in it." })
  text!: string;
}

@ObjectType("ImportReading", { description: "How a kept file is read, and how else it could be." })
export class ImportReadingType {
  @Field(() => [ImportSheetType], { description: "The sheets of a workbook; none for a text." })
  sheets!: ImportSheetType[];

  @Field(() => [ImportHeaderRowType], { description: "The likeliest header rows, in their order." })
  headerRows!: ImportHeaderRowType[];

  @Field(() => [ImportColumnTargetType], { description: "What columns may hold." })
  targets!: ImportColumnTargetType[];

  @Field(() => Int, { description: "How many rows are hidden." })
  hiddenRows!: number;

  @Field(() => HiddenRowsEnum, { description: "What becomes of them." })
  hidden!: HiddenChoice;

  @Field(() => Int, { description: "How many rows are struck through or grey." })
  markedRows!: number;

  @Field(() => MarkedRowsEnum, { description: "What becomes of them." })
  marked!: MarkedChoice;

  @Field(() => Boolean, { description: "Whether unknown columns are kept as a note." })
  keepUnknownColumns!: boolean;

  @Field(() => Boolean, { description: "Whether the unit of capital is open, or was chosen." })
  asksCapitalUnit!: boolean;

  @Field(() => Int, { nullable: true, description: "Yen in the unit of capital that was chosen." })
  capitalUnitYen!: number | null;

  @Field(() => [ImportCorrectionType], { description: "Cells as a person corrected them." })
  corrections!: ImportCorrectionType[];

  @Field(() => [Int], { description: "Rows a person left out." })
  leftOut!: number[];
}

@InputType("ImportCorrectionInput", { description: "A cell with what should stand in it." })
export class ImportCorrectionInput {
  @Field(() => String, { description: "The cell, such as C12." })
  cell!: string;

  @Field(() => String, { description: "What should stand in it." })
  text!: string;
}

@InputType("ImportColumnInput", { description: "What a column holds." })
export class ImportColumnInput {
  @Field(() => Int, { description: "Its place, from 0." })
  index!: number;

  @Field(() => String, { description: "Code of what it holds." })
  target!: string;
}

@InputType("ReviseImportInput", { description: "How a kept file is to be read. What is absent stays as it is." })
export class ReviseImportInput {
  @Field(() => ID, { description: "The import." })
  importId!: string;

  @Field(() => Boolean, { nullable: true, description: "Forget everything that was said, remembered answers too." })
  startOver?: boolean;

  @Field(() => String, { nullable: true, description: "The sheet to read." })
  sheet?: string;

  @Field(() => Int, { nullable: true, description: "The header's row, from 1." })
  headerRow?: number;

  @Field(() => [ImportColumnInput], { nullable: true, description: "What columns hold." })
  columns?: ImportColumnInput[];

  @Field(() => HiddenRowsEnum, { nullable: true, description: "What becomes of hidden rows." })
  hidden?: HiddenChoice;

  @Field(() => MarkedRowsEnum, { nullable: true, description: "What becomes of struck-through or grey rows." })
  marked?: MarkedChoice;

  @Field(() => Boolean, { nullable: true, description: "Whether unknown columns are kept as a note." })
  keepUnknownColumns?: boolean;

  @Field(() => Int, { nullable: true, description: "Yen in the unit of capital: 1, 1,000, 10,000 or 1,000,000." })
  capitalUnitYen?: number;

  @Field(() => [ImportCorrectionInput], { nullable: true, description: "Cells to correct, with the earlier ones." })
  corrections?: ImportCorrectionInput[];

  @Field(() => [Int], { nullable: true, description: "Further rows to leave out." })
  leaveOut?: number[];

  @Field(() => Boolean, { nullable: true, description: "Forget the corrections and take every row again." })
  forgetCorrections?: boolean;
}
