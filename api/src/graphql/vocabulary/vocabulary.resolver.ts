import { Ctx, Query, Resolver } from "type-graphql";
import { loadVocabularyPage } from "#queries/vocabularies.ts";
import type { GraphqlContext } from "../context.ts";
import { VocabulariesType } from "./vocabulary.type.ts";

@Resolver()
export class VocabularyResolver {
  @Query(() => VocabulariesType, { description: "The words a form offers." })
  vocabularies(@Ctx() ctx: GraphqlContext): Promise<VocabulariesType> {
    return loadVocabularyPage(ctx);
  }
}
