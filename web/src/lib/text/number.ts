/** 9640 → 9,640. */
export function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A permille as whole percent, rounded down: what is known is never said to be more than it is. */
export function percentOfPermille(permille: number): number {
  return Math.floor(permille / 10);
}

/** A distance as people say it: metres below one kilometre, else kilometres with one digit, rounded down. */
export function distanceText(metres: number): string {
  if (metres < 1000) return `${metres}m`;
  return `${Math.floor(metres / 1000)}.${Math.floor((metres % 1000) / 100)}km`;
}

/** A number as typed, in whatever width and with separators; null for an empty field, NaN for what is no number. */
export function numberTyped(text: string): number | null {
  const plain = text.normalize("NFKC").replace(/[,\s]/g, "");
  if (plain === "") return null;
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}
