import type { Bounds } from "./bound.ts";
import type { Branch, Node } from "./node.ts";
import type { Scales } from "./scales.ts";

/** Steps in which prices are sought, and how fast the steps shorten. */
const STEPS = 150;
const SHORTENED = 0.97;

/**
 * Prices with which the bound of a whole branch is low: any prices give a bound, these a good one. A subgradient is had
 * by pricing what the members taken first would bring above, or leave below, what is asked for.
 */
export function pricesOf(
  bounds: Bounds,
  scales: Scales,
  { root, granted }: { readonly root: Node; readonly granted: number },
): Float64Array {
  const { covers, months, coversOf, delivers } = scales;
  const ceilings = [...covers.map(({ gains }) => gains[0] ?? 0), ...months];
  let prices = Float64Array.from(ceilings, (gain) => gain / 2);
  if (prices.length === 0) return prices;
  let [best, least, step] = [prices, Infinity, 0.3];
  for (let round = 0; round < STEPS; round += 1) {
    const branch: Branch = { granted, prices, isTieless: false, isYearGranted: false };
    const bounded = bounds.of(root, branch);
    const most = bounded.from(0);
    if (most < least) [best, least] = [prices, most];
    const taken = bounded.order.slice(0, root.left);
    const current = prices;
    prices = Float64Array.from(ceilings, (gain, at) => {
      const price = current[at] as number;
      const month = at - covers.length;
      const given = taken.reduce(
        (sum, one) =>
          sum + (month < 0 ? Number(coversOf[one]?.includes(at)) : ((delivers[one] as Float64Array)[month] as number)),
        0,
      );
      const asked = month < 0 ? (covers[at]?.gains ?? []).filter((each) => each > price).length : Number(gain > price);
      return Math.min(gain, Math.max(0, price - step * gain * Math.sign(given - asked)));
    });
    step *= SHORTENED;
  }
  return best;
}
