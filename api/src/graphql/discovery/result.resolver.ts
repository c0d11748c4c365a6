import { Arg, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { DiscoveryResultType } from "./discovery.type.ts";
import { ProposalType } from "./proposal.type.ts";

@Resolver(() => DiscoveryResultType)
export class DiscoveryResultResolver {
  @FieldResolver(() => [ProposalType], {
    description: "The groups, best first; any two share at most a third of their union.",
  })
  proposals(
    @Root() result: DiscoveryResultType,
    @Arg("rank", () => Int, { nullable: true, description: "Only the one of this rank; absent: all." })
    rank: number | null | undefined,
  ): ProposalType[] {
    // An argument that is left out is undefined, one that is sent empty is null.
    const all = rank === null || rank === undefined;
    return all ? result.proposals : result.proposals.filter((proposal) => proposal.rank === rank);
  }
}
