import { decisionOf, type Decision } from "#domain/decision.ts";
import type { Json } from "#domain/canonical-json.ts";
import { linesOf, parseJson } from "./read-snapshot.ts";

/** What is wrong with a file of groups, each with its line (from 1). */
export type GroupsProblem =
  | { readonly code: "GROUP_NOT_A_LIST"; readonly line: number }
  | { readonly code: "GROUP_EMPTY"; readonly line: number }
  | { readonly code: "GROUP_UNKNOWN_ID"; readonly line: number; readonly id: string }
  | { readonly code: "GROUP_REPEATED_ID"; readonly line: number; readonly id: string };

const isTextList = (value: Json | undefined): value is readonly string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === "string");

function groupProblems(line: number, ids: readonly string[], isKnown: (id: string) => boolean): GroupsProblem[] {
  if (ids.length === 0) return [{ code: "GROUP_EMPTY", line }];
  const unknown = [...new Set(ids)].filter((id) => !isKnown(id));
  const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [
    ...unknown.map((id): GroupsProblem => ({ code: "GROUP_UNKNOWN_ID", line, id })),
    ...[...repeated].map((id): GroupsProblem => ({ code: "GROUP_REPEATED_ID", line, id })),
  ];
}

/** Reads groups (JSONL, one list of ids a line), in the order given, or every problem with its line. */
export function readGroups(
  text: string,
  isKnown: (id: string) => boolean,
): Decision<readonly (readonly string[])[], GroupsProblem> {
  const problems: GroupsProblem[] = [];
  const groups: (readonly string[])[] = [];
  for (const { line, text: lineText } of linesOf(text)) {
    const ids = parseJson(lineText);
    if (!isTextList(ids)) problems.push({ code: "GROUP_NOT_A_LIST", line });
    else {
      problems.push(...groupProblems(line, ids, isKnown));
      groups.push(ids);
    }
  }
  return decisionOf(problems, () => groups);
}
