import { ACTIONS, PARTIES, reachOf, type Reach } from "#domain/access/access-table.ts";
import { OPERATIONS } from "#domain/access/operations.ts";

const REACH_WORDS: Record<Reach, string> = { own: "own", all: "all", none: "–" };

/** The access table and the operations under it, as Markdown. */
export function accessDocument(): string {
  const rows = ACTIONS.map((action) => [action, ...PARTIES.map((party) => REACH_WORDS[reachOf(action, party)])]);
  const operations = Object.entries(OPERATIONS).map(([operation, action]) => [operation, action]);
  return [
    "# Who may do what",
    "",
    "Printed from `src/domain/access` by `pnpm schema:print`; never edited by hand.",
    "**own**: things of the own federation. **all**: whatever the federation. **–**: not at all.",
    "Another federation's things are never within reach: row-level security in the database repeats that boundary.",
    "",
    ...markdownTable(["action", ...PARTIES], rows),
    "",
    "## Which action an operation asks for",
    "",
    ...markdownTable(["operation", "action"], operations),
    "",
  ].join("\n");
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)];
}
