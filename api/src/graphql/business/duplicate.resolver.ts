import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { judgeDifferent, withdrawDifference } from "#commands/judge-different.ts";
import { lookForDuplicates } from "#commands/look-for-duplicates.ts";
import { mergeBusinesses } from "#commands/merge-businesses.ts";
import { undoMerge } from "#commands/undo-merge.ts";
import { findBusinessPage } from "#queries/business-pages.ts";
import { compareTwo, countLikelyDuplicates, listDuplicates, listLikelyDuplicatesOf } from "#queries/duplicate-pages.ts";
import { globalId, idOf } from "#queries/global-id.ts";
import { mergeLeftTexts } from "#queries/merge-left.ts";
import type { GraphqlContext } from "../context.ts";
import { PageArguments, pageRequest } from "../page.ts";
import { problemsOf } from "../problem.type.ts";
import { BusinessType } from "./business.type.ts";
import {
  BusinessComparisonType,
  BusinessDuplicatesType,
  BusinessPairInput,
  BusinessPairPayload,
  MergeBusinessesInput,
  MergeBusinessesPayload,
  UndoMergeInput,
  UndoMergePayload,
} from "./duplicate.type.ts";

@Resolver(() => BusinessType)
export class DuplicateResolver {
  @Query(() => BusinessDuplicatesType, {
    description: "The pairs that may be one business, the surest first; looked for anew where something has changed.",
  })
  async businessDuplicates(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: GraphqlContext,
  ): Promise<BusinessDuplicatesType> {
    await lookForDuplicates(ctx);
    const { edges, ...others } = await listDuplicates(ctx, pageRequest(page));
    return { edges: [...edges], ...others };
  }

  @Query(() => Int, { description: "How many pairs likely are one business, as of the last look." })
  likelyDuplicateCount(@Ctx() ctx: GraphqlContext): Promise<number> {
    return countLikelyDuplicates(ctx);
  }

  @Query(() => BusinessComparisonType, { description: "Two businesses side by side." })
  compareBusinesses(
    @Arg("keepId", () => ID, { description: "The one that would be kept." }) keepId: string,
    @Arg("absorbId", () => ID, { description: "The one that would be absorbed." }) absorbId: string,
    @Ctx() ctx: GraphqlContext,
  ): Promise<BusinessComparisonType> {
    return compareTwo(ctx, [idOf("Business", keepId), idOf("Business", absorbId)]);
  }

  @FieldResolver(() => [BusinessType], { description: "Businesses that likely are this one, as of the last look." })
  likelyDuplicates(@Root() business: BusinessType, @Ctx() ctx: GraphqlContext): Promise<BusinessType[]> {
    return listLikelyDuplicatesOf(ctx, idOf("Business", business.id));
  }

  @Mutation(() => MergeBusinessesPayload, {
    description:
      "Makes one business of two. The absorbed one leads to the kept one from then on; it can be taken back.",
  })
  async mergeBusinesses(
    @Arg("input", () => MergeBusinessesInput, { description: "The two." }) input: MergeBusinessesInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<MergeBusinessesPayload> {
    const decision = await mergeBusinesses(ctx, {
      keep: { id: idOf("Business", input.keepId), version: input.keepVersion },
      absorb: { id: idOf("Business", input.absorbId), version: input.absorbVersion },
      choices: input.choices,
    });
    if (!decision.accepted) return { business: null, mergeId: null, problems: problemsOf(decision, ctx.language) };
    const { mergeId, keptId } = decision.change;
    return { business: await findBusinessPage(ctx, keptId), mergeId: globalId("BusinessMerge", mergeId), problems: [] };
  }

  @Mutation(() => UndoMergePayload, {
    description: "Takes a merge back: both businesses are as they were. What was changed since stays and is told.",
  })
  async undoMerge(
    @Arg("input", () => UndoMergeInput, { description: "The merge." }) input: UndoMergeInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<UndoMergePayload> {
    const decision = await undoMerge(ctx, idOf("BusinessMerge", input.mergeId));
    if (!decision.accepted) {
      return { business: null, absorbed: null, left: [], problems: problemsOf(decision, ctx.language) };
    }
    const { keptId, absorbedId, left } = decision.change;
    return {
      business: await findBusinessPage(ctx, keptId),
      absorbed: await findBusinessPage(ctx, absorbedId),
      ...{ left: await mergeLeftTexts(ctx, left), problems: [] },
    };
  }

  @Mutation(() => BusinessPairPayload, { description: "Remembers that two businesses are two." })
  async judgeBusinessesDifferent(
    @Arg("input", () => BusinessPairInput, { description: "The two." }) input: BusinessPairInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<BusinessPairPayload> {
    const pair = pairOf(input);
    await judgeDifferent(ctx, pair);
    return { comparison: await compareTwo(ctx, pair), problems: [] };
  }

  @Mutation(() => BusinessPairPayload, { description: "Forgets that two businesses were judged to be two." })
  async withdrawBusinessDifference(
    @Arg("input", () => BusinessPairInput, { description: "The two." }) input: BusinessPairInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<BusinessPairPayload> {
    const pair = pairOf(input);
    await withdrawDifference(ctx, pair);
    return { comparison: await compareTwo(ctx, pair), problems: [] };
  }
}

function pairOf({ oneId, otherId }: BusinessPairInput): readonly [string, string] {
  return [idOf("Business", oneId), idOf("Business", otherId)];
}
