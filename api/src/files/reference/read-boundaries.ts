import { feature } from "topojson-client";
import { prefectureCodeOf } from "../gazetteer.ts";
import type { BoundaryRow, DataProblem } from "#domain/reference-data.ts";
import { isSeedObject } from "../seeds/seed-value.ts";
import type { DataFile, DataReading } from "./data-table.ts";
import { readJson } from "./json-file.ts";

type Topology = Parameters<typeof feature>[0];

/**
 * Areas of prefectures and municipalities from TopoJSON with the properties of the MLIT's N03: the prefecture's name
 * (N03_001), the municipality's name (N03_004) and code (N03_007).
 */
export function readBoundaries(files: readonly DataFile[]): DataReading<BoundaryRow> {
  const rows: BoundaryRow[] = [];
  const problems: DataProblem[] = [];
  for (const file of files) {
    const topology = readJson(file, problems);
    if (topology !== undefined) readTopology({ file, rows, problems }, topology);
  }
  return { rows, problems };
}

interface BoundaryReading {
  readonly file: DataFile;
  readonly rows: BoundaryRow[];
  readonly problems: DataProblem[];
}

function readTopology({ file, rows, problems }: BoundaryReading, topology: unknown): void {
  const shapes = shapesOf(topology);
  if (shapes === undefined) {
    problems.push({ code: "SHAPE_NOT_READ", file: file.name });
    return;
  }
  for (const { properties, geometry, at } of shapes) {
    const row = rowOf(properties, geometry);
    const where = { file: file.name, at };
    if (row === undefined) problems.push({ code: "PLACE_NOT_KNOWN", value: JSON.stringify(properties), ...where });
    else if (rows.some(({ code }) => code === row.code))
      problems.push({ code: "KEY_TWICE", value: row.code, ...where });
    else rows.push(row);
  }
}

interface Shape {
  readonly properties: unknown;
  readonly geometry: object;
  readonly at: string;
}

/** Every area of every object of a topology; undefined where it is none. */
function shapesOf(topology: unknown): Shape[] | undefined {
  if (!isSeedObject(topology) || topology["type"] !== "Topology" || !isSeedObject(topology["objects"]))
    return undefined;
  try {
    return Object.entries(topology["objects"]).flatMap(([name, object]) => {
      const found = feature(topology as unknown as Topology, object as Parameters<typeof feature>[1]);
      const features = "features" in found ? found.features : [found];
      return features.map(({ properties, geometry }, index) => ({
        properties,
        geometry,
        at: `objects.${name}[${index}]`,
      }));
    });
  } catch {
    return undefined; // arcs that do not exist, or an object of no known kind
  }
}

function rowOf(properties: unknown, geometry: object): BoundaryRow | undefined {
  const { N03_001: prefecture, N03_004: city, N03_007: code } = isSeedObject(properties) ? properties : {};
  if (typeof code === "string" && /^\d{5}$/.test(code) && typeof city === "string")
    return { code, name: city, geometry };
  if (typeof prefecture !== "string") return undefined;
  const prefectureCode = prefectureCodeOf(prefecture);
  return prefectureCode === undefined ? undefined : { code: prefectureCode, name: prefecture, geometry };
}
