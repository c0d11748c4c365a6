import { Field, ID, InputType, ObjectType } from "type-graphql";
import { ProblemType } from "../problem.type.ts";

@ObjectType("SavedView", { description: "A view of the list of businesses kept under a name." })
export class SavedViewType {
  @Field(() => ID, { description: "Opaque id." })
  id!: string;

  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => String, { description: "What the list's address asks, without its question mark." })
  query!: string;

  @Field(() => Boolean, { description: "Whether every colleague of the federation sees it." })
  shared!: boolean;

  @Field(() => Boolean, { description: "Whether it is the viewer's own, to rename and remove." })
  isOwn!: boolean;

  @Field(() => String, { description: "Whose it is." })
  ownerName!: string;
}

@InputType({ description: "A view to keep, or to change." })
export class SaveViewInput {
  @Field(() => ID, { nullable: true, description: "The view to change; absent for a new one." })
  viewId!: string | null;

  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => String, { description: "What the list's address asks." })
  query!: string;

  @Field(() => Boolean, { defaultValue: false, description: "Whether every colleague of the federation sees it." })
  shared!: boolean;
}

@InputType({ description: "A view to remove or to bring back." })
export class ViewInput {
  @Field(() => ID, { description: "The view." })
  viewId!: string;
}

@ObjectType({ description: "The view as it is now, or why it was not kept." })
export class SaveViewPayload {
  @Field(() => SavedViewType, { nullable: true, description: "The view; null where it was refused, or is removed." })
  savedView!: SavedViewType | null;

  @Field(() => [ProblemType], { description: "Why it was not kept." })
  problems!: ProblemType[];
}
