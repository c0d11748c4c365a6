import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { listCalls } from "#queries/call-list.ts";
import type { GraphqlContext } from "../context.ts";
import { CallType } from "./call.type.ts";
import { SavedProposalType } from "./saved-proposal.type.ts";

/** A candidate is scored anew for each answer that is tried: some hundred milliseconds. */
const COST_OF_CALLS = 2_000;

@Resolver(() => SavedProposalType)
export class CallResolver {
  @FieldResolver(() => [CallType], {
    complexity: COST_OF_CALLS,
    description: "Whom to call or visit and what to ask (訪問・架電リスト), what lifts it most first.",
  })
  async calls(@Root() { stored }: SavedProposalType, @Ctx() ctx: GraphqlContext): Promise<CallType[]> {
    return listCalls(ctx, stored);
  }
}
