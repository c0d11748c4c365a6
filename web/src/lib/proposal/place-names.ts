/** A name on a map, as near to the middle of what it names as there is room; `y` is the foot of its letters. */
export interface PlaceName {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Spot extends Point {
  readonly name: string | null | undefined;
}

/** What names are written into. */
export interface NameFrame {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  /** Marks that no name may touch. */
  readonly marks: readonly Point[];
  readonly markRadius: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Names farther from what they name than this would mislead; they are left out. */
const FARTHEST = 100;
const STEP = 8;
const DIRECTIONS = 12;

/** The middle itself, then rings round it, each begun below: where a name is looked for first. */
const OFFSETS: readonly Point[] = [
  { x: 0, y: 0 },
  ...Array.from({ length: Math.floor(FARTHEST / STEP) }, (_, ring) =>
    Array.from({ length: DIRECTIONS }, (__, direction) => {
      const angle = Math.PI / 2 + (direction * 2 * Math.PI) / DIRECTIONS;
      const far = (ring + 1) * STEP;
      return { x: far * Math.cos(angle), y: far * Math.sin(angle) };
    }),
  ).flat(),
];

function boxOf({ name, x, y }: PlaceName, fontSize: number): Box {
  const half = (name.length * fontSize) / 2;
  return { left: x - half, right: x + half, top: y - fontSize, bottom: y + fontSize * 0.25 };
}

function touches(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function isNear({ left, right, top, bottom }: Box, { x, y }: Point, radius: number): boolean {
  const dx = Math.max(left - x, 0, x - right);
  const dy = Math.max(top - y, 0, y - bottom);
  return Math.hypot(dx, dy) < radius;
}

/** Names beside their spots, those with most spots first, on no mark and no other name; without room one is left out. */
export function placeNames(spots: readonly Spot[], frame: NameFrame): readonly PlaceName[] {
  const { fontSize, marks, markRadius } = frame;
  const byName = [...Map.groupBy(spots, ({ name }) => name ?? "")].filter(([name]) => name !== "");
  const kept: PlaceName[] = [];
  const isFree = (place: PlaceName) => {
    const box = boxOf(place, fontSize);
    const isInside = box.left >= 0 && box.right <= frame.width && box.top >= 0 && box.bottom <= frame.height;
    return (
      isInside &&
      !marks.some((mark) => isNear(box, mark, markRadius + 1)) &&
      !kept.some((other) => touches(box, boxOf(other, fontSize)))
    );
  };
  for (const [name, same] of byName.toSorted(([, a], [, b]) => b.length - a.length)) {
    const x = same.reduce((sum, spot) => sum + spot.x, 0) / same.length;
    const y = same.reduce((sum, spot) => sum + spot.y, 0) / same.length;
    const place = OFFSETS.map((offset) => ({ name, x: x + offset.x, y: y + offset.y })).find(isFree);
    if (place) kept.push(place);
  }
  return kept;
}
