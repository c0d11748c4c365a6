/** A point on the ground in whole microdegrees (WGS84), so that distances are the same on every machine. */
export interface Place {
  readonly latMicro: number;
  readonly lonMicro: number;
}

/** Decametres (10 m) in one degree of latitude. */
export const DEGREE_LAT_DAM = 11_100;

/** Microdegrees in a degree. */
export const MICRO = 1_000_000;

/** Decametres in a microdegree of latitude. */
export const LAT_DAM_A_MICRO = DEGREE_LAT_DAM / MICRO;

/** Latitude of the first entry of the table below, in degrees. */
const TABLE_FIRST_LAT = 20;

/** Decametres in one degree of longitude at 20°, 21° … 50° north: 11,132 · cos φ, rounded. Japan lies inside the table. */
const DEGREE_LON_DAM = [
  10_461, 10_393, 10_321, 10_247, 10_170, 10_089, 10_005, 9_919, 9_829, 9_736, 9_641, 9_542, 9_440, 9_336, 9_229, 9_119,
  9_006, 8_890, 8_772, 8_651, 8_528, 8_401, 8_273, 8_141, 8_008, 7_872, 7_733, 7_592, 7_449, 7_303, 7_156,
] as const;

/** Rounds degrees to whole microdegrees, halves upwards. */
export function placeOf(lat: number, lon: number): Place {
  return { latMicro: Math.floor(MICRO * lat + 0.5), lonMicro: Math.floor(MICRO * lon + 0.5) };
}

/** ⌊value ÷ 1,000,000⌋ of a whole number from 0 to 2^52, without the slow division. */
function wholeMillionths(value: number): number {
  const near = Math.floor(value * 1e-6);
  const rest = value - near * MICRO;
  if (rest < 0) return near - 1;
  return rest >= MICRO ? near + 1 : near;
}

/** Decametres in one degree of longitude at a latitude, interpolated between whole degrees and rounded down; the table's ends hold beyond it. */
export function degreeOfLongitudeDam(latMicro: number): number {
  const row = latMicro < 0 ? -1 : wholeMillionths(latMicro) - TABLE_FIRST_LAT;
  const last = DEGREE_LON_DAM.length - 1;
  if (row < 0) return DEGREE_LON_DAM[0];
  if (row >= last) return DEGREE_LON_DAM[last] as number;
  const rest = latMicro - (row + TABLE_FIRST_LAT) * MICRO;
  const south = DEGREE_LON_DAM[row] as number;
  const north = DEGREE_LON_DAM[row + 1] as number;
  return wholeMillionths(south * (MICRO - rest) + north * rest);
}

/** The largest whole number whose square is not above `square`. Exact below 2^52, far above any squared distance on earth in decametres. */
function wholeRoot(square: number): number {
  const root = Math.floor(Math.sqrt(square));
  if (root * root > square) return root - 1;
  return (root + 1) * (root + 1) <= square ? root + 1 : root;
}

/** Distance in whole decametres (10 m), every step rounded down, of what lies so many microdegrees apart at a latitude. */
function apartDam(northMicro: number, eastMicro: number, latMicro: number): number {
  const north = wholeMillionths(Math.abs(northMicro) * DEGREE_LAT_DAM);
  const east = wholeMillionths(Math.abs(eastMicro) * degreeOfLongitudeDam(latMicro));
  return wholeRoot(north * north + east * east);
}

/** Distance between two places in whole decametres (10 m), every step rounded down; within 0.5 % of the great circle inside Japan. */
export function distanceDam(a: Place, b: Place): number {
  const middle = Math.floor((a.latMicro + b.latMicro) / 2);
  return apartDam(a.latMicro - b.latMicro, a.lonMicro - b.lonMicro, middle);
}

/** Many places, in columns of whole microdegrees. */
export interface Places {
  readonly latMicro: Int32Array;
  readonly lonMicro: Int32Array;
}

/** The same distance between two of many places, by their number. */
export function distanceAmong({ latMicro, lonMicro }: Places, a: number, b: number): number {
  const [latA, latB] = [latMicro[a] as number, latMicro[b] as number];
  return apartDam(latA - latB, (lonMicro[a] as number) - (lonMicro[b] as number), Math.floor((latA + latB) / 2));
}

/** Radius of the earth in decametres. */
const EARTH_DAM = 637_100;

/**
 * Decametres by which a distance reckoned as if a degree were everywhere as long as at one end may differ from the exact
 * one: what a degree of longitude changes over half the reach, less than this up to 50° north, and roundings.
 */
export const roughDam = (reachDam: number): number => 3 + (reachDam * reachDam) / EARTH_DAM;

/** Tells who of many places lies within reach of one: exactly, and quicker than by the distance of each. */
export function reachFrom(place: Place, reachDam: number): (latMicro: number, lonMicro: number) => boolean {
  const [latDam, lonDam] = [LAT_DAM_A_MICRO, degreeOfLongitudeDam(place.latMicro) / MICRO];
  const surely = Math.max(0, reachDam - roughDam(reachDam)) ** 2;
  const perhaps = (reachDam + roughDam(reachDam)) ** 2;
  return (latMicro, lonMicro) => {
    const north = (latMicro - place.latMicro) * latDam;
    const east = (lonMicro - place.lonMicro) * lonDam;
    const square = north * north + east * east;
    if (square < surely) return true;
    return square <= perhaps && distanceDam({ latMicro, lonMicro }, place) <= reachDam;
  };
}

/** The greatest distance between any two of these places, in decametres; undefined where there are not two. */
export function farthestDam(places: readonly Place[]): number | undefined {
  if (places.length < 2) return undefined;
  return Math.max(...places.flatMap((a, index) => places.slice(index + 1).map((b) => distanceDam(a, b))));
}

/** Kilometres as whole decametres, rounded down. */
export function damOfKm(km: number): number {
  return Math.floor(km * 100);
}

/** How far east or west, in microdegrees, something `reachDam` away can lie from a latitude; never too small, for cutting a window. */
export function longitudeWindowMicro(latMicro: number, reachDam: number): number {
  const farthestNorth = latMicro + latitudeWindowMicro(reachDam);
  return Math.ceil(((reachDam + 1) * MICRO) / degreeOfLongitudeDam(farthestNorth)) + 1;
}

/** How far north or south, in microdegrees, something `reachDam` away can lie; never too small, for cutting a window. */
export function latitudeWindowMicro(reachDam: number): number {
  return Math.ceil(((reachDam + 1) * MICRO) / DEGREE_LAT_DAM) + 1;
}
