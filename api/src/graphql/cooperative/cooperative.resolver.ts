import { Args, Ctx, Query, Resolver } from "type-graphql";
import { listExistingCooperatives } from "#queries/existing-cooperatives.ts";
import type { Connection } from "../connection.ts";
import type { GraphqlContext } from "../context.ts";
import { pageRequest } from "../page.ts";
import {
  ExistingCooperativeArguments,
  ExistingCooperativeConnectionType,
  type ExistingCooperativeType,
} from "./cooperative.type.ts";

@Resolver()
export class CooperativeResolver {
  @Query(() => ExistingCooperativeConnectionType, {
    description: "Registered cooperatives by name; none until the data set is loaded.",
  })
  existingCooperatives(
    @Args(() => ExistingCooperativeArguments) filter: ExistingCooperativeArguments,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Connection<ExistingCooperativeType>> {
    return listExistingCooperatives(ctx, filter, pageRequest(filter));
  }
}
