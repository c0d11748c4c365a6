import { Arg, Ctx, FieldResolver, Query, Resolver } from "type-graphql";
import { proposeIndustries } from "#queries/industry-proposals.ts";
import { loadReferenceSources } from "#queries/reference-sources.ts";
import { loadVocabularyPage } from "#queries/vocabularies.ts";
import type { GraphqlContext } from "../context.ts";
import { IndustryProposalType, ReferenceSourceType, VocabulariesType } from "./vocabulary.type.ts";

@Resolver(() => VocabulariesType)
export class VocabularyResolver {
  @Query(() => VocabulariesType, { description: "The words a form offers." })
  vocabularies(@Ctx() ctx: GraphqlContext): Promise<VocabulariesType> {
    return loadVocabularyPage(ctx);
  }

  @Query(() => [IndustryProposalType], { description: "Trade classes that words may mean, the likeliest first." })
  industryProposals(
    @Arg("text", () => String, { description: "A trade in words." }) text: string,
    @Ctx() ctx: GraphqlContext,
  ): Promise<IndustryProposalType[]> {
    return proposeIndustries(ctx, text);
  }

  @FieldResolver(() => [ReferenceSourceType], {
    description: "Where the words and the data of the installation come from.",
  })
  sources(@Ctx() ctx: GraphqlContext): Promise<ReferenceSourceType[]> {
    return loadReferenceSources(ctx);
  }
}
