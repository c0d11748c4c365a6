import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { BusinessType } from "../business/business.type.ts";
import { FactType } from "../business/fact.type.ts";
import { enumOf } from "../enum.ts";

export const BandEnum = enumOf(["STRONG", "POSSIBLE", "THIN"]);
registerEnumType(BandEnum, {
  name: "Band",
  description: "How promising a group is.",
  valuesConfig: {
    STRONG: { description: "60,000 and more." },
    POSSIBLE: { description: "40,000 and more." },
    THIN: { description: "Below." },
  },
});

@ObjectType("BandStart", { description: "Where a band begins." })
export class BandStartType {
  @Field(() => BandEnum, { description: "The band." })
  band!: keyof typeof BandEnum;

  @Field(() => Int, { description: "The least lower bound in it, 0 to 100,000." })
  from!: number;
}

@ObjectType("BandName", { description: "How a band, or an interval of two, is called." })
export class BandNameType {
  @Field(() => [BandEnum], { description: "One band, or those of the lower and the upper bound." })
  bands!: (keyof typeof BandEnum)[];

  @Field(() => String, { description: "Its name in words." })
  name!: string;
}

@ObjectType("ScoreScale", {
  description: "What a score is read by; enough to tell what other weights would make of the same parts.",
})
export class ScoreScaleType {
  @Field(() => Int, { description: "Coverage (permille) under which a group is shown by its bands only." })
  coverageShownMin!: number;

  @Field(() => [BandStartType], { description: "The bands, the most promising first." })
  bands!: BandStartType[];

  @Field(() => [BandNameType], { description: "Every band and interval by name." })
  names!: BandNameType[];
}

const VerdictEnum = enumOf(["PASS", "FAIL", "UNKNOWN"]);
registerEnumType(VerdictEnum, {
  name: "Verdict",
  description: "A hard rule's answer.",
  valuesConfig: {
    PASS: { description: "Kept." },
    FAIL: { description: "Broken; such a group is not proposed." },
    UNKNOWN: { description: "Not told by what is known; never a fail." },
  },
});

@ObjectType("ScoreMatch", { description: "One reason of a component: who, and how many points." })
export class ScoreMatchType {
  @Field(() => [ID], { description: "The businesses it is about." })
  memberIds!: string[];

  @Field(() => Int, { description: "Points, 0 to 1000; 0 for one that only illustrates." })
  points!: number;

  @Field(() => String, { description: "The reason as a sentence." })
  sentence!: string;
}

@ObjectType("ScoreInput", {
  description:
    "A fact of a member that a component rests on: of a found group as it was known then, else as it is today.",
})
export class ScoreInputType {
  @Field(() => BusinessType, { description: "The member." })
  business!: BusinessType;

  @Field(() => FactType, { description: "The fact: what is stale or unknown counts as unknown." })
  fact!: FactType;

  @Field(() => Boolean, { description: "Whether nobody said it: it was worked out from something else." })
  isEstimate!: boolean;

  @Field(() => Boolean, { description: "Whether something else is known of it today." })
  changedSince!: boolean;
}

@ObjectType("ComponentScore", { description: "One component's part in a score." })
export class ComponentScoreType {
  @Field(() => String, { description: "Stable name of the component." })
  id!: string;

  @Field(() => String, { description: "Its name in words." })
  name!: string;

  @Field(() => Int, { description: "Weight; all weights sum to 100." })
  weight!: number;

  @Field(() => Int, {
    description: "Points whatever the unknown facts turn out to be, 0 to 1000: the sum of the matches.",
  })
  low!: number;

  @Field(() => Int, { description: "The most it can become, 0 to 1000." })
  high!: number;

  @Field(() => Int, { description: "Known facts, permille." })
  known!: number;

  @Field(() => String, { description: "What it says of this group." })
  sentence!: string;

  @Field(() => [ScoreInputType], { description: "Every fact of the members it rests on, known or not." })
  inputs!: Promise<ScoreInputType[]>;

  @Field(() => [ScoreMatchType], { description: "Its reasons." })
  matches!: ScoreMatchType[];
}

@ObjectType("RuleVerdict", { description: "A hard rule and its answer." })
export class RuleVerdictType {
  @Field(() => String, { description: "Stable name of the rule." })
  id!: string;

  @Field(() => String, { description: "Its name in words." })
  name!: string;

  @Field(() => VerdictEnum, { description: "Its answer." })
  verdict!: keyof typeof VerdictEnum;

  @Field(() => String, { description: "What was found, by which law, and what can be done, in a sentence or two." })
  sentence!: string;

  @Field(() => String, { nullable: true, description: "Act and article by themselves; null where it is no law." })
  law!: string | null;

  @Field(() => Boolean, { description: "False where it has nothing to say, because nobody asked for what it answers." })
  isAskedFor!: boolean;
}

@ObjectType("JointBusiness", { description: "A kind of cooperative business a group points to: a start for a talk." })
export class JointBusinessType {
  @Field(() => String, { description: "Code, B01 to B99." })
  code!: string;

  @Field(() => String, { description: "What it is called." })
  name!: string;

  @Field(() => String, { description: "Why it is proposed, and the article it rests on." })
  sentence!: string;
}

@ObjectType("CooperativeLike", {
  description: "A registered cooperative near whose name speaks of the members' trade.",
})
export class CooperativeLikeType {
  @Field(() => String, { description: "Corporate number." })
  corporateNumber!: string;

  @Field(() => String, { description: "Name as registered." })
  name!: string;

