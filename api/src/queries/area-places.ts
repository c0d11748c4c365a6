import type { EntityManager } from "@mikro-orm/postgresql";

/** A demanded municipality with the place that stands for it, where one is known. */
export interface AreaPlace {
  readonly municipality: string;
  readonly lat?: number;
  readonly lon?: number;
}

/**
 * The place that stands for each municipality: the middle of the businesses the federation knows there, else its office
 * where that is loaded. Without one, the area has no place and stays unknown in the score. In the order given.
 */
export async function findAreaPlaces(em: EntityManager, codes: readonly string[]): Promise<AreaPlace[]> {
  const asked = JSON.stringify(codes);
  const offices: { municipality: string; lat: number; lon: number }[] = await em.execute(
    `select code as municipality, lat, lon from reference_municipality
     where code in (select jsonb_array_elements_text(?::jsonb))`,
    [asked],
  );
  const rows: { municipality: string; lat: number; lon: number }[] = await em.execute(
    `select municipality, avg((facts #>> '{place,value,lat}')::numeric)::float8 as lat,
            avg((facts #>> '{place,value,lon}')::numeric)::float8 as lon
     from business where removed_at is null and municipality in (select jsonb_array_elements_text(?::jsonb))
       and facts -> 'place' is not null group by municipality`,
    [asked],
  );
  const places = new Map([...offices, ...rows].map((row) => [row.municipality, row]));
  return codes.map((municipality) => {
    const place = places.get(municipality);
    return place ? { municipality, lat: sixth(place.lat), lon: sixth(place.lon) } : { municipality };
  });
}

/** Microdegrees, the matcher's own grain: the same places give the same question on any machine. */
function sixth(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
