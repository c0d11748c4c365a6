import { foldForSearch, numberOfKanji } from "./text.ts";

/** How exact an estimated place is: the point of the town the address names, or the municipality's office. */
export type PlaceExactness = "town" | "municipality";

/** A place worked out from an address, WGS84 degrees; always an estimate. */
export interface EstimatedPlace {
  readonly lat: number;
  readonly lon: number;
  readonly exactness: PlaceExactness;
}

/** A point on the ground, WGS84 degrees. */
interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** What is loaded of one municipality: its name, where its office is, and its towns. */
export interface LoadedMunicipality {
  readonly code: string;
  /** Without prefecture and county: まんのう町, 浜松市中央区. */
  readonly name: string;
  readonly office: Point | undefined;
  readonly towns: readonly (Point & { readonly name: string })[];
}

/** Finds a place for an address in a municipality; undefined where nothing is loaded of it. */
export type PlaceFinder = (municipality: string, address: string | undefined) => EstimatedPlace | undefined;

/** Makes the finder for some municipalities from what is loaded of them: the longest town an address names, else the office. */
export function placeFinder(municipalities: readonly LoadedMunicipality[]): PlaceFinder {
  const known = new Map(municipalities.map((one) => [one.code, { ...one, index: townIndex(one.towns) }]));
  return (code, address) => {
    const municipality = known.get(code);
    if (municipality === undefined) return undefined;
    const town = address === undefined ? undefined : townOf(address, municipality);
    if (town !== undefined) return estimate(town, "town");
    return municipality.office && estimate(municipality.office, "municipality");
  };
}

/** Rounded to microdegrees, a tenth of a metre: the same estimate on every machine. */
function estimate({ lat, lon }: Point, exactness: PlaceExactness): EstimatedPlace {
  const sixth = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return { lat: sixth(lat), lon: sixth(lon), exactness };
}

interface TownIndex {
  readonly points: ReadonlyMap<string, Point>;
  /** Names that stand for the middle of their 丁目: no block lies outside one. */
  readonly middles: ReadonlySet<string>;
  /** Characters of the longest name. */
  readonly longest: number;
}

/** Towns by folded name. A name that only exists with 丁目 stands for the middle of them. */
function townIndex(towns: LoadedMunicipality["towns"]): TownIndex {
  const points = new Map<string, Point>();
  const quarters = new Map<string, Point[]>();
  for (const { name, lat, lon } of towns) {
    const folded = foldTown(name);
    points.set(folded, { lat, lon });
    const whole = /^(.+?)\d+丁目$/.exec(folded)?.[1];
    if (whole !== undefined) quarters.set(whole, [...(quarters.get(whole) ?? []), { lat, lon }]);
  }
  const middles = new Set([...quarters.keys()].filter((name) => !points.has(name)));
  for (const name of middles) points.set(name, middleOf(quarters.get(name) ?? []));
  return { points, middles, longest: Math.max(0, ...[...points.keys()].map(({ length }) => length)) };
}

function middleOf(points: readonly Point[]): Point {
  const mean = (of: (point: Point) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  return { lat: mean(({ lat }) => lat), lon: mean(({ lon }) => lon) };
}

/** An address or a town's name for comparison: 朝日町一丁目 and 朝日町１丁目, 大字 and 字, ヶ and ケ no longer differ. */
function foldTown(text: string): string {
  return foldForSearch(text)
    .replace(/[ゖヶヵゕ]/g, "け")
    .replace(/(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=丁目|番|号|条)/g, (kanji) =>
      String(numberOfKanji(kanji)),
    )
    .replace(/(?<=\d)ー(?=\d)/g, "-")
    .replace(/大字|小字|字(?=.)/g, "");
}

/** Names that an address may begin with before its town: prefecture and county. */
const PREFECTURE = /^(北海道|東京都|大阪府|京都府|[^市区町村郡]{2,3}県)/;
const COUNTY = /^[^市区町村郡]{1,5}郡/;

function townOf(
  address: string,
  { name, index }: LoadedMunicipality & { readonly index: TownIndex },
): Point | undefined {
  if (index.longest === 0) return undefined;
  const local = foldTown(address).replace(PREFECTURE, "").replace(COUNTY, "");
  const own = foldTown(name);
  const rest = local.startsWith(own) ? local.slice(own.length) : local;
  // An address may name a municipality that is gone: 志度町志度 is 志度 today, 牟礼町大町 is still 牟礼町大町.
  return longestTown(rest, index) ?? longestTown(rest.replace(/^.{1,5}?[市町村区]/, ""), index);
}

/** The point of the longest town an address begins with; 朝日町1-2-3 is 朝日町1丁目 where there is one. */
function longestTown(rest: string, index: TownIndex): Point | undefined {
  const { points, longest } = index;
  const spelled = withQuarter(rest, index);
  for (let length = Math.min(longest, spelled.length); length >= 1; length -= 1) {
    const point = points.get(spelled.slice(0, length));
    if (point !== undefined) return point;
  }
  return undefined;
}

/**
 * Spells out 丁目 where numbers stand for it: of three numbers the first is one; of two it is only where the town has no
 * blocks outside its 丁目.
 */
function withQuarter(rest: string, { points, middles }: TownIndex): string {
  const [, town = "", quarter = "", second] = /^(\D+)(\d+)-\d+(-\d+)?/.exec(rest) ?? [];
  const spelled = `${town}${quarter}丁目`;
  if (!points.has(spelled)) return rest;
  return second !== undefined || middles.has(town) ? spelled : rest;
}
