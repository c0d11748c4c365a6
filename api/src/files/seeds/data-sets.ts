import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { DATA_SETS, type DataSetId } from "#domain/reference-data.ts";
import { isSeedObject, listAt, objectAt, textAt, textsAt, type SeedObject } from "./seed-value.ts";

/** A sentence in both languages. */
export interface SeedWords {
  readonly ja: string;
  readonly en: string;
}

/** A data set of another publisher: what it is called, under which licence, where it lies, what does not work without. */
export interface DataSet {
  readonly id: DataSetId;
  readonly name: SeedWords;
  readonly licence: SeedWords;
  readonly without: SeedWords;
  /** Paths below the folder; the first pattern that meets a file is read. */
  readonly files: readonly string[];
}

const FILE = new URL("../../../../seeds/reference/data-sets.yaml", import.meta.url);

/** Every data set an installation may load. A fault in them is ours, so it throws. */
export function loadDataSets(): readonly DataSet[] {
  const sets = listAt(parse(readFileSync(FILE, "utf8")) as SeedObject, "dataSets").map(dataSetFrom);
  const lacking = DATA_SETS.filter((id) => !sets.some((set) => set.id === id));
  if (lacking.length > 0) throw new Error(`data-sets.yaml lacks ${lacking.join(", ")}.`);
  return sets;
}

function dataSetFrom(entry: unknown): DataSet {
  if (!isSeedObject(entry)) throw new Error("data-sets.yaml holds an entry without keys.");
  const id = DATA_SETS.find((known) => known === entry["id"]);
  if (id === undefined) throw new Error(`data-sets.yaml names an unknown data set ${JSON.stringify(entry["id"])}.`);
  const words = (key: string): SeedWords => {
    const both = objectAt(entry, key);
    return { ja: textAt(both, "ja"), en: textAt(both, "en") };
  };
  const [name, licence, without] = [words("name"), words("licence"), words("without")];
  return { id, name, licence, without, files: textsAt(entry, "files") };
}
