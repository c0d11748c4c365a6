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

/**
 * A number as typed, in whatever width and with its thousands parted; null for an empty field, NaN for what is no number.
 * A comma elsewhere than before three digits, or after a first 0, is no number: 15,5 may mean 15.5.
 */
export function numberTyped(text: string): number | null {
  const plain = text.normalize("NFKC").replace(/\s/g, "");
  if (plain === "") return null;
  return /^(\d+|[1-9]\d{0,2}(,\d{3})+)(\.\d+)?$/.test(plain) ? Number(plain.replaceAll(",", "")) : Number.NaN;
}
