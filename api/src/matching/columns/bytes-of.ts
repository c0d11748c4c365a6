import type { Columns } from "./columns.ts";

/** Columns a search reads that weighs no order, purchases or months; the others are read for those alone. */
const HOT = [
  "cells",
  "latMicro",
  "lonMicro",
  "idOrder",
  "known",
  "trade",
  "municipality",
  "employees",
  "leader",
  "purposes",
  "needs",
  "seeks",
  "capabilities",
  "tied",
  "needing",
  "seeking",
  "offering",
] as const satisfies readonly (keyof Columns)[];

type Held = number | ArrayBufferView | { readonly [part: string]: Held };

function bytes(held: Held): number {
  if (typeof held === "number") return 0;
  if (ArrayBuffer.isView(held)) return held.byteLength;
  return Object.values(held).reduce<number>((sum, part) => sum + bytes(part), 0);
}

/** Bytes of the columns: of those a search for cooperatives reads, and of all. */
export function bytesOf(columns: Columns): { readonly hot: number; readonly all: number } {
  const parts = columns as unknown as Record<string, Held>;
  const sum = (names: readonly string[]) => names.reduce((total, name) => total + bytes(parts[name] as Held), 0);
  return { hot: sum(HOT), all: sum(Object.keys(parts)) };
}
