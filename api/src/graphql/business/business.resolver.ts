import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { findBusinessPage, listBusinesses } from "#queries/business-pages.ts";
import { idOf, readGlobalId } from "#queries/global-id.ts";
import { listGroupsOfBusiness } from "#queries/group-pages.ts";
import { listTies } from "#queries/ties.ts";
import { listTimeline } from "#queries/timeline.ts";
import type { Connection } from "../connection.ts";
import type { GraphqlContext } from "../context.ts";
import { GroupType } from "../group/group.type.ts";
import { PageArguments, pageRequest } from "../page.ts";
import { BusinessConnectionType, BusinessType, TieType } from "./business.type.ts";
import { FactType } from "./fact.type.ts";
import { BusinessListArguments, businessListRequest, businessPageRequest } from "./list-arguments.ts";
import { TimelineConnectionType, type TimelineEntryType } from "./timeline.type.ts";

@Resolver(() => BusinessType)
export class BusinessResolver {
  @Query(() => BusinessConnectionType, { description: "The federation's businesses: searched, filtered and sorted." })
  businesses(
    @Args(() => BusinessListArguments) list: BusinessListArguments,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Connection<BusinessType>> {
    return listBusinesses(ctx, businessListRequest(list), businessPageRequest(list));
  }

  @Query(() => BusinessType, { nullable: true, description: "One business; null where there is none for this viewer." })
  business(
    @Arg("id", () => ID, { description: "The business's id." }) id: string,
    @Ctx() ctx: GraphqlContext,
  ): Promise<BusinessType | null> {
    const read = readGlobalId(id);
    return findBusinessPage(ctx, read?.kind === "Business" ? read.id : undefined);
  }

  @FieldResolver(() => [FactType], { description: "Facts in the order of the profile, known and unknown." })
  facts(
    @Root() business: BusinessType,
    @Arg("only", () => [String], { nullable: true, description: "Only these, by key; absent: all of them." })
    only: readonly string[] | null,
  ): readonly FactType[] {
    return only ? business.facts.filter(({ key }) => only.includes(key)) : business.facts;
  }

  @FieldResolver(() => [TieType], { description: "Whom it deals with, in the order they are noted." })
  ties(@Root() business: BusinessType, @Ctx() ctx: GraphqlContext): Promise<TieType[]> {
    return listTies(ctx, idOf("Business", business.id));
  }

  @FieldResolver(() => [GroupType], { description: "The groups it is in." })
  groups(@Root() business: BusinessType, @Ctx() ctx: GraphqlContext): Promise<GroupType[]> {
    return listGroupsOfBusiness(ctx, idOf("Business", business.id));
  }

  @FieldResolver(() => TimelineConnectionType, { description: "Everything that happened to it, newest first." })
  timeline(
    @Root() business: BusinessType,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Connection<TimelineEntryType>> {
    return listTimeline(ctx, idOf("Business", business.id), pageRequest(page));
  }
}
