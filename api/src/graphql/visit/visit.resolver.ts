import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { correctVisit } from "#commands/correct-visit.ts";
import { recordVisit } from "#commands/record-visit.ts";
import { restoreVisit } from "#commands/restore-visit.ts";
import { reopenNextStep, settleNextStep } from "#commands/settle-next-step.ts";
import { withdrawVisit } from "#commands/withdraw-visit.ts";
import { addDays } from "#domain/calendar.ts";
import type { Decision } from "#domain/decision.ts";
import type { VisitNote } from "#domain/visit/visit.ts";
import { findBusinessPage } from "#queries/business-pages.ts";
import { idOf, readGlobalId } from "#queries/global-id.ts";
import { findVisitPage, listDueSteps, listOpenSteps } from "#queries/visit-pages.ts";
import type { CommandProblem } from "#words/problem.ts";
import { BusinessType } from "../business/business.type.ts";
import { fieldEditsOf } from "../business/field-edit.type.ts";
import type { Connection } from "../connection.ts";
import type { GraphqlContext } from "../context.ts";
import { PageArguments, pageRequest } from "../page.ts";
import { problemsOf, type ProblemType } from "../problem.type.ts";
import { withoutNulls } from "../without-nulls.ts";
import {
  CorrectVisitInput,
  CorrectVisitPayload,
  RecordVisitInput,
  RecordVisitPayload,
  ReopenNextStepInput,
  ReopenNextStepPayload,
  RestoreVisitInput,
  RestoreVisitPayload,
  SettleNextStepInput,
  SettleNextStepPayload,
  VisitConnectionType,
  VisitType,
  WithdrawVisitInput,
  WithdrawVisitPayload,
  type VisitNoteInput,
} from "./visit.type.ts";

@Resolver(() => VisitType)
export class VisitResolver {
  @Query(() => VisitType, { nullable: true, description: "One visit; null where there is none for this viewer." })
  visit(
    @Arg("id", () => ID, { description: "The visit's id." }) id: string,
    @Ctx() ctx: GraphqlContext,
  ): Promise<VisitType | null> {
    const read = readGlobalId(id);
    return findVisitPage(ctx, read?.kind === "Visit" ? read.id : undefined);
  }

  @Query(() => VisitConnectionType, {
    description: "The viewer's own next steps, the soonest first; last those without a day.",
  })
  dueSteps(
    @Arg("withinDays", () => Int, { defaultValue: 7, description: "How many days ahead, 0 to 366." }) days: number,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Connection<VisitType>> {
    return listDueSteps(ctx, addDays(ctx.today(), Math.min(366, Math.max(0, days))), pageRequest(page));
  }

  @FieldResolver(() => BusinessType, { nullable: true, description: "Whom it was with; null once no longer known." })
  business(@Root() { businessId }: VisitType, @Ctx() ctx: GraphqlContext): Promise<BusinessType | null> {
    return findBusinessPage(ctx, businessId);
  }

  @Mutation(() => RecordVisitPayload, { description: "Notes a visit; the owner's answers become facts." })
  async recordVisit(
    @Arg("input", () => RecordVisitInput, { description: "The visit." }) input: RecordVisitInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Answer> {
    const { businessId, version, note, answers = [], settles = [] } = withoutNulls(input);
    const decision = await recordVisit(ctx, {
      ...{ seen: { id: idOf("Business", businessId), version }, note: noteOf(note, ctx) },
      ...{ answers: fieldEditsOf(answers), settles: settles.map((id) => idOf("Visit", id)) },
    });
    return answer(ctx, decision.accepted ? decision.change.visitId : undefined, decision);
  }

  @Mutation(() => CorrectVisitPayload, { description: "Corrects one's own record; what it said before is kept." })
  async correctVisit(
    @Arg("input", () => CorrectVisitInput, { description: "The correction." }) input: CorrectVisitInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Answer> {
    const { visitId, version, note } = withoutNulls(input);
    const seen = { visitId: idOf("Visit", visitId), version };
    return answer(ctx, seen.visitId, await correctVisit(ctx, seen, noteOf(note, ctx)));
  }

  @Mutation(() => WithdrawVisitPayload, { description: "Withdraws one's own record, and the facts it brought." })
  async withdrawVisit(
    @Arg("input", () => WithdrawVisitInput, { description: "The record." }) input: WithdrawVisitInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Answer> {
    const seen = { visitId: idOf("Visit", input.visitId), version: input.version };
    return answer(ctx, seen.visitId, await withdrawVisit(ctx, seen));
  }

  @Mutation(() => RestoreVisitPayload, {
    description: "Brings one's own withdrawn record back, with the facts nobody changed since.",
  })
  async restoreVisit(
    @Arg("input", () => RestoreVisitInput, { description: "The record." }) input: RestoreVisitInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Answer> {
    const seen = { visitId: idOf("Visit", input.visitId), version: input.version };
    return answer(ctx, seen.visitId, await restoreVisit(ctx, seen));
  }

  @Mutation(() => ReopenNextStepPayload, { description: "Takes back that the next step of a visit is done." })
  async reopenNextStep(
    @Arg("input", () => ReopenNextStepInput, { description: "The visit." }) input: ReopenNextStepInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Answer> {
    const visitId = idOf("Visit", input.visitId);
    await reopenNextStep(ctx, visitId);
    return { visit: await findVisitPage(ctx, visitId), problems: [] };
  }

  @Mutation(() => SettleNextStepPayload, { description: "Notes that the next step of a visit is done." })
  async settleNextStep(
    @Arg("input", () => SettleNextStepInput, { description: "The visit." }) input: SettleNextStepInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Answer> {
    const visitId = idOf("Visit", input.visitId);
    await settleNextStep(ctx, visitId);
    return { visit: await findVisitPage(ctx, visitId), problems: [] };
  }
}

@Resolver(() => BusinessType)
export class OpenStepsResolver {
  @FieldResolver(() => [VisitType], { description: "Visits whose next step is still to do, the soonest first." })
  openSteps(@Root() business: BusinessType, @Ctx() ctx: GraphqlContext): Promise<VisitType[]> {
    return listOpenSteps(ctx, idOf("Business", business.id));
  }
}

interface Answer {
  visit: VisitType | null;
  problems: ProblemType[];
}

async function answer(
  ctx: GraphqlContext,
  visitId: string | undefined,
  decision: Decision<unknown, CommandProblem>,
): Promise<Answer> {
  const visit = decision.accepted ? await findVisitPage(ctx, visitId) : null;
  return { visit, problems: problemsOf(decision, ctx.language) };
}

function noteOf(note: VisitNoteInput, ctx: GraphqlContext): VisitNote {
  const { on = ctx.today(), channel = "VISIT", told = "", impression = "", nextStep = "", nextOn, minutes } = note;
  return { on, channel, told, impression, nextStep, nextOn, minutes };
}
