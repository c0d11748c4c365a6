/** A point on the ground, in degrees. */
export interface GroundPoint {
  readonly lat: number;
  readonly lon: number;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly padding: number;
}

export interface DrawnPoint {
  /** Where the mark is drawn; moved aside where marks would cover each other. */
  readonly x: number;
  readonly y: number;
  /** Where the place truly is. */
  readonly trueX: number;
  readonly trueY: number;
}

export interface DrawnMap {
  /** In the order given. */
  readonly points: readonly DrawnPoint[];
  readonly pixelsPerKm: number;
}

const KM_PER_DEGREE = 111.32;

/** The least ground shown: neighbours in one street are not blown up to look far apart. */
const LEAST_EXTENT_KM = 1;

function extentOf(values: readonly number[]): { readonly middle: number; readonly length: number } {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return { middle: (least + most) / 2, length: Math.max(most - least, LEAST_EXTENT_KM) };
}

/** Draws places to one scale in both directions, centred in the frame, north up. */
export function drawMap(places: readonly GroundPoint[], frame: Frame, markRadius: number): DrawnMap {
  if (places.length === 0) return { points: [], pixelsPerKm: 1 };
  const { drawn, pixelsPerKm } = projected(places, frame);
  return { points: spreadMarks(drawn, markRadius), pixelsPerKm };
}

/** Where groups of places are drawn. */
export interface DrawnGroups {
  /** One mark for each group, in the order given, beside the middle of its places. */
  readonly marks: readonly DrawnPoint[];
  /** The places of each group. */
  readonly places: readonly (readonly Mark[])[];
  readonly pixelsPerKm: number;
}

/** Draws one mark for each group of places, none empty: marks keep `spacing` between their middles as far as the frame has room. */
export function drawGroups(groups: readonly (readonly GroundPoint[])[], frame: Frame, spacing: number): DrawnGroups {
  if (groups.length === 0) return { marks: [], places: [], pixelsPerKm: 1 };
  const { drawn, pixelsPerKm } = projected(groups.flat(), frame);
  const starts = groups.map((_, index) => groups.slice(0, index).reduce((sum, group) => sum + group.length, 0));
  const places = groups.map((group, index) => drawn.slice(starts[index], (starts[index] ?? 0) + group.length));
  return { marks: pushApart(places.map(middleOf), frame, spacing), places, pixelsPerKm };
}

function middleOf(marks: readonly Mark[]): Mark {
  const mean = (of: (mark: Mark) => number) => marks.reduce((sum, mark) => sum + of(mark), 0) / marks.length;
  return { x: mean(({ x }) => x), y: mean(({ y }) => y) };
}

/** How the ground is laid into a frame. */
export interface Projection {
  readonly toFrame: (point: GroundPoint) => Mark;
  readonly pixelsPerKm: number;
}

/** Flat enough for one prefecture: degrees of longitude shrink with the cosine of the mean latitude of the places shown. */
export function projectionOf(places: readonly GroundPoint[], frame: Frame): Projection {
  const meanLat = places.reduce((sum, point) => sum + point.lat, 0) / Math.max(1, places.length);
  const kmPerLon = KM_PER_DEGREE * Math.cos((meanLat * Math.PI) / 180);
  const east = extentOf(places.map(({ lon }) => lon * kmPerLon));
  const north = extentOf(places.map(({ lat }) => lat * KM_PER_DEGREE));
  const pixelsPerKm = Math.min(
    (frame.width - 2 * frame.padding) / east.length,
    (frame.height - 2 * frame.padding) / north.length,
  );
  const toFrame = ({ lat, lon }: GroundPoint) => ({
    x: frame.width / 2 + (lon * kmPerLon - east.middle) * pixelsPerKm,
    y: frame.height / 2 - (lat * KM_PER_DEGREE - north.middle) * pixelsPerKm,
  });
  return { toFrame, pixelsPerKm };
}

function projected(places: readonly GroundPoint[], frame: Frame): { drawn: Mark[]; pixelsPerKm: number } {
  const { toFrame, pixelsPerKm } = projectionOf(places, frame);
  return { drawn: places.map(toFrame), pixelsPerKm };
}

