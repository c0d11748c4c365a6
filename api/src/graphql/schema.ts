import "reflect-metadata";
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from "graphql";
import { buildSchema } from "type-graphql";
import { BusinessResolver } from "./business/business.resolver.ts";
import { ImportHistoryResolver } from "./business/import-history.resolver.ts";
import { DuplicateResolver } from "./business/duplicate.resolver.ts";
import { EditBusinessResolver } from "./business/edit-business.resolver.ts";
import { ImportResolver } from "./business/import.resolver.ts";
import { ReviseImportResolver } from "./business/revise-import.resolver.ts";
import { CooperativeResolver } from "./cooperative/cooperative.resolver.ts";
import { ExportResolver } from "./business/export.resolver.ts";
import { ViewResolver } from "./business/view.resolver.ts";
import { DiscoveryResolver } from "./discovery/discovery.resolver.ts";
import { DiscoveryResultResolver } from "./discovery/result.resolver.ts";
import { GroupResolver } from "./group/group.resolver.ts";
import { NodeResolver } from "./node.resolver.ts";
import { PairResolver } from "./pair/pair.resolver.ts";
import { ApproachResolver, BusinessApproachResolver } from "./proposal/approach.resolver.ts";
import { CallResolver } from "./proposal/call.resolver.ts";
import { SavedProposalResolver } from "./proposal/saved-proposal.resolver.ts";
import { SessionResolver } from "./session/session.resolver.ts";
import { OpenStepsResolver, VisitResolver } from "./visit/visit.resolver.ts";
import { SurveyResolver } from "./survey/survey.resolver.ts";
import { TermsResolver } from "./terms/terms.resolver.ts";
import { VocabularyResolver } from "./vocabulary/vocabulary.resolver.ts";

/** The whole API, from the classes that declare it. */
export function buildGraphqlSchema(): Promise<GraphQLSchema> {
  return buildSchema({
    resolvers: [
      ApproachResolver,
      BusinessApproachResolver,
      BusinessResolver,
      CallResolver,
      CooperativeResolver,
      DiscoveryResolver,
      DiscoveryResultResolver,
      DuplicateResolver,
      EditBusinessResolver,
      ExportResolver,
      GroupResolver,
      ImportHistoryResolver,
      ImportResolver,
      NodeResolver,
      OpenStepsResolver,
      PairResolver,
      ReviseImportResolver,
      SavedProposalResolver,
      SessionResolver,
      SurveyResolver,
      TermsResolver,
      ViewResolver,
      VisitResolver,
      VocabularyResolver,
    ],
    // Shape is checked by scalars, meaning by the rules of the domain: a third place would be a second home.
    validate: false,
  });
}

/** The API as text: schema/schema.graphql. */
export async function printGraphqlSchema(): Promise<string> {
  return `${printSchema(lexicographicSortSchema(await buildGraphqlSchema()))}\n`;
}
