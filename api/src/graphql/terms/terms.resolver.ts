import { Arg, Args, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { restoreTerms, saveTerms } from "#commands/change-terms.ts";
import type { Decision } from "#domain/decision.ts";
import { listTermsVersions, loadTermsPage } from "#queries/terms-pages.ts";
import { previewTerms } from "#queries/terms-preview.ts";
import type { CommandProblem } from "#words/problem.ts";
import type { Connection } from "../connection.ts";
import type { GraphqlContext } from "../context.ts";
import { PageArguments, pageRequest } from "../page.ts";
import { problemsOf, type ProblemType } from "../problem.type.ts";
import { withoutNulls } from "../without-nulls.ts";
import { TermsPreviewType } from "./terms-preview.type.ts";
import {
  PreviewTermsInput,
  RestoreTermsInput,
  RestoreTermsPayload,
  SaveTermsInput,
  SaveTermsPayload,
  TermsType,
  TermsVersionConnectionType,
  type TermsVersionType,
} from "./terms.type.ts";

/** A preview reads three kept answers whole. */
const COST_OF_A_PREVIEW = 2_000;

@Resolver()
export class TermsResolver {
  @Query(() => TermsType, { description: "The terms that hold for this federation, beside what is shipped." })
  terms(@Ctx() ctx: GraphqlContext): Promise<TermsType> {
    return loadTermsPage(ctx);
  }

  @Query(() => TermsVersionConnectionType, { description: "The versions of this federation's terms, newest first." })
  termsVersions(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Connection<TermsVersionType>> {
    return listTermsVersions(ctx, pageRequest(page));
  }

  @Query(() => TermsPreviewType, {
    complexity: COST_OF_A_PREVIEW,
    description: "What other weights would make of the latest answers; nothing is kept.",
  })
  async previewTerms(
    @Arg("input", () => PreviewTermsInput, { description: "What to try." }) input: PreviewTermsInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<TermsPreviewType> {
    const decision = await previewTerms(ctx, withoutNulls(input));
    const preview = decision.accepted ? decision.change : { runs: [], unmeasuredCount: 0 };
    return { ...preview, problems: problemsOf(decision, ctx.language) };
  }

  @Mutation(() => SaveTermsPayload, {
    description: "Keeps other weights of a purpose, or other bands, as the federation's next version.",
  })
  async saveTerms(
    @Arg("input", () => SaveTermsInput, { description: "The weights and why." }) input: SaveTermsInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Answer> {
    const { reason, expectedVersion: seen, ...wanted } = withoutNulls(input);
    return answer(ctx, await saveTerms(ctx, wanted, { reason, seen }));
  }

  @Mutation(() => RestoreTermsPayload, {
    description: "Goes back to an earlier version or to the shipped weights; that is a new version too.",
  })
  async restoreTerms(
    @Arg("input", () => RestoreTermsInput, { description: "The version and why." }) input: RestoreTermsInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Answer> {
    const { number, reason, expectedVersion: seen } = input;
    return answer(ctx, await restoreTerms(ctx, number, { reason, seen }));
  }
}

interface Answer {
  terms: TermsType | null;
  problems: ProblemType[];
}

async function answer(ctx: GraphqlContext, decision: Decision<unknown, CommandProblem>): Promise<Answer> {
  const terms = decision.accepted ? await loadTermsPage(ctx) : null;
  return { terms, problems: problemsOf(decision, ctx.language) };
}
