/** What a bound of the score (0 to 100,000) is of one point in 100. */
const IN_A_POINT = 1_000;

/** A bound of the score (0 to 100,000) as points of 100 with one digit, rounded down: 88,969 → 88.9. */
export function pointsText(bound: number): string {
  return inTenths(Math.floor((bound * 10) / IN_A_POINT));
}

/** A bound of the score (0 to 100,000) as points of 100, exact: 88,969 → 88.969. */
export function exactPoints(bound: number): string {
  return `${Math.floor(bound / IN_A_POINT)}.${String(bound % IN_A_POINT).padStart(3, "0")}`;
}

/** How far a part is met (0 to 1000) as percent, exact: 667 → 66.7, 1000 → 100. */
export function sharePercent(points: number): string {
  return points % 10 === 0 ? String(points / 10) : inTenths(points);
}

/** Two bounds as one text where they read the same, else as a range. */
export function rangeOf(
  { lower, upper }: { readonly lower: number; readonly upper: number },
  text: (bound: number) => string,
): { readonly least: string; readonly most: string | null } {
  const [least, most] = [text(lower), text(upper)];
  return { least, most: least === most ? null : most };
}

function inTenths(tenths: number): string {
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

/** A change of a bound as points of 100 with its sign and one digit, rounded towards none; null where it reads as none. */
export function changeText(change: number): string | null {
  const text = pointsText(Math.abs(change));
  if (text === "0.0") return null;
  return `${change > 0 ? "＋" : "−"}${text}`;
}
