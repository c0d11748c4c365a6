import type { CooperativeRow } from "#domain/reference-data.ts";
import { readTables, type DataFile, type DataReading } from "./data-table.ts";

/** Registered cooperatives, drawn from the National Tax Agency's corporate numbers. */
export function readCooperatives(files: readonly DataFile[]): DataReading<CooperativeRow> {
  return readTables(files, {
    columns: [
      ...["corporate_number", "name", "furigana", "coop_type", "prefecture", "city", "street"],
      ...["jis_city_code", "postcode", "assigned_on", "closed_on"],
    ],
    read: (line) => {
      const number = line.corporateNumber("corporate_number");
      const name = line.name("name");
      const municipality = line.code("jis_city_code", /^\d{5}$/);
      const since = line.day("assigned_on");
      const until = line.text("closed_on") === "" ? null : line.day("closed_on");
      if (!number || !name || !municipality || !since || until === undefined) return undefined;
      const address = ["prefecture", "city", "street"].map((column) => line.text(column)).join("");
      return {
        ...{ number, name, kana: line.text("furigana") || null, kind: line.text("coop_type"), municipality, address },
        ...{ postcode: line.text("postcode") || null, since, until },
      };
    },
    keyOf: ({ number }) => number,
  });
}