interface Mark {
  readonly x: number;
  readonly y: number;
}

/** Rounds of pushing after which marks stay where they are: a hundred of them have settled by then. */
const PUSHES_MAX = 200;

/** Turn between marks of one spot, so that each is pushed another way: the golden angle, in radians. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Pushes marks apart until none is nearer than `spacing` to another, or there is no more room inside the padding. */
function pushApart(marks: readonly Mark[], frame: Frame, spacing: number): DrawnPoint[] {
  // Marks of one spot have no direction to be pushed in: each begins a hair beside it.
  const moved = marks.map(({ x, y }, index) => ({
    x: x + Math.cos(index * GOLDEN_ANGLE) / 100,
    y: y + Math.sin(index * GOLDEN_ANGLE) / 100,
    ...{ trueX: x, trueY: y },
  }));
  for (let round = 0; round < PUSHES_MAX; round += 1) {
    if (!pushOnce(moved, frame, spacing)) break;
  }
  return moved;
}

function pushOnce(marks: { x: number; y: number }[], frame: Frame, spacing: number): boolean {
  let pushed = false;
  const within = (value: number, length: number) => Math.min(Math.max(value, frame.padding), length - frame.padding);
  marks.forEach((one, index) => {
    for (const other of marks.slice(index + 1)) {
      const [dx, dy] = [other.x - one.x, other.y - one.y];
      const apart = Math.hypot(dx, dy) || 1;
      if (apart >= spacing - 0.01) continue;
      const push = (spacing - apart) / 2 / apart;
      [one.x, one.y] = [within(one.x - dx * push, frame.width), within(one.y - dy * push, frame.height)];
      [other.x, other.y] = [within(other.x + dx * push, frame.width), within(other.y + dy * push, frame.height)];
      pushed = true;
    }
  });
  return pushed;
}

/** Collects marks that touch, directly or through others, keeping the order of the first of each bunch. */
function bunches(marks: readonly Mark[], reach: number): number[][] {
  const left = new Set(marks.keys());
  const found: number[][] = [];
  for (const start of marks.keys()) {
    if (!left.delete(start)) continue;
    const bunch = [start];
    for (const index of bunch) {
      const near = [...left].filter((other) => distance(marks, index, other) < reach);
      for (const other of near) left.delete(other);
      bunch.push(...near);
    }
    found.push(bunch);
  }
  return found;
}

function distance(marks: readonly Mark[], a: number, b: number): number {
  const [one, two] = [marks[a], marks[b]];
  return one && two ? Math.hypot(one.x - two.x, one.y - two.y) : Infinity;
}

/** Sets the marks of each bunch on a ring around their middle, so that every mark can be read; others stay. */
function spreadMarks(marks: readonly Mark[], radius: number): DrawnPoint[] {
  const moved = marks.map((mark) => ({ ...mark, trueX: mark.x, trueY: mark.y }));
  for (const bunch of bunches(marks, 2 * radius)) {
    if (bunch.length === 1) continue;
    const members = bunch.flatMap((index) => moved[index] ?? []);
    const middleX = members.reduce((sum, mark) => sum + mark.trueX, 0) / members.length;
    const middleY = members.reduce((sum, mark) => sum + mark.trueY, 0) / members.length;
    const ring = (radius * 1.1) / Math.sin(Math.PI / members.length);
    for (const [turn, mark] of members.entries()) {
      const angle = (2 * Math.PI * turn) / members.length - Math.PI / 2;
      mark.x = middleX + ring * Math.cos(angle);
      mark.y = middleY + ring * Math.sin(angle);
    }
  }
  return moved;
}

const ROUND_LENGTHS_KM = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500];

/** The longest round length that fits; the shortest one where none does. */
export function scaleBarKm(pixelsPerKm: number, widthMax: number): number {
  return ROUND_LENGTHS_KM.findLast((lengthKm) => lengthKm * pixelsPerKm <= widthMax) ?? 0.1;
}
