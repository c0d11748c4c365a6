import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { enumOf } from "../enum.ts";

const SizeVerdictEnum = enumOf(["SMALL", "NOT_SMALL", "UNKNOWN"]);
registerEnumType(SizeVerdictEnum, {
  name: "SizeVerdict",
  description: "How a size test came out.",
  valuesConfig: {
    SMALL: { description: "Within a limit." },
    NOT_SMALL: { description: "Above every limit." },
    UNKNOWN: { description: "What is known does not tell." },
  },
});

@ObjectType("SmallEnterpriseTest", {
  description: "Whether a business is one of the smallest (小規模企業者), by regular employees alone.",
})
export class SmallEnterpriseTestType {
  @Field(() => SizeVerdictEnum, { description: "The answer." })
  verdict!: keyof typeof SizeVerdictEnum;

  @Field(() => Int, { nullable: true, description: "Most regular employees; null where the trade does not tell." })
  employeesMax!: number | null;

  @Field(() => [String], { description: "What to ask where unknown: industry, employees." })
  missing!: string[];

  @Field(() => String, { description: "The answer in a sentence." })
  text!: string;

  @Field(() => String, { description: "Act, article and the day of the text." })
  law!: string;

  @Field(() => String, { description: "First day the figure is known to hold, YYYY-MM-DD." })
  inForceFrom!: string;
}

@ObjectType("SizeTest", {
  description:
    "Whether a business is a small one (中小企業者) by capital or regular employees; either limit is enough.",
})
export class SizeTestType {
  @Field(() => SizeVerdictEnum, { description: "The answer." })
  verdict!: keyof typeof SizeVerdictEnum;

  @Field(() => String, {
    nullable: true,
    description: "Band of its trade: wholesale, retail, service or other; null where the trade does not tell.",
  })
  band!: string | null;

  @Field(() => String, { nullable: true, description: "The band's name." })
  bandName!: string | null;

  @Field(() => Int, { nullable: true, description: "Most capital in yen in that band." })
  capitalYenMax!: number | null;

  @Field(() => Int, { nullable: true, description: "Most regular employees in that band." })
  employeesMax!: number | null;

  @Field(() => [String], { description: "What to ask where unknown: industry, employees, capitalYen." })
  missing!: string[];

  @Field(() => String, { description: "The answer in a sentence." })
  text!: string;

  @Field(() => String, { description: "Act, article and the day of the text." })
  law!: string;

  @Field(() => String, { description: "First day the figures are known to hold, YYYY-MM-DD." })
  inForceFrom!: string;

  @Field(() => SmallEnterpriseTestType, { description: "Whether it is one of the smallest." })
  smallEnterprise!: SmallEnterpriseTestType;
}
