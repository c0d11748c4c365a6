import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { keepApart, withdrawPair } from "#commands/keep-apart.ts";
import { idOf } from "#queries/global-id.ts";
import { findPairPage, listPairs, listPairsOfBusiness } from "#queries/never-together.ts";
import { wholeConnectionOf } from "#queries/page.ts";
import { BusinessType } from "../business/business.type.ts";
import type { Connection } from "../connection.ts";
import type { GraphqlContext } from "../context.ts";
import { PageArguments, pageRequest } from "../page.ts";
import { problemsOf } from "../problem.type.ts";
import { withoutNulls } from "../without-nulls.ts";
import {
  KeepApartInput,
  KeepApartPayload,
  PairConnectionType,
  PairInput,
  PairType,
  RestorePairPayload,
  WithdrawPairPayload,
} from "./pair.type.ts";

@Resolver(() => BusinessType)
export class PairResolver {
  @FieldResolver(() => [PairType], {
    complexity: 20,
    description: "Whom it must never be brought together with; what others wish of it is not told here.",
  })
  neverTogether(@Root() { id }: BusinessType, @Ctx() ctx: GraphqlContext): Promise<PairType[]> {
    return listPairsOfBusiness(ctx, idOf("Business", id));
  }

  @Query(() => PairConnectionType, {
    description: "Every pair of businesses of this federation that must not meet, the newest first.",
  })
  async neverTogetherPairs(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Connection<PairType>> {
    return wholeConnectionOf(await listPairs(ctx), pageRequest(page));
  }

  @Mutation(() => KeepApartPayload, {
    description: "Notes that a business must never be brought together with another: no group holds both from then on.",
  })
  async keepApart(
    @Arg("input", () => KeepApartInput, { description: "The pair." }) input: KeepApartInput,
    @Ctx() ctx: GraphqlContext,
  ) {
    const { businessId, otherId, reason = "" } = withoutNulls(input);
    const pair = { businessId: idOf("Business", businessId), otherId: idOf("Business", otherId), reason };
    const decision = await keepApart(ctx, pair);
    const kept = decision.accepted ? await findPairPage(ctx, decision.change.pairId) : null;
    return { pair: kept, problems: problemsOf(decision, ctx.language) };
  }

  @Mutation(() => WithdrawPairPayload, { description: "Withdraws that two must not meet; it can be brought back." })
  async withdrawPair(
    @Arg("input", () => PairInput, { description: "The pair." }) { pairId }: PairInput,
    @Ctx() ctx: GraphqlContext,
  ) {
    const id = idOf("Pair", pairId);
    await withdrawPair(ctx, id, { restore: false });
    return { pair: await findPairPage(ctx, id), problems: [] };
  }

  @Mutation(() => RestorePairPayload, { description: "Brings a withdrawn pair back." })
  async restorePair(
    @Arg("input", () => PairInput, { description: "The pair." }) { pairId }: PairInput,
    @Ctx() ctx: GraphqlContext,
  ) {
    const id = idOf("Pair", pairId);
    await withdrawPair(ctx, id, { restore: true });
    return { pair: await findPairPage(ctx, id), problems: [] };
  }
}
