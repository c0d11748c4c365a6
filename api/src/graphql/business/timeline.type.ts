import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { BUSINESS_EVENT_KINDS } from "#domain/business/history.ts";
import { businessEventSentence } from "#words/business-history.ts";
import { connectionType } from "../connection.ts";
import { enumOf } from "../enum.ts";
import { DateTimeScalar } from "../scalars.ts";
import { VisitType } from "../visit/visit.type.ts";
import { FactChangeType } from "./import.type.ts";

const KINDS = [...BUSINESS_EVENT_KINDS, "GROUP", "VISIT"] as const;
const TimelineKindEnum = enumOf(KINDS);
registerEnumType(TimelineKindEnum, {
  name: "TimelineKind",
  description: "What can happen to a business.",
  valuesConfig: {
    ...Object.fromEntries(
      BUSINESS_EVENT_KINDS.map((kind) => [kind, { description: businessEventSentence(kind, "en") }]),
    ),
    GROUP: { description: "It joined a group or came further in it." },
    VISIT: { description: "It was visited or spoken with." },
  },
});

@ObjectType("TimelineEntry", { description: "One thing that happened to a business." })
export class TimelineEntryType {
  @Field(() => ID, { description: "The entry's id." })
  id!: string;

  @Field(() => TimelineKindEnum, { description: "What happened." })
  kind!: keyof typeof TimelineKindEnum;

  @Field(() => DateTimeScalar, { description: "When it was noted." })
  at!: Date;

  @Field(() => String, { description: "Who noted it." })
  by!: string;

  @Field(() => String, { description: "What happened, in words." })
  sentence!: string;

  @Field(() => [FactChangeType], { description: "What changed, before and after." })
  changes!: FactChangeType[];

  @Field(() => ID, { nullable: true, description: "What `undoBusinessChange` takes; null for what is no change." })
  changeId!: string | null;

  @Field(() => Boolean, { description: "Whether the viewer may take it back now." })
  viewerCanUndo!: boolean;

  @Field(() => ID, { nullable: true, description: "The group it is about." })
  groupId!: string | null;

  @Field(() => VisitType, { nullable: true, description: "The visit, as it stands now." })
  visit!: VisitType | null;
}

export const TimelineConnectionType = connectionType("TimelineEntry", () => TimelineEntryType);
