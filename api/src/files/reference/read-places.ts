import type { MunicipalityRow, TownRow } from "#domain/reference-data.ts";
import { municipalityLookup } from "../gazetteer.ts";
import { readTables, type DataFile, type DataReading } from "./data-table.ts";

/** Municipalities and wards with the place of their office, as localgovjp writes them. */
export function readMunicipalities(files: readonly DataFile[]): DataReading<MunicipalityRow> {
  return readTables(files, {
    columns: ["city", "citykana", "lat", "lng", "lgcode"],
    read: (line) => {
      const code = line.code("lgcode", /^\d{6}$/)?.slice(0, 5);
      const name = line.name("city");
      const point = line.point("lat", "lng");
      if (code === undefined || name === undefined || point === undefined) return undefined;
      return { code, name: name.replace(/\s+/g, ""), kana: line.text("citykana").replace(/\s+/g, ""), ...point };
    },
    keyOf: ({ code }) => code,
  });
}

/** Points of towns, as Geolonia writes them: prefecture, city with its county, town and part of town. */
export function readTowns(files: readonly DataFile[]): DataReading<TownRow> {
  const codes = new Map<string, string | undefined>();
  const codeOf = (place: string) => {
    if (!codes.has(place)) codes.set(place, onlyOne(municipalityLookup().byAddress(place)));
    return codes.get(place);
  };
  return readTables(files, {
    columns: ["prefecture", "city", "town", "koaza", "lat", "lng"],
    read: (line) => {
      const place = `${line.text("prefecture")}${line.text("city")}`;
      const municipality = codeOf(place);
      if (municipality === undefined) return line.refuse({ code: "PLACE_NOT_KNOWN", value: place });
      const town = line.name("town");
      if (town === undefined) return undefined;
      const name = `${town}${line.text("koaza")}`;
      if (line.text("lat") === "" && line.text("lng") === "") {
        return line.refuse({ code: "LEFT_OUT_WITHOUT_POINT", value: `${place}${name}` });
      }
      const point = line.point("lat", "lng");
      return point && { municipality, name, ...point };
    },
    keyOf: ({ municipality, name }) => `${municipality} ${name}`,
  });
}

function onlyOne(codes: readonly string[]): string | undefined {
  return codes.length === 1 ? codes[0] : undefined;
}
