import { degreeOfLongitudeDam, distanceAmong, LAT_DAM_A_MICRO, MICRO, roughDam, type Places } from "#domain/place.ts";
import type { Field } from "./field.ts";
import { POOL_MAX, type Pool } from "./part.ts";

/** Whether two candidates may be in one group, wherever they lie. */
export type MayMeet = (a: number, b: number) => boolean;

/** Two must not meet because somebody asks for it, or because the form lies in one prefecture and they are known to be in two. */
export function meetingsOf({ apart, columns: { municipality, count }, prefectureOf }: Field): MayMeet {
  const keyOf = (a: number, b: number) => Math.min(a, b) * count + Math.max(a, b);
  const apartKeys = new Set(apart.map(([a, b]) => keyOf(a, b)));
  return (a, b) => {
    if (apartKeys.size > 0 && apartKeys.has(keyOf(a, b))) return false;
    const one = prefectureOf[municipality[a] as number];
    const other = prefectureOf[municipality[b] as number];
    return one === other || one === 0 || other === 0;
  };
}

/** Who of a pool may be in one group. */
export interface Meeting {
  readonly places: Places;
  /** Greatest distance between two members, in decametres. */
  readonly withinDam: number;
  readonly mayMeet: MayMeet;
}

/**
 * Lays out how far the slots of a pool are apart, and which of them must not be in one group: by pair, `POOL_MAX` a row,
 * 1 where not. Of those who are surely too far apart it says so and no more.
 */
export function layMeetings(pool: Pool, isBarred: Uint8Array, { places, withinDam, mayMeet }: Meeting): void {
  const { size, candidates, apartDam } = pool;
  const { latMicro, lonMicro } = places;
  const surelyFar = (withinDam + roughDam(withinDam)) ** 2;
  for (let one = 0; one < size; one += 1) {
    isBarred[one * POOL_MAX + one] = 1;
    apartDam[one * POOL_MAX + one] = 0;
    const a = candidates[one] as number;
    const [lat, lon] = [latMicro[a] as number, lonMicro[a] as number];
    const lonDamAMicro = degreeOfLongitudeDam(lat) / MICRO;
    for (let other = one + 1; other < size; other += 1) {
      const b = candidates[other] as number;
      const north = ((latMicro[b] as number) - lat) * LAT_DAM_A_MICRO;
      const east = ((lonMicro[b] as number) - lon) * lonDamAMicro;
      const isFar = north * north + east * east > surelyFar;
      const apart = isFar ? withinDam + 1 : distanceAmong(places, a, b);
      const barred = apart > withinDam || !mayMeet(a, b) ? 1 : 0;
      apartDam[one * POOL_MAX + other] = apart;
      apartDam[other * POOL_MAX + one] = apart;
      isBarred[one * POOL_MAX + other] = barred;
      isBarred[other * POOL_MAX + one] = barred;
    }
  }
}
