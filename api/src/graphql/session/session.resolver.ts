import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { requireAccess } from "#domain/access/decide.ts";
import { findViewerPage, viewerPageOf } from "#queries/viewer-page.ts";
import type { GraphqlContext } from "../context.ts";
import { problemOf } from "../problem.type.ts";
import { SignInInput, SignInPayload, SignOutPayload, ViewerType } from "./session.type.ts";

@Resolver()
export class SessionResolver {
  @Query(() => ViewerType, { nullable: true, description: "Who is signed in; null for nobody." })
  viewer(@Ctx() ctx: GraphqlContext): Promise<ViewerType | null> {
    return findViewerPage(ctx, ctx.language);
  }

  @Mutation(() => SignInPayload, {
    description:
      "Opens a session by e-mail and password and sets its cookie. Works over https, and over http on localhost and 127.0.0.1 only.",
  })
  async signIn(
    @Arg("input", () => SignInInput, { description: "E-mail and password." }) input: SignInInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<SignInPayload> {
    requireAccess(ctx.viewer, "session.open");
    const answer = await ctx.session.open(input.email, input.password);
    return answer.accepted
      ? { viewer: await viewerPageOf(ctx.em, answer.account, ctx.language), problems: [] }
      : { viewer: null, problems: [problemOf(answer.problem, ctx.language)] };
  }

  @Mutation(() => SignOutPayload, { description: "Ends the session at once and clears its cookie." })
  async signOut(@Ctx() ctx: GraphqlContext): Promise<SignOutPayload> {
    requireAccess(ctx.viewer, "session.close");
    await ctx.session.close();
    return { problems: [] };
  }
}
