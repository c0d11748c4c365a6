import { Ctx, FieldResolver, Query, Resolver } from "type-graphql";
import { loadReferenceSources } from "#queries/reference-sources.ts";
import { loadVocabularyPage } from "#queries/vocabularies.ts";
import type { GraphqlContext } from "../context.ts";
import { ReferenceSourceType, VocabulariesType } from "./vocabulary.type.ts";

@Resolver(() => VocabulariesType)
export class VocabularyResolver {
  @Query(() => VocabulariesType, { description: "The words a form offers." })
  vocabularies(@Ctx() ctx: GraphqlContext): Promise<VocabulariesType> {
    return loadVocabularyPage(ctx);
  }

  @FieldResolver(() => [ReferenceSourceType], {
    description: "Where the words and the data of the installation come from.",
  })
  sources(@Ctx() ctx: GraphqlContext): Promise<ReferenceSourceType[]> {
    return loadReferenceSources(ctx);
  }
}
