import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { ProblemType } from "../problem.type.ts";

const RoleEnum = {
  COORDINATOR: "coordinator",
  MANAGER: "manager",
  NATIONAL: "national",
  OPERATOR: "operator",
} as const;
registerEnumType(RoleEnum, {
  name: "Role",
  description: "What an account may be.",
  valuesConfig: {
    COORDINATOR: { description: "指導員・連携推進員: finds groups and accompanies them." },
    MANAGER: { description: "事務局: a coordinator who also looks after accounts." },
    NATIONAL: { description: "全国中央会: sees no single business of a prefecture." },
    OPERATOR: { description: "Runs the installation; sees no data of businesses." },
  },
});

@ObjectType("Federation", { description: "A federation of small-business associations (中央会)." })
export class FederationType {
  @Field(() => String, { description: "Prefecture code 01–47 (JIS X 0401); 00 is the national federation." })
  code!: string;

  @Field(() => String, { description: "Its name." })
  name!: string;
}

@ObjectType("Viewer", { description: "Who is signed in, and what to offer to that person." })
export class ViewerType {
  @Field(() => ID, { description: "Opaque and lasting." })
  id!: string;

  @Field(() => String, { description: "The person's name." })
  name!: string;

  @Field(() => String, { description: "The e-mail that signs in." })
  email!: string;

  @Field(() => RoleEnum, { description: "The account's role." })
  role!: (typeof RoleEnum)[keyof typeof RoleEnum];

  @Field(() => String, { description: "The role in words." })
  roleName!: string;

  @Field(() => FederationType, { description: "Whose data this person sees." })
  federation!: FederationType;

  @Field(() => Boolean, { description: "Whether lists and profiles of businesses may be shown." })
  viewerCanSeeBusinesses!: boolean;

  @Field(() => Boolean, { description: "Whether lists may be imported." })
  viewerCanImport!: boolean;

  @Field(() => Boolean, { description: "Whether groups may be looked for." })
  viewerCanDiscover!: boolean;

  @Field(() => Boolean, { description: "Whether groups may be shown." })
  viewerCanSeeGroups!: boolean;

  @Field(() => Boolean, { description: "Whether a group may be started." })
  viewerCanStartGroup!: boolean;
}

@InputType("SignInInput", { description: "E-mail and password." })
export class SignInInput {
  @Field(() => String, { description: "The account's e-mail." })
  email!: string;

  @Field(() => String, { description: "The password, unchanged." })
  password!: string;
}

@ObjectType("SignInPayload", { description: "Exactly one of the two is filled." })
export class SignInPayload {
  @Field(() => ViewerType, { nullable: true, description: "Who is signed in now; null where it was refused." })
  viewer!: ViewerType | null;

  @Field(() => [ProblemType], { description: "Why signing in was refused." })
  problems!: ProblemType[];
}

@ObjectType("SignOutPayload", { description: "Signing out always works." })
export class SignOutPayload {
  @Field(() => [ProblemType], { description: "Always empty." })
  problems!: ProblemType[];
}
