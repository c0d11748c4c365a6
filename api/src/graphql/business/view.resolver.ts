import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { removeView, saveView } from "#commands/save-view.ts";
import { idOf } from "#queries/global-id.ts";
import { findSavedView, listSavedViews } from "#queries/saved-views.ts";
import type { GraphqlContext } from "../context.ts";
import { problemsOf } from "../problem.type.ts";
import { SavedViewType, SaveViewInput, SaveViewPayload, ViewInput } from "./view.type.ts";

@Resolver()
export class ViewResolver {
  @Query(() => [SavedViewType], {
    description: "Views of the list of businesses: one's own, then those colleagues share.",
  })
  savedViews(@Ctx() ctx: GraphqlContext): Promise<SavedViewType[]> {
    return listSavedViews(ctx);
  }

  @Mutation(() => SaveViewPayload, { description: "Keeps a view under a name, or changes one of one's own." })
  async saveView(
    @Arg("input", () => SaveViewInput, { description: "The view." }) { viewId, ...request }: SaveViewInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<SaveViewPayload> {
    const decision = await saveView(ctx, request, viewId ? idOf("SavedView", viewId) : undefined);
    const savedView = decision.accepted ? await findSavedView(ctx, decision.change.viewId) : null;
    return { savedView, problems: problemsOf(decision, ctx.language) };
  }

  @Mutation(() => SaveViewPayload, { description: "Removes a view of one's own; `restoreView` brings it back." })
  async removeView(
    @Arg("input", () => ViewInput, { description: "The view." }) { viewId }: ViewInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<SaveViewPayload> {
    await removeView(ctx, idOf("SavedView", viewId), { restore: false });
    return { savedView: null, problems: [] };
  }

  @Mutation(() => SaveViewPayload, { description: "Brings a removed view back." })
  async restoreView(
    @Arg("input", () => ViewInput, { description: "The view." }) { viewId }: ViewInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<SaveViewPayload> {
    const id = idOf("SavedView", viewId);
    await removeView(ctx, id, { restore: true });
    return { savedView: await findSavedView(ctx, id), problems: [] };
  }
}