  @Field(() => String, { description: "Its municipality." })
  municipalityName!: string;
}

@ObjectType("GroupLike", { description: "A group on its way that shares members with a candidate." })
export class GroupLikeType {
  @Field(() => ID, { description: "The group." })
  id!: string;

  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => String, { description: "Where on its way it is, in words." })
  stageName!: string;

  @Field(() => Int, { description: "Businesses in both, two at least." })
  sharedCount!: number;
}

const YearUnitEnum = enumOf(["WORKERS", "UNITS"]);
registerEnumType(YearUnitEnum, {
  name: "YearUnit",
  description: "What the months of a year are counted in.",
  valuesConfig: {
    WORKERS: { description: "Workers wanted from outside, in tenths of a worker." },
    UNITS: { description: "Spare units of what an order counts." },
  },
});

@ObjectType("YearOfMember", { description: "What one business brings to each month." })
export class YearOfMemberType {
  @Field(() => ID, { description: "The business." })
  id!: string;

  @Field(() => [Int], { description: "Twelve numbers from January." })
  months!: number[];
}

@ObjectType("Year", { description: "The months behind a score, by what is known today." })
export class YearType {
  @Field(() => YearUnitEnum, { description: "What they are counted in." })
  unit!: keyof typeof YearUnitEnum;

  @Field(() => [YearOfMemberType], { description: "Businesses whose months are known." })
  members!: YearOfMemberType[];

  @Field(() => [ID], { description: "Businesses whose months are not known." })
  unknownIds!: string[];

  @Field(() => [Int], { nullable: true, description: "Units an order asks each month; null where none does." })
  demand!: number[] | null;
}

@ObjectType("Proposal", { description: "A group that could work, with its score and every reason." })
export class ProposalType {
  @Field(() => Int, { nullable: true, description: "Place among the proposals; null where the group was handed in." })
  rank!: number | null;

  @Field(() => [BusinessType], { description: "The businesses." })
  members!: BusinessType[];

  @Field(() => Int, {
    nullable: true,
    description:
      "Metres in a straight line between the two members farthest apart; null where not two places are known.",
  })
  farthestMetres!: number | null;

  @Field(() => Int, { description: "Lower bound of the score, 0 to 100,000; ranking is by it." })
  lower!: number;

  @Field(() => Int, { description: "Upper bound, 0 to 100,000." })
  upper!: number;

  @Field(() => Int, { description: "How much of what the score needs is known, permille." })
  coverage!: number;

  @Field(() => [BandEnum], {
    description: "One band; where coverage is under 400, the bands of the lower and the upper bound.",
  })
  bands!: (keyof typeof BandEnum)[];

  @Field(() => String, { description: "The band in words." })
  bandName!: string;

  @Field(() => [ComponentScoreType], { description: "The score's parts." })
  components!: ComponentScoreType[];

  @Field(() => [RuleVerdictType], { description: "The hard rules." })
  rules!: RuleVerdictType[];

  @Field(() => [String], {
    description: "Who of them must not meet, a sentence a pair; for staff's screens alone, never for paper or a file.",
  })
  apart!: string[];

  @Field(() => [String], { description: "The three best reasons for it." })
  reasonsFor!: string[];

  @Field(() => [String], { description: "What speaks against it." })
  reasonsAgainst!: string[];

  @Field(() => [String], { description: "What is not known, and whom to ask; the cheapest first." })
  unknowns!: string[];

  @Field(() => [JointBusinessType], {
    description: "Joint businesses it points to, the likeliest first, three at most.",
  })
  jointBusinesses!: JointBusinessType[];

  @Field(() => [String], {
    description: "Facts shown beside the score and never weighted, because a number would mislead; for staff.",
  })
  asides!: string[];

  @Field(() => [CooperativeLikeType], {
    nullable: true,
    description: "Cooperatives that may do already what it would; null where no register of them is loaded.",
  })
  existingCooperatives!: CooperativeLikeType[] | null;

  @Field(() => YearType, { nullable: true, description: "The months its purpose turns on; null where it does not." })
  year!: YearType | null;

  @Field(() => [GroupLikeType], { description: "Groups that share at least two of its businesses." })
  existingGroups!: GroupLikeType[];
}

@ObjectType("WayIn", {
  description: "The smallest change that would bring a business into an answer, checked by scoring.",
})
export class WayInType {
  @Field(() => [String], { description: "What would have to become true, each as a condition." })
  conditions!: string[];

  @Field(() => Int, { description: "The place among the proposals it would take then." })
  place!: number;

  @Field(() => ProposalType, { description: "The group it would be in then." })
  proposal!: ProposalType;
}

@ObjectType("WhyNot", { description: "Where one business stands in an answer, by what is known today." })
export class WhyNotType {
  @Field(() => BusinessType, { description: "The business." })
  business!: BusinessType;

  @Field(() => [Int], { description: "Ranks of the proposals it is in." })
  ranks!: number[];

  @Field(() => String, {
    nullable: true,
    description: "Why it is in none, in one sentence; null where nothing hinders it.",
  })
  hindrance!: string | null;

  @Field(() => [String], { description: "The rules behind that, each in a sentence." })
  details!: string[];

  @Field(() => [ProposalType], { description: "The best groups it can be in, best first; three at most." })
  best!: readonly ProposalType[];

  @Field(() => WayInType, {
    nullable: true,
    description: "The smallest change of its own that would bring it in; null where none is known or needed.",
  })
  wayIn!: WayInType | null;
}
