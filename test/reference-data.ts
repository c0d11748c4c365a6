import { existsSync } from "node:fs";
import { join } from "node:path";

/** The folder of real public data, which is not part of the project: REFERENCE_DATA, else beside the checkout. */
const folder = process.env["REFERENCE_DATA"] ?? join(import.meta.dirname, "../../shared/data");

/** A file of the reference data; undefined, and one line saying so, where it is absent. */
export function referenceFile(name: string): string | undefined {
  const path = join(folder, name);
  if (existsSync(path)) return path;
  console.log(`Skipped: no ${name} in the reference data folder (set REFERENCE_DATA).`);
  return undefined;
}

/** Licence registers of Takamatsu city: 10,487 rows (city open data, CC BY 4.0). */
export const TAKAMATSU = "takamatsu-licences/takamatsu_businesses.csv";
