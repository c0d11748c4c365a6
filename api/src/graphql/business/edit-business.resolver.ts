import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { confirmFacts } from "#commands/confirm-facts.ts";
import { saveBusiness } from "#commands/save-business.ts";
import { undoBusinessChange } from "#commands/undo-business-change.ts";
import { MalformedError } from "#domain/errors.ts";
import { findBusinessPage } from "#queries/business-pages.ts";
import { isFactKey } from "#queries/fact-pages.ts";
import { fieldName } from "#queries/field-name.ts";
import { idOf } from "#queries/global-id.ts";
import { listLikeBusinesses } from "#queries/like-businesses.ts";
import type { GraphqlContext } from "../context.ts";
import { BusinessType } from "./business.type.ts";
import { FieldEditInput, fieldEditsOf } from "./field-edit.type.ts";
import { problemsOf } from "../problem.type.ts";
import { withoutNulls } from "../without-nulls.ts";
import {
  ConfirmFactsInput,
  ConfirmFactsPayload,
  SaveBusinessInput,
  SaveBusinessPayload,
  tellerOf,
  UndoBusinessChangeInput,
  UndoBusinessChangePayload,
} from "./edit-business.type.ts";

@Resolver()
export class EditBusinessResolver {
  @Query(() => [BusinessType], {
    description: "Known businesses that may be the very one somebody types, the likeliest first.",
  })
  likeBusinesses(
    @Arg("fields", () => [FieldEditInput], { description: "What was typed so far, as `saveBusiness` takes it." })
    fields: FieldEditInput[],
    @Ctx() ctx: GraphqlContext,
  ): Promise<BusinessType[]> {
    return listLikeBusinesses(ctx, fieldEditsOf(withoutNulls({ fields }).fields));
  }

  @Mutation(() => SaveBusinessPayload, {
    description: "Changes what is known of a business, or adds one. All of it or nothing, every problem at once.",
  })
  async saveBusiness(
    @Arg("input", () => SaveBusinessInput, { description: "What is known." }) input: SaveBusinessInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<InstanceType<typeof SaveBusinessPayload>> {
    const { id, version = 0, fields, source, on, isAnother = false } = withoutNulls(input);
    const decision = await saveBusiness(ctx, {
      ...(id === undefined ? {} : { seen: { id: idOf("Business", id), version } }),
      edits: fieldEditsOf(fields),
      ...{ source: tellerOf(source), isAnother },
      ...(on === undefined ? {} : { on }),
    });
    const business = decision.accepted ? await findBusinessPage(ctx, decision.change.businessId) : null;
    return { business, problems: problemsOf(decision, ctx.language) };
  }

  @Mutation(() => ConfirmFactsPayload, { description: "Renews facts that still hold, with who said so and when." })
  async confirmFacts(
    @Arg("input", () => ConfirmFactsInput, { description: "The facts." }) input: ConfirmFactsInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<InstanceType<typeof ConfirmFactsPayload>> {
    const { businessId, version, keys, source, on } = withoutNulls(input);
    const decision = await confirmFacts(ctx, {
      seen: { id: idOf("Business", businessId), version },
      keys: keys.map((key) => (isFactKey(key) ? key : malformed(key))),
      source: tellerOf(source),
      ...(on === undefined ? {} : { on }),
    });
    const business = decision.accepted ? await findBusinessPage(ctx, decision.change.businessId) : null;
    return { business, problems: problemsOf(decision, ctx.language) };
  }

  @Mutation(() => UndoBusinessChangePayload, {
    description: "Takes one change of a business back, as far as nobody has changed the same things since.",
  })
  async undoBusinessChange(
    @Arg("input", () => UndoBusinessChangeInput, { description: "The change." }) input: UndoBusinessChangeInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<UndoBusinessChangePayload> {
    const decision = await undoBusinessChange(ctx, idOf("BusinessEvent", input.changeId));
    if (!decision.accepted) return { business: null, changedSince: [], problems: problemsOf(decision, ctx.language) };
    const { businessId, changedSince } = decision.change;
    const names = changedSince.map((key) => fieldName(key, ctx.language));
    return { business: await findBusinessPage(ctx, businessId), changedSince: names, problems: [] };
  }
}

function malformed(key: string): never {
  throw new MalformedError(`field ${key.slice(0, 40)}`);
}
