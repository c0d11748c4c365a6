import type { Months } from "./snapshot.ts";
import { floorOfProduct, share, sumOf } from "./whole.ts";

/** A month's share of 1000 (month 0 to 11), times the part of its demand that is met; a month without demand is met. */
export function monthPoints(month: number, supply: number, demand: number): number {
  const full = share(1000, 12, month + 1);
  return demand === 0 ? full : floorOfProduct(full, Math.min(supply, demand), demand);
}

/** Several years month by month together. */
export function monthsTogether(years: readonly Months[]): Months {
  return Array.from({ length: 12 }, (_, month) => sumOf(years.map((year) => year[month] ?? 0)));
}

/** The months (1 to 12) of least amount, the leanest first, of equals the earlier. */
export function leanestMonths(
  year: Months,
  count: number,
): readonly { readonly month: number; readonly amount: number }[] {
  return year
    .map((amount, index) => ({ month: index + 1, amount }))
    .sort((a, b) => a.amount - b.amount || a.month - b.month)
    .slice(0, count);
}

/** V(x) = Σ (12·x_m − Σx)²: how much a year swings. Exact in whole numbers of any size. */
function exactSwing(year: Months): bigint {
  const total = year.reduce((sum, load) => sum + BigInt(load), 0n);
  return year.reduce((sum, load) => sum + (12n * BigInt(load) - total) ** 2n, 0n);
}

function exactlyEvened(years: readonly Months[]): number {
  const apart = years.reduce((sum, year) => sum + exactSwing(year), 0n);
  const together = exactSwing(monthsTogether(years));
  return apart === 0n || together >= apart ? 0 : Number((1000n * (apart - together)) / apart);
}

/**
 * Sum of all months up to which plain numbers stay exact: V(x) ≤ 144·(Σx)², and a thousand times as much has to stay
 * below 2^53. It is 20,000 workers' months; beyond, whole numbers of any size are used.
 */
const PLAIN_TOTAL_MAX = 200_000;

/** Whether years that add up to so much are reckoned exactly in plain numbers. */
export const isPlain = (total: number): boolean => total <= PLAIN_TOTAL_MAX;

/** The same swing as 12·(12·Σx² − (Σx)²), which is fewer steps. */
export function plainSwing(squares: number, total: number): number {
  return 12 * (12 * squares - total * total);
}

/**
 * ⌊1000 · max(0, apart − together) ÷ apart⌋ of the swings of several years, each for itself and all together; 0 where
 * nothing varies. Undefined where plain numbers would not be exact.
 */
export function evenedPlainly(apart: number, squaresTogether: number, total: number): number | undefined {
  if (!isPlain(total)) return undefined;
  const together = plainSwing(squaresTogether, total);
  return apart === 0 || together >= apart ? 0 : Math.floor((1000 * (apart - together)) / apart);
}

/**
 * ⌊1000 · max(0, Σ V(x) − V(Σ x)) ÷ Σ V(x)⌋, 0 where nothing varies: permille by which several years swing less
 * together than apart.
 */
export function evenedPermille(years: readonly ArrayLike<number>[]): number {
  const together = new Float64Array(12);
  let [apart, totalOfAll] = [0, 0];
  for (const year of years) {
    let [squares, total] = [0, 0];
    for (let month = 0; month < 12; month += 1) {
      const load = year[month] as number;
      squares += load * load;
      total += load;
      together[month] = (together[month] as number) + load;
    }
    totalOfAll += total;
    apart += plainSwing(squares, total);
  }
  const squares = together.reduce((sum, load) => sum + load * load, 0);
  return evenedPlainly(apart, squares, totalOfAll) ?? exactlyEvened(years.map((year) => Array.from(year)));
}
