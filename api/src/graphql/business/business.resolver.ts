import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { findBusinessPage, listBusinesses } from "#queries/business-pages.ts";
import { idOf, readGlobalId } from "#queries/global-id.ts";
import { listGroupsOfBusiness } from "#queries/group-pages.ts";
import type { Connection } from "../connection.ts";
import type { GraphqlContext } from "../context.ts";
import { GroupType } from "../group/group.type.ts";
import { pageRequest } from "../page.ts";
import { BusinessConnectionType, BusinessListArguments, BusinessType } from "./business.type.ts";

@Resolver(() => BusinessType)
export class BusinessResolver {
  @Query(() => BusinessConnectionType, { description: "The federation's businesses, by name." })
  businesses(
    @Args(() => BusinessListArguments) filter: BusinessListArguments,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Connection<BusinessType>> {
    return listBusinesses(ctx, filter, pageRequest(filter));
  }

  @Query(() => BusinessType, { nullable: true, description: "One business; null where there is none for this viewer." })
  business(
    @Arg("id", () => ID, { description: "The business's id." }) id: string,
    @Ctx() ctx: GraphqlContext,
  ): Promise<BusinessType | null> {
    const read = readGlobalId(id);
    return findBusinessPage(ctx, read?.kind === "Business" ? read.id : undefined);
  }

  @FieldResolver(() => [GroupType], { description: "The groups it is in." })
  groups(@Root() business: BusinessType, @Ctx() ctx: GraphqlContext): Promise<GroupType[]> {
    return listGroupsOfBusiness(ctx, idOf("Business", business.id));
  }
}
