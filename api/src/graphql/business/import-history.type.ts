import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { connectionType } from "../connection.ts";
import { ProblemType } from "../problem.type.ts";
import { DateTimeScalar } from "../scalars.ts";
import { BusinessImportType, ImportStatusEnum } from "./import.type.ts";

@ObjectType("ImportSummary", { description: "A handed-in list in one line." })
export class ImportSummaryType {
  @Field(() => ID, { description: "The import's id." })
  id!: string;

  @Field(() => String, { description: "The file's name." })
  fileName!: string;

  @Field(() => String, { nullable: true, description: "What the survey is called whose answers these are." })
  survey!: string | null;

  @Field(() => ImportStatusEnum, { description: "How far it is." })
  status!: keyof typeof ImportStatusEnum;

  @Field(() => String, { description: "Who handed it in." })
  askedBy!: string;

  @Field(() => DateTimeScalar, { description: "When it was handed in." })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was written; null where it was not." })
  appliedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was undone; null where it is not." })
  undoneAt!: Date | null;

  @Field(() => Int, { description: "Rows of businesses not known before." })
  newCount!: number;

  @Field(() => Int, { description: "Rows that change a known business." })
  changedCount!: number;

  @Field(() => Int, { description: "Rows that say what is known already." })
  unchangedCount!: number;

  @Field(() => Int, { description: "Rows that need correction." })
  refusedCount!: number;

  @Field(() => Int, { description: "Answers of respondents nobody knows." })
  unknownCount!: number;
}

export const ImportSummaryConnectionType = connectionType("ImportSummary", () => ImportSummaryType);

@ObjectType("ImportKeptBusiness", { description: "A business that stays as it is although its import is undone." })
export class ImportKeptBusinessType {
  @Field(() => ID, { description: "The business." })
  businessId!: string;

  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => [String], { description: "What of it stays; empty where the business as a whole does." })
  facts!: string[];

  @Field(() => String, { description: "Why." })
  reason!: string;
}

@ObjectType("ImportUndoOutcome", { description: "What undoing an import, or making it again, came to." })
export class ImportUndoOutcomeType {
  @Field(() => Int, { description: "Businesses that are no longer among the known ones." })
  removedCount!: number;

  @Field(() => Int, { description: "Businesses that are as they were before." })
  restoredCount!: number;

  @Field(() => Int, { description: "Businesses that stay, wholly or in part, as they are." })
  keptCount!: number;

  @Field(() => [ImportKeptBusinessType], { description: "The first of these, by name." })
  kept!: ImportKeptBusinessType[];
}

@InputType("UndoImportInput", { description: "An import to undo, or to make again after that." })
export class UndoImportInput {
  @Field(() => ID, { description: "The import." })
  importId!: string;
}

@ObjectType("UndoImportPayload", { description: "The import once undone or made again, or why not." })
export class UndoImportPayload {
  @Field(() => BusinessImportType, { nullable: true, description: "The import; null where it was refused." })
  businessImport!: BusinessImportType | null;

  @Field(() => [ProblemType], { description: "Why not, and what to do; empty where it was done." })
  problems!: ProblemType[];
}
