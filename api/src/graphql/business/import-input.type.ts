import { Field, ID, InputType, Int } from "type-graphql";
import { ListProvenanceInput } from "./provenance.type.ts";

@InputType("ImportBusinessesInput", { description: "A list of businesses (CSV or XLSX, at most 20 MB)." })
export class ImportBusinessesInput {
  @Field(() => String, { description: "The file's name; its ending tells the kind." })
  fileName!: string;

  @Field(() => String, { description: "The file's bytes as base64." })
  contentBase64!: string;

  @Field(() => String, { nullable: true, description: "The sheet to read; absent: the first." })
  sheet?: string;

  @Field(() => Int, { nullable: true, description: "The header's row, from 1; absent: the likeliest." })
  headerRow?: number;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "A person is there to choose: read it as the last list of its shape, and keep it where columns are open.",
  })
  isInteractive!: boolean;
}

@InputType("ImportResponsesInput", { description: "The answers of a survey (CSV or XLSX, at most 20 MB)." })
export class ImportResponsesInput {
  @Field(() => String, { description: "The file's name; its ending tells the kind." })
  fileName!: string;

  @Field(() => String, { description: "The file's bytes as base64." })
  contentBase64!: string;

  @Field(() => String, { description: "What the survey is called: the source of every answer." })
  survey!: string;
}

@InputType("BringBackSetAsideInput", { description: "Which of the rows set aside are taken all the same." })
export class BringBackSetAsideInput {
  @Field(() => ID, { description: "The import." })
  importId!: string;

  @Field(() => [String], { description: "Keys of what is taken; everything else stays set aside." })
  keys!: string[];
}

@InputType("ApplyImportInput", { description: "A read list to write." })
export class ApplyImportInput {
  @Field(() => ID, { description: "The import." })
  importId!: string;

  @Field(() => Boolean, { defaultValue: false, description: "Leave out the rows that need correction." })
  skipRefused!: boolean;

  @Field(() => ListProvenanceInput, {
    nullable: true,
    description: "Where the list comes from. Absent: not asked; given: every answer is needed.",
  })
  provenance?: ListProvenanceInput;
}

@InputType("CancelImportInput", { description: "An import whose writing is to stop." })
export class CancelImportInput {
  @Field(() => ID, { description: "The import." })
  importId!: string;
}
