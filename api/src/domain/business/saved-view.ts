import { decisionOf, type Decision } from "../decision.ts";
import { evenWidth } from "../text.ts";

/** Longest name of a view, in characters. */
export const VIEW_NAME_LENGTH_MAX = 60;
/** Longest address of a view: every filter, and every column chosen. */
export const VIEW_QUERY_LENGTH_MAX = 4_000;
/** Views one person keeps: more are not found again. */
export const VIEWS_MAX = 50;

/** What somebody wants to keep. */
export interface ViewRequest {
  readonly name: string;
  readonly query: string;
  readonly shared: boolean;
}

/** Why a view is not kept. */
export type SaveViewProblem =
  | { readonly code: "VIEW_NAME_MISSING"; readonly field: "name" }
  | { readonly code: "VIEW_NAME_TOO_LONG"; readonly field: "name"; readonly length: number; readonly max: number }
  | { readonly code: "VIEW_NAME_TAKEN"; readonly field: "name"; readonly name: string }
  | { readonly code: "VIEW_QUERY_TOO_LONG"; readonly max: number }
  | { readonly code: "VIEWS_TOO_MANY"; readonly max: number };

/** A view is kept under a name from now on. */
export interface ViewSaved extends ViewRequest {
  readonly type: "ViewSaved";
}

/** Decides whether a person may keep a view beside those kept already; reports every problem at once. */
export function decideSaveView(
  request: ViewRequest,
  { otherNames }: { readonly otherNames: readonly string[] },
): Decision<ViewSaved, SaveViewProblem> {
  const problems: SaveViewProblem[] = [];
  const name = evenWidth(request.name);
  const length = [...name].length;
  if (length === 0) problems.push({ code: "VIEW_NAME_MISSING", field: "name" });
  if (length > VIEW_NAME_LENGTH_MAX) {
    problems.push({ code: "VIEW_NAME_TOO_LONG", field: "name", length, max: VIEW_NAME_LENGTH_MAX });
  }
  if (otherNames.includes(name)) problems.push({ code: "VIEW_NAME_TAKEN", field: "name", name });
  if (request.query.length > VIEW_QUERY_LENGTH_MAX) {
    problems.push({ code: "VIEW_QUERY_TOO_LONG", max: VIEW_QUERY_LENGTH_MAX });
  }
  if (otherNames.length >= VIEWS_MAX) problems.push({ code: "VIEWS_TOO_MANY", max: VIEWS_MAX });
  const query = request.query.replace(/^\?/, "").replaceAll("\0", "");
  return decisionOf(problems, () => ({ type: "ViewSaved", name, query, shared: request.shared }));
}
