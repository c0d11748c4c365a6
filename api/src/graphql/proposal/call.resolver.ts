import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { listCalls } from "#queries/call-list.ts";
import { idOf } from "#queries/global-id.ts";
import { wholeConnectionOf } from "#queries/page.ts";
import { listAllCalls } from "#queries/whole-call-list.ts";
import type { GraphqlContext } from "../context.ts";
import { PageArguments, pageRequest } from "../page.ts";
import { CallListType, CallType } from "./call.type.ts";
import { SavedProposalType } from "./saved-proposal.type.ts";

/** A candidate is scored anew for each answer that is tried: some hundred milliseconds. */
const COST_OF_CALLS = 2_000;

@Resolver(() => SavedProposalType)
export class CallResolver {
  @FieldResolver(() => [CallType], {
    complexity: COST_OF_CALLS,
    description: "Whom to call or visit and what to ask (訪問・架電リスト), what lifts it most first.",
  })
  async calls(@Root() { id, stored }: SavedProposalType, @Ctx() ctx: GraphqlContext): Promise<CallType[]> {
    return listCalls(ctx, { id: idOf("SavedProposal", id), kept: stored });
  }

  @Query(() => CallListType, {
    complexity: COST_OF_CALLS,
    description: "Whom to call or visit over all saved candidates and what to ask, what moves candidates most first.",
  })
  async callList(@Args(() => PageArguments) page: PageArguments, @Ctx() ctx: GraphqlContext): Promise<CallListType> {
    const { entries, ...counts } = await listAllCalls(ctx);
    return { ...counts, entries: wholeConnectionOf(entries, pageRequest(page)) };
  }
}
