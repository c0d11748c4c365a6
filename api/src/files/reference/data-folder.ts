import { createHash } from "node:crypto";
import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isDataNotice, type DataProblem, type DataSetId, type DataSetRows } from "#domain/reference-data.ts";
import { loadDataSets, type DataSet } from "../seeds/data-sets.ts";
import type { DataFile, DataReading } from "./data-table.ts";
import { readBoundaries } from "./read-boundaries.ts";
import { readCooperatives } from "./read-cooperatives.ts";
import { readIndustryTable, readIndustryTree } from "./read-industries.ts";
import { readMunicipalities, readTowns } from "./read-places.ts";

const READERS: { readonly [Id in DataSetId]: (files: readonly DataFile[]) => DataReading<DataSetRows[Id][number]> } = {
  "industries-14": readIndustryTree,
  "industries-13": readIndustryTable,
  municipalities: readMunicipalities,
  towns: readTowns,
  boundaries: readBoundaries,
  cooperatives: readCooperatives,
};

/** A data set found in a folder, ready to be stored. */
export interface FoundDataSet {
  readonly set: DataSet;
  readonly rows: readonly object[];
  /** SHA-256 of the files read: the same again is the same data. */
  readonly digest: string;
}

/** What a folder of publishers' files holds. */
export interface DataFolder {
  readonly found: readonly FoundDataSet[];
  readonly absent: readonly DataSet[];
  /** What refuses the folder: nothing is stored while there is one. */
  readonly problems: readonly DataProblem[];
  /** Lines that were left out, for a reason that does not refuse. */
  readonly notices: readonly DataProblem[];
}

/** Reads every data set that lies in a folder; what is absent is named, what is broken told with file and line. */
export function readDataFolder(folder: string): DataFolder {
  if (!isFolder(folder)) return nothingBut({ code: "FOLDER_NOT_THERE", folder });
  const found: FoundDataSet[] = [];
  const absent: DataSet[] = [];
  const told: DataProblem[] = [];
  for (const set of loadDataSets()) {
    const files = filesOf(folder, set);
    if (files.length === 0) {
      absent.push(set);
      continue;
    }
    const { rows, problems } = READERS[set.id](files);
    told.push(...problems);
    found.push({ set, rows, digest: digestOf(files) });
  }
  if (found.length === 0) return { ...nothingBut({ code: "FOLDER_WITHOUT_DATA", folder }), absent };
  const problems = told.filter((problem) => !isDataNotice(problem));
  return { found, absent, problems, notices: told.filter(isDataNotice) };
}

function nothingBut(problem: DataProblem): DataFolder {
  return { found: [], absent: [], problems: [problem], notices: [] };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function filesOf(folder: string, { files }: DataSet): DataFile[] {
  for (const pattern of files) {
    const names = globSync(pattern, { cwd: folder }).sort();
    if (names.length > 0) return names.map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
  }
  return [];
}

function digestOf(files: readonly DataFile[]): string {
  const hash = createHash("sha256");
  for (const { name, text } of files) hash.update(`${name}\n${text.length}\n${text}`);
  return hash.digest("hex");
}
