import { decisionOf, type Decision } from "../decision.ts";

/** The longest reason, in characters: a paragraph, not a report. */
export const APART_REASON_MAX = 500;

/** Two businesses that must not meet, as it is noted. */
export interface ApartRequest {
  readonly businessId: string;
  readonly otherId: string;
  readonly reason: string;
}

/** Why a pair is not noted. */
export type ApartProblem =
  | { readonly code: "APART_FROM_ITSELF"; readonly field: "otherId" }
  | { readonly code: "APART_ALREADY"; readonly field: "otherId" }
  | { readonly code: "APART_REASON_TOO_LONG"; readonly field: "reason"; readonly max: number };

/** Decides whether it is noted that a business must never be brought together with another. */
export function decideKeepApart(
  { businessId, otherId, reason }: ApartRequest,
  { standing }: { readonly standing: readonly string[] },
): Decision<ApartRequest, ApartProblem> {
  const text = reason.trim();
  const problems: ApartProblem[] = [];
  if (businessId === otherId) problems.push({ code: "APART_FROM_ITSELF", field: "otherId" });
  if (standing.includes(otherId)) problems.push({ code: "APART_ALREADY", field: "otherId" });
  if ([...text].length > APART_REASON_MAX) {
    problems.push({ code: "APART_REASON_TOO_LONG", field: "reason", max: APART_REASON_MAX });
  }
  return decisionOf(problems, () => ({ businessId, otherId, reason: text }));
}
