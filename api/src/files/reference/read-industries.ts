import { sectionOf } from "#domain/industry.ts";
import type { DataProblem, IndustryRow } from "#domain/reference-data.ts";
import { isSeedObject } from "../seeds/seed-value.ts";
import { readTables, type DataFile, type DataReading } from "./data-table.ts";
import { readJson } from "./json-file.ts";

/** Levels of the tree below the whole, from section to the finest class. */
const LEVELS = ["major_categories", "middle_categories", "minor_categories", "detail_categories"];

/** All classes of revision 14 from a tree of sections, divisions, groups and classes. */
export function readIndustryTree(files: readonly DataFile[]): DataReading<IndustryRow> {
  const rows: IndustryRow[] = [];
  const problems: DataProblem[] = [];
  for (const file of files) {
    const tree = readJson(file, problems);
    if (tree !== undefined) readBranches({ file, rows, problems }, tree, { level: 0, at: "" });
  }
  return { rows, problems };
}

interface TreeReading {
  readonly file: DataFile;
  readonly rows: IndustryRow[];
  readonly problems: DataProblem[];
}

function readBranches(
  reading: TreeReading,
  node: unknown,
  { level, at }: { readonly level: number; readonly at: string },
): void {
  const key = LEVELS[level];
  if (key === undefined) return;
  const branches = isSeedObject(node) ? node[key] : undefined;
  if (!Array.isArray(branches)) {
    reading.problems.push({ code: "SHAPE_NOT_READ", file: reading.file.name, at: `${at}${key}` });
    return;
  }
  for (const [index, branch] of branches.entries()) {
    const where = `${at}${key}[${index}]`;
    readClass(reading, branch, where);
    readBranches(reading, branch, { level: level + 1, at: `${where}.` });
  }
}

function readClass({ file, rows, problems }: TreeReading, branch: unknown, at: string): void {
  const { code, name, name_en, description, included_examples } = isSeedObject(branch) ? branch : {};
  const where = { file: file.name, at };
  if (typeof code !== "string" || sectionOf(code) === undefined) {
    problems.push({ code: "CODE_NOT_READ", value: String(code), ...where });
  } else if (rows.some((row) => row.code === code)) {
    problems.push({ code: "KEY_TWICE", value: code, ...where });
  } else if (typeof name !== "string" || name === "") {
    problems.push({ code: "NAME_EMPTY", ...where });
  } else {
    const examples = Array.isArray(included_examples) ? included_examples : [];
    rows.push({
      ...{ revision: 14, code, name, english: typeof name_en === "string" ? name_en : null },
      phrases: typeof description === "string" ? phrasesOf(description) : [],
      examples: examples.filter((example) => typeof example === "string").map((each) => each.replace(/\s/g, "")),
    });
  }
}

/** What a description says is done; sentences on what is classed elsewhere are left out. */
function phrasesOf(description: string): string[] {
  const own = description.split("。").filter((sentence) => !sentence.includes("分類"));
  const parts = own
    .join("、")
    .replace(/\s|主として|をいう|を行う|事業所|する/g, "")
    .split(/[、，・]|及び|又は|など/);
  return [...new Set(parts.filter((part) => part.length > 1))];
}

/** All classes of revision 13 from a table with one column for each level; levels not reached are zeros. */
export function readIndustryTable(files: readonly DataFile[]): DataReading<IndustryRow> {
  const [section, division, group, finest] = ["大分類コード", "中分類コード", "小分類コード", "細分類コード"] as const;
  return readTables(files, {
    columns: [section, division, group, finest, "項目名"],
    read: (line) => {
      const levels = [
        line.code(section, /^[A-T]$/),
        line.code(division, /^\d{2}$/),
        line.code(group, /^\d{3}$/),
        line.code(finest, /^\d{4}$/),
      ];
      const name = line.name("項目名");
      const code = levels.findLast((level) => level !== undefined && /[^0]/.test(level));
      if (levels.includes(undefined) || code === undefined || name === undefined) return undefined;
      return { revision: 13 as const, code, name, english: null, examples: [], phrases: [] };
    },
    keyOf: ({ code }) => code,
  });
}
