import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { requireAccess } from "#domain/access/decide.ts";
import { AccessError } from "#domain/errors.ts";
import { findBusinessPage } from "#queries/business-pages.ts";
import { findDiscoveryPage } from "#queries/discovery-pages.ts";
import { readGlobalId } from "#queries/global-id.ts";
import { findGroupPage } from "#queries/group-pages.ts";
import { findImportPage } from "#queries/import-pages.ts";
import { findSavedProposalPage } from "#queries/saved-proposal-pages.ts";
import { findVisitPage } from "#queries/visit-pages.ts";
import type { GraphqlContext } from "./context.ts";
import { NodeType } from "./node.type.ts";

const FINDERS: Readonly<Record<string, (ctx: GraphqlContext, id: string) => Promise<NodeType | null>>> = {
  Business: findBusinessPage,
  BusinessImport: findImportPage,
  Discovery: findDiscoveryPage,
  Group: findGroupPage,
  SavedProposal: findSavedProposalPage,
  Visit: findVisitPage,
};

@Resolver()
export class NodeResolver {
  @Query(() => NodeType, {
    nullable: true,
    description: "Anything by its id; null where there is none for this viewer.",
  })
  async node(
    @Arg("id", () => ID, { description: "The id of anything." }) id: string,
    @Ctx() ctx: GraphqlContext,
  ): Promise<NodeType | null> {
    requireAccess(ctx.viewer, "viewer.read");
    const read = readGlobalId(id);
    const find = read && FINDERS[read.kind];
    try {
      return read && find ? await find(ctx, read.id) : null;
    } catch (error) {
      // What may not be seen is exactly as what is not there.
      if (error instanceof AccessError) return null;
      throw error;
    }
  }
}
