import { distanceDam } from "#domain/place.ts";
import type { Member } from "./member.ts";
import type { Question } from "./question.ts";
import { areInTwoPrefectures } from "./rules/district.ts";

/** Why two businesses cannot be members of one group that is looked for. */
export type ApartReason = "NEVER_TOGETHER" | "TWO_PREFECTURES" | "TOO_FAR";

/**
 * Why two businesses cannot be in one group: they must not meet, the form's district would reach into two prefectures,
 * or they lie farther from each other than is looked. Undefined where they may; an unknown place or prefecture is no
 * reason.
 * @param withinDam greatest distance between two members, in decametres
 */
export function apartReason(
  a: Member,
  b: Member,
  { question, withinDam }: { readonly question: Question; readonly withinDam: number },
): ApartReason | undefined {
  if (question.neverTogether.some((pair) => pair.includes(a.id) && pair.includes(b.id))) return "NEVER_TOGETHER";
  if (areInTwoPrefectures(a, b, question)) return "TWO_PREFECTURES";
  if (a.place === undefined || b.place === undefined) return undefined;
  return distanceDam(a.place, b.place) > withinDam ? "TOO_FAR" : undefined;
}
