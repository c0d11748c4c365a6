/** Kinds of reference data an installation may load from their publishers' files. */
export const DATA_SETS = [
  "industries-14",
  "industries-13",
  "municipalities",
  "towns",
  "boundaries",
  "cooperatives",
] as const;

/** One kind of reference data. */
export type DataSetId = (typeof DATA_SETS)[number];

/** A class of the Japan Standard Industrial Classification, from section (letter) to the finest (4 digits). */
export interface IndustryRow {
  readonly revision: 13 | 14;
  readonly code: string;
  readonly name: string;
  readonly english: string | null;
  /** What the publisher names as belonging to it: 食パン製造業. */
  readonly examples: readonly string[];
  /** Parts of its description that say what is done there; never what is elsewhere. */
  readonly phrases: readonly string[];
}

/** A municipality or ward with the place of its office, WGS84 degrees. */
export interface MunicipalityRow {
  /** JIS X 0402, five digits. */
  readonly code: string;
  readonly name: string;
  readonly kana: string;
  readonly lat: number;
  readonly lon: number;
}

/** The point that stands for a town or a part of one, WGS84 degrees. */
export interface TownRow {
  readonly municipality: string;
  /** As it is written after the municipality: 朝日町一丁目. */
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
}

/** The area of a prefecture (2 digits) or municipality (5) as a GeoJSON geometry. */
export interface BoundaryRow {
  readonly code: string;
  readonly name: string;
  readonly geometry: object;
}

/** A registered cooperative; `until` is the day it was closed, null while it exists. */
export interface CooperativeRow {
  /** Corporate number. */
  readonly number: string;
  readonly name: string;
  readonly kana: string | null;
  readonly kind: string;
  readonly municipality: string;
  readonly address: string;
  readonly postcode: string | null;
  /** Day the number was assigned: 2015-10-05 says that it existed when numbering began. */
  readonly since: string;
  readonly until: string | null;
}

/** The rows of each data set. */
export interface DataSetRows {
  readonly "industries-14": readonly IndustryRow[];
  readonly "industries-13": readonly IndustryRow[];
  readonly municipalities: readonly MunicipalityRow[];
  readonly towns: readonly TownRow[];
  readonly boundaries: readonly BoundaryRow[];
  readonly cooperatives: readonly CooperativeRow[];
}

/** What can be wrong with a publisher's file. */
export type DataFault =
  | { readonly code: "FOLDER_NOT_THERE"; readonly folder: string }
  | { readonly code: "FOLDER_WITHOUT_DATA"; readonly folder: string }
  | { readonly code: "FILE_NOT_READ" }
  | { readonly code: "COLUMN_MISSING"; readonly column: string }
  | { readonly code: "CODE_NOT_READ"; readonly value: string }
  | { readonly code: "NAME_EMPTY" }
  | { readonly code: "COORDINATE_NOT_READ"; readonly value: string }
  | { readonly code: "DAY_NOT_READ"; readonly value: string }
  | { readonly code: "CORPORATE_NUMBER_NOT_READ"; readonly value: string }
  | { readonly code: "PLACE_NOT_KNOWN"; readonly value: string }
  | { readonly code: "KEY_TWICE"; readonly value: string }
  | { readonly code: "SHAPE_NOT_READ" }
  | { readonly code: "LEFT_OUT_WITHOUT_POINT"; readonly value: string };

/** One thing to tell about a file: its path below the folder and the line, or the path inside a JSON file. */
export type DataProblem = DataFault & {
  readonly file?: string;
  readonly line?: number;
  readonly at?: string;
};

/** Whether it only informs: the line is left out, the file is taken. Everything else refuses the folder. */
export function isDataNotice({ code }: DataFault): boolean {
  return code === "LEFT_OUT_WITHOUT_POINT";
}
