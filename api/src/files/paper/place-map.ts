import type { PaperPlace } from "#words/paper.ts";

/** The drawing's sides, in units of its own; the margin keeps marks inside. */
const WIDTH = 560;
const HEIGHT = 110;
const MARGIN = 22;
const RADIUS = 9;

const KM_PER_DEGREE = 111.32;

/** The least ground shown, in kilometres: neighbours in one street are not blown up to look far apart. */
const LEAST_KM = 1;

/** Rounds of pushing after which marks stay where they are. */
const PUSHES_MAX = 200;

/** Turn between marks of one spot, in radians: each is pushed another way. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

const SCALE_KM = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500];

interface Mark {
  readonly place: PaperPlace;
  readonly trueX: number;
  readonly trueY: number;
  x: number;
  y: number;
}

/** Where places lie to each other, north up, as an SVG in black and white; a dashed mark is only an estimate. */
export function placeMapSvg(places: readonly PaperPlace[]): string {
  const { marks, unitsPerKm } = projected(places);
  pushApart(marks);
  const barKm = SCALE_KM.findLast((km) => km * unitsPerKm <= WIDTH / 4) ?? 0.1;
  const bar = barKm * unitsPerKm;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="Noto Sans JP" font-size="10">`,
    `<rect x="0.5" y="0.5" width="${WIDTH - 1}" height="${HEIGHT - 1}" fill="white" stroke="black"/>`,
    ...marks.map(({ trueX, trueY, x, y }) => {
      const dot = `<circle cx="${trueX.toFixed(1)}" cy="${trueY.toFixed(1)}" r="1.5"/>`;
      return `<path d="M${trueX.toFixed(1)} ${trueY.toFixed(1)}L${x.toFixed(1)} ${y.toFixed(1)}" stroke="black"/>${dot}`;
    }),
    ...marks.map(markSvg),
    `<path d="M10 ${HEIGHT - 14}v4h${bar.toFixed(1)}v-4" fill="none" stroke="black"/>`,
    `<text x="${(bar + 16).toFixed(1)}" y="${HEIGHT - 8}">${barKm}km</text>`,
    `<path d="M${WIDTH - 16} 30V12m-4 6l4-6l4 6" fill="none" stroke="black"/><text x="${WIDTH - 20}" y="42">N</text>`,
    "</svg>",
  ].join("");
}

function markSvg({ place: { number, estimated }, x, y }: Mark): string {
  const dashes = estimated ? ` stroke-dasharray="2.5 2"` : "";
  const circle = `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${RADIUS}" fill="white" stroke="black"${dashes}/>`;
  return `${circle}<text x="${x.toFixed(1)}" y="${(y + 3.5).toFixed(1)}" text-anchor="middle">${number}</text>`;
}

/** Flat enough for one prefecture: degrees of longitude shrink with the cosine of the mean latitude. */
function projected(places: readonly PaperPlace[]): { readonly marks: Mark[]; readonly unitsPerKm: number } {
  const meanLat = places.reduce((sum, { lat }) => sum + lat, 0) / places.length;
  const kmPerLon = KM_PER_DEGREE * Math.cos((meanLat * Math.PI) / 180);
  const east = extentOf(places.map(({ lon }) => lon * kmPerLon));
  const north = extentOf(places.map(({ lat }) => lat * KM_PER_DEGREE));
  const unitsPerKm = Math.min((WIDTH - 2 * MARGIN) / east.length, (HEIGHT - 2 * MARGIN) / north.length);
  const marks = places.map((place) => {
    const trueX = WIDTH / 2 + (place.lon * kmPerLon - east.middle) * unitsPerKm;
    const trueY = HEIGHT / 2 - (place.lat * KM_PER_DEGREE - north.middle) * unitsPerKm;
    return { place, trueX, trueY, x: trueX, y: trueY };
  });
  return { marks, unitsPerKm };
}

function extentOf(values: readonly number[]): { readonly middle: number; readonly length: number } {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return { middle: (least + most) / 2, length: Math.max(most - least, LEAST_KM) };
}

/** Moves marks aside until none covers another, or there is no more room. */
function pushApart(marks: readonly Mark[]): void {
  for (let round = 0, pushed = true; pushed && round < PUSHES_MAX; round += 1) {
    const pushes = marks.flatMap((one, index) => marks.slice(index + 1).map((other) => pushedApart(one, other)));
    pushed = pushes.includes(true);
  }
}

/** Moves two marks aside where they cover each other; false where they do not. */
function pushedApart(one: Mark, other: Mark): boolean {
  // Marks of one spot have no direction to be pushed in: each has one of its own.
  const turn = other.place.number * GOLDEN_ANGLE;
  const [dx, dy] = [other.x - one.x || Math.cos(turn), other.y - one.y || Math.sin(turn)];
  const apart = Math.hypot(dx, dy);
  if (apart >= 2 * RADIUS) return false;
  const push = (2 * RADIUS + 0.5 - apart) / 2 / apart;
  [one.x, one.y] = [within(one.x - dx * push, WIDTH), within(one.y - dy * push, HEIGHT)];
  [other.x, other.y] = [within(other.x + dx * push, WIDTH), within(other.y + dy * push, HEIGHT)];
  return true;
}

const within = (value: number, side: number) => Math.min(Math.max(value, MARGIN / 2), side - MARGIN / 2);
