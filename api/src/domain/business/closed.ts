import type { Fact } from "./facts.ts";

/**
 * Line of the note of a business whose row was struck through or grey, where a person said that it has closed or left.
 * It is the mark itself: taking the line out of the note takes the mark back.
 */
export const CLOSED_LINE = "一覧で取り消し線またはグレー（退会・廃業）";

/** Whether a business is marked as closed or left; no group is looked for with it. */
export function isMarkedClosed({ note }: { readonly note?: Pick<Fact<string>, "value"> }): boolean {
  return note?.value.includes(CLOSED_LINE) ?? false;
}
