import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import type { ReadBy } from "#queries/import-reading.ts";
import { IMPORT_STATUSES } from "#domain/business/import-status.ts";
import type { UndoOutcome } from "#domain/business/undo-import.ts";
import { enumOf } from "../enum.ts";
import { NodeType } from "../node.type.ts";
import { ProblemType } from "../problem.type.ts";
import { DateTimeScalar } from "../scalars.ts";
import { ListProvenanceType } from "./provenance.type.ts";

export const ImportStatusEnum = enumOf(IMPORT_STATUSES);
registerEnumType(ImportStatusEnum, {
  name: "ImportStatus",
  description: "How far an import is.",
  valuesConfig: {
    PREVIEW: { description: "Read; nothing written." },
    WAITING: { description: "To be written; in the queue." },
    WRITING: { description: "Being written; until it is, others see nothing of it." },
    APPLIED: { description: "Written." },
    UNDONE: { description: "Written, and taken back since." },
  },
});

const ImportVerdictEnum = enumOf(["NEW", "CHANGED"]);
registerEnumType(ImportVerdictEnum, {
  name: "ImportVerdict",
  description: "What a row means.",
  valuesConfig: { NEW: { description: "A business not known yet." }, CHANGED: { description: "A known one changes." } },
});

const SetAsideReasonEnum = enumOf(["CHAIN", "VENDING_MACHINE"]);
registerEnumType(SetAsideReasonEnum, {
  name: "SetAsideReason",
  description: "Why rows are not taken unless they are asked for.",
  valuesConfig: {
    CHAIN: { description: "A legal person with very many places." },
    VENDING_MACHINE: { description: "A licence for a machine, not for premises anybody works at." },
  },
});

@ObjectType("ImportColumn", { description: "A column as it was understood." })
export class ImportColumnType {
  @Field(() => Int, { description: "Its place, from 0; -1 where that was not kept." })
  index!: number;

  @Field(() => String, { description: "Its letter in the sheet." })
  letter!: string;

  @Field(() => String, { description: "The header as written." })
  header!: string;

  @Field(() => String, { description: "Code of what it is read as, one of the reading's targets." })
  target!: string;

  @Field(() => String, { nullable: true, description: "The field it was taken for; null where it is not taken." })
  field!: string | null;

  @Field(() => String, { nullable: true, description: "The field's name." })
  fieldName!: string | null;

  @Field(() => String, { nullable: true, description: "The first filled cell below it." })
  sample!: string | null;
}

@ObjectType("ImportProblem", { description: "What keeps a row from being taken." })
export class ImportProblemType {
  @Field(() => Int, { nullable: true, description: "The row as Excel numbers it; null where it is about the file." })
  row!: number | null;

  @Field(() => String, { nullable: true, description: "The column's header." })
  column!: string | null;

  @Field(() => String, { nullable: true, description: "Name of the cell, such as C12; null where it is about a row." })
  cell!: string | null;

  @Field(() => String, { nullable: true, description: "The cell as written." })
  value!: string | null;

  @Field(() => String, { description: "What is wrong and what to do." })
  message!: string;
}

@ObjectType("FactChange", { description: "One value that changes." })
export class FactChangeType {
  @Field(() => String, { description: "What changes." })
  name!: string;

  @Field(() => String, { nullable: true, description: "The value before; null where it was not known." })
  before!: string | null;

  @Field(() => String, { nullable: true, description: "The value after." })
  after!: string | null;
}

@ObjectType("ImportRowChange", { description: "A row that is written." })
export class ImportRowChangeType {
  @Field(() => Int, { description: "The row as Excel numbers it." })
  row!: number;

  @Field(() => String, { description: "The business." })
  name!: string;

  @Field(() => ImportVerdictEnum, { description: "Whether it is new or changes." })
  verdict!: keyof typeof ImportVerdictEnum;

  @Field(() => [FactChangeType], { description: "What changes; empty for a new one." })
  changes!: FactChangeType[];
}

@ObjectType("ImportSetAside", { description: "Rows of one business that are taken only where they are asked for." })
export class ImportSetAsideType {
  @Field(() => String, { description: "What they are asked for by." })
  key!: string;

  @Field(() => SetAsideReasonEnum, { description: "Why." })
  reason!: keyof typeof SetAsideReasonEnum;

  @Field(() => String, { description: "That in words." })
  reasonName!: string;

  @Field(() => String, { description: "The business." })
  name!: string;

  @Field(() => Int, { description: "How many rows." })
  rows!: number;

  @Field(() => Int, { description: "How many places they name." })
  places!: number;

  @Field(() => Boolean, { description: "Whether they were asked for and are taken." })
  isTaken!: boolean;
}

@ObjectType("UnknownRespondent", { description: "Who answered and is not among the known businesses." })
export class UnknownRespondentType {
  @Field(() => Int, { description: "The row as Excel numbers it." })
  row!: number;

  @Field(() => String, { nullable: true, description: "The name it was looked for by." })
  name!: string | null;

