import { m } from "#lib/paraglide/messages.js";
import { changeText } from "#lib/proposal/points.ts";
import type { ShownProposal } from "#lib/proposal/proposal.ts";
import type { ShownChange } from "./variant.ts";

/** What a change makes of the points: a number only where enough is known before and after; else the direction alone. */
export function changeWords(change: ShownChange, before: Pick<ShownProposal, "bands">): string {
  const isNumber = before.bands.length === 1 && change.bands.length === 1;
  const text = changeText(change.lowerChange);
  if (text === null) return m.try_change_none();
  if (isNumber) return m.try_change({ points: text });
  return change.lowerChange > 0 ? m.try_change_up() : m.try_change_down();
}
