import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { VocabularySource } from "#domain/vocabulary.ts";
import { sourceOf } from "./seed-source.ts";
import { isSeedObject, listAt, objectAt, textAt, textsAt, type SeedObject } from "./seed-value.ts";

/** A merger or division: names that are gone, and what they became. */
export interface Merger {
  /** JIS X 0401. */
  readonly prefecture: string;
  /** The day it took effect, YYYY-MM-DD. */
  readonly on: string;
  /** Today's codes; several where it was divided, the first for what no town tells apart. */
  readonly into: readonly string[];
  /** With county (郡) or city, without prefecture. */
  readonly names: readonly string[];
  /** Towns that went elsewhere than to the first, by code. */
  readonly towns: ReadonlyMap<string, readonly string[]>;
}

/** A ward made since the lists of the packages were drawn up. */
export interface NewWard {
  readonly city: string;
  readonly code: string;
  readonly name: string;
}

/** Old municipalities as the project ships them. */
export interface OldMunicipalities {
  readonly mergers: readonly Merger[];
  readonly newWards: readonly NewWard[];
  /** Codes of wards that are gone. */
  readonly goneCodes: ReadonlySet<string>;
  readonly source: VocabularySource;
}

const FILE = new URL("../../../../seeds/reference/old-municipalities.yaml", import.meta.url);

/** Reads and checks the old municipalities. A fault in them is ours, so it throws. */
export function loadOldMunicipalities(): OldMunicipalities {
  const seed = parse(readFileSync(FILE, "utf8")) as SeedObject;
  const mergers = listAt(seed, "mergers").map((entry) => mergerFrom(objectOf(entry)));
  const count = mergers.reduce((sum, { names }) => sum + names.length, 0);
  return {
    mergers,
    source: sourceOf(seed, "old-municipalities", count),
    newWards: listAt(seed, "newWards").map((entry) => {
      const ward = objectOf(entry);
      return { city: codeOf(textAt(ward, "city")), code: codeOf(textAt(ward, "code")), name: textAt(ward, "name") };
    }),
    goneCodes: new Set(textsAt(seed, "goneCodes").map(codeOf)),
  };
}

function mergerFrom(entry: SeedObject): Merger {
  const on = textAt(entry, "on");
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on)) throw new Error(`old-municipalities.yaml: "${on}" is no day.`);
  const towns = entry["towns"] === undefined ? {} : objectAt(entry, "towns");
  return {
    prefecture: textAt(entry, "prefecture"),
    on,
    into: textsAt(entry, "into").map(codeOf),
    names: textsAt(entry, "names"),
    towns: new Map(Object.keys(towns).map((code) => [codeOf(code), textsAt(towns, code)])),
  };
}

function objectOf(entry: unknown): SeedObject {
  if (!isSeedObject(entry)) throw new Error("old-municipalities.yaml holds an entry without keys.");
  return entry;
}

function codeOf(text: string): string {
  if (!/^\d{5}$/.test(text)) throw new Error(`old-municipalities.yaml: "${text}" is no municipality code.`);
  return text;
}
