import { requireAccess } from "#domain/access/decide.ts";
import type { MergeLeft } from "#persistence/business-merge-record.ts";
import { GroupRecord } from "#persistence/group-record.ts";
import { mergeLeftSentences } from "#words/duplicate.ts";
import { fieldName } from "./field-name.ts";
import type { ReadingContext } from "./reading-context.ts";

/** What taking a merge back left as it was, in sentences. */
export async function mergeLeftTexts(ctx: ReadingContext, left: MergeLeft): Promise<string[]> {
  requireAccess(ctx.viewer, "business.merge");
  const groups = await ctx.em.find(GroupRecord, { id: { $in: [...left.groupIds] } });
  const names = {
    fields: left.keys.map((key) => fieldName(key, ctx.language)),
    groups: groups.map(({ name }) => name),
    isKeyTaken: left.keyTaken,
  };
  return mergeLeftSentences(names, ctx.language);
}
