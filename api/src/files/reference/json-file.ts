import type { DataProblem } from "#domain/reference-data.ts";
import type { DataFile } from "./data-table.ts";

/** The content of a JSON file; undefined and told, with the line where the parser names it, where it is broken. */
export function readJson({ name, text }: DataFile, problems: DataProblem[]): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const line = /line (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
    problems.push({ code: "FILE_NOT_READ", file: name, ...(line === undefined ? {} : { line: Number(line) }) });
    return undefined;
  }
}