  @Field(() => [String], { description: "The numbers it was looked for by." })
  keys!: string[];
}

@ObjectType("BusinessImport", { implements: NodeType, description: "A handed-in list with what it means." })
export class BusinessImportType extends NodeType {
  @Field(() => String, { description: "The file's name." })
  fileName!: string;

  @Field(() => String, {
    nullable: true,
    description: "What the survey is called whose answers these are; null for a list of businesses.",
  })
  survey!: string | null;

  @Field(() => String, { description: "How its text was encoded." })
  encoding!: string;

  @Field(() => String, { nullable: true, description: "The sheet that was read." })
  sheet!: string | null;

  @Field(() => Int, { description: "The row of the headers, from 1." })
  headerRow!: number;

  @Field(() => Int, { description: "Rows that speak of a business." })
  rows!: number;

  @Field(() => ImportStatusEnum, { description: "How far it is." })
  status!: keyof typeof ImportStatusEnum;

  @Field(() => Int, { description: "Rows of businesses not known yet." })
  newCount!: number;

  @Field(() => Int, { description: "Rows that change a known business." })
  changedCount!: number;

  @Field(() => Int, { description: "Rows that say what is known already." })
  unchangedCount!: number;

  @Field(() => Int, { description: "Rows that need correction." })
  refusedCount!: number;

  @Field(() => Int, { description: "Answers of respondents nobody knows; they are not taken." })
  unknownCount!: number;

  @Field(() => [UnknownRespondentType], { description: "Those respondents, at most 500." })
  unknownRespondents!: UnknownRespondentType[];

  @Field(() => Int, { description: "Rows that are taken only where they are asked for." })
  setAsideCount!: number;

  @Field(() => [ImportSetAsideType], { description: "Those rows by business, at most 500." })
  setAside!: ImportSetAsideType[];

  @Field(() => [ImportColumnType], { description: "The columns, from the left." })
  columns!: ImportColumnType[];

  @Field(() => Int, { description: "How many problems there are in all." })
  problemCount!: number;

  @Field(() => Int, { description: "How many notices there are in all." })
  noticeCount!: number;

  @Field(() => [String], { description: "What should be known though the rows are taken; at most 500." })
  notices!: string[];

  @Field(() => Int, { description: "Businesses written so far, while it is being written." })
  writtenCount!: number;

  @Field(() => Int, { nullable: true, description: "Businesses to write; null until that is known." })
  toWriteCount!: number | null;

  @Field(() => Int, { nullable: true, description: "How far the writing is, 0 to 1000; null until that is known." })
  progressPermille!: number | null;

  @Field(() => Boolean, { description: "Whether the writing was cancelled; nothing was written then." })
  isCancelled!: boolean;

  @Field(() => ProblemType, {
    nullable: true,
    description: "Why the writing failed, with the number to quote; nothing was written then.",
  })
  fault!: ProblemType | null;

  @Field(() => DateTimeScalar, { description: "When it was handed in." })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was written; null before." })
  appliedAt!: Date | null;

  @Field(() => String, { description: "Who handed it in." })
  askedBy!: string;

  @Field(() => String, { nullable: true, description: "Who had it written; null before." })
  appliedBy!: string | null;

  @Field(() => ListProvenanceType, {
    nullable: true,
    description: "Where the list comes from; null where nobody was asked.",
  })
  provenance!: ListProvenanceType | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was undone; null where it is not." })
  undoneAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Who undid it; null where it is not undone." })
  undoneBy!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Until when it can be undone; null before it is written.",
  })
  undoableUntil!: Date | null;

  @Field(() => Boolean, { description: "Whether it can be undone now." })
  canUndo!: boolean;

  @Field(() => Boolean, { description: "Whether it can be made again now." })
  canRedo!: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the list was taken in whose way of reading was used; null where none was.",
  })
  rememberedOn!: Date | null;

  @Field(() => ListProvenanceType, {
    nullable: true,
    description: "What was answered when this list was to be written before, else for the list it is read like.",
  })
  suggestedProvenance!: ListProvenanceType | null;

  readBy!: ReadBy;
  undoing!: UndoOutcome | null;
  problemRows!: ImportProblemType[];
  changeRows!: ImportRowChangeType[];
}

function importPayload(name: string) {
  @ObjectType(name, { description: "Exactly one of the two is filled." })
  class PayloadType {
    @Field(() => BusinessImportType, { nullable: true, description: "The import; null where it was refused." })
    businessImport!: BusinessImportType | null;

    @Field(() => [ProblemType], { description: "Why it was refused." })
    problems!: ProblemType[];
  }
  return PayloadType;
}

export const ImportBusinessesPayload = importPayload("ImportBusinessesPayload");
export const ImportResponsesPayload = importPayload("ImportResponsesPayload");
export const BringBackSetAsidePayload = importPayload("BringBackSetAsidePayload");
export const ReviseImportPayload = importPayload("ReviseImportPayload");
export const CancelImportPayload = importPayload("CancelImportPayload");
export const ApplyImportPayload = importPayload("ApplyImportPayload");
