import type { Analysis, ComponentResult } from "../analysis.ts";
import type { RuleResult } from "../rule.ts";
import type { LeftOutReason } from "../left-out.ts";
import { likeBetter, placeIn, type Standing } from "./standing.ts";

/** Why a business is in no proposal of an answer. */
export type Hindrance =
  /** It has closed or left the federation. */
  | { readonly kind: "closed" }
  /** It takes no part in the search. */
  | { readonly kind: "left-out"; readonly reason: LeftOutReason }
  /** Too few businesses lie within reach. */
  | { readonly kind: "too-few-near"; readonly near: number; readonly needed: number; readonly withinMetres: number }
  /** No group around it keeps the rules. */
  | { readonly kind: "no-lawful-group"; readonly rules: readonly RuleResult[] }
  /** Its best group is too like a better one that is shown. */
  | { readonly kind: "like-better"; readonly rank: number }
  /** Its best group stays below the last one shown; the component it loses most at, and by how much (0 to 100,000). */
  | {
      readonly kind: "weaker";
      readonly lower: number;
      readonly needed: number;
      readonly component: { readonly id: ComponentResult["id"]; readonly loss: number } | null;
    }
  /** Nothing: it would be shown if the question were asked today. */
  | { readonly kind: "none" };

/** The component a group loses most at against another, weight times points; null where it loses at none. */
function worstLoss(group: Analysis, better: Analysis): { id: ComponentResult["id"]; loss: number } | null {
  const losses = group.components.map(({ id, weight, low }) => {
    const other = better.components.find((component) => component.id === id);
    return { id, loss: other === undefined ? 0 : other.weight * other.low - weight * low };
  });
  const worst = losses.toSorted((a, b) => b.loss - a.loss)[0];
  return worst !== undefined && worst.loss > 0 ? worst : null;
}

/**
 * Why no group a business can be in is shown: nothing where one of them, not always the first, would have a place as it
 * is; else what keeps out the first.
 * @param groups the best of them, the best first; at least one
 */
export function hindranceOf(
  groups: readonly Analysis[],
  standing: Standing & { readonly shown: readonly Analysis[] },
): Hindrance {
  if (groups.some((group) => placeIn(group, standing) !== undefined)) return { kind: "none" };
  const best = groups[0] as Analysis;
  const like = likeBetter(best, standing);
  if (like >= 0) return { kind: "like-better", rank: like + 1 };
  const last = standing.shown.at(-1) as Analysis;
  return { kind: "weaker", lower: best.lower, needed: last.lower, component: worstLoss(best, last) };
}
