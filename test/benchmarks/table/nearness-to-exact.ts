import { TOP_USUAL } from "../../../api/src/matching/search-plan.ts";
import { measureOrders } from "../exact/large-orders.ts";
import { measureNearness } from "../exact/measure.ts";
import type { Chapter } from "./figures.ts";

const timesOf = (what: string, { median, p99 }: { readonly median: number; readonly p99: number }) =>
  `${what} median ${median.toFixed(0)}, p99 ${p99.toFixed(0)} ms`;

const percent = (value: number, digits: number) => `${value.toFixed(digits)} %`;

/** Rows 6 and 7: small searches of every purpose, of which the best group is proven. */
export const exact: Chapter = {
  name: "exact",
  isLong: true,
  isTimed: false,
  measure() {
    const [quality, fast] = [measureNearness("quality"), measureNearness("fast")];
    const searches = `${quality.instances} searches of 50 to 300 businesses, ${quality.leftOut} left out unproven`;
    const optimal = percent((100 * quality.optimal) / quality.instances, 1);
    return Promise.resolve([
      { id: "6a", measured: optimal, spread: `${quality.optimal} of ${searches}` },
      { id: "6b", measured: percent(quality.worstGap, 2), spread: `mean gap ${percent(quality.meanGap, 2)}` },
      {
        ...{ id: "7", measured: percent(fast.meanGap, 2) },
        spread: `worst ${percent(fast.worstGap, 2)}, optimal ${fast.optimal} of ${fast.instances}`,
      },
    ]);
  },
};

/** Row 10: large orders in a whole prefecture, against what HiGHS finds in time and the best groups known, for none is proven. */
export const orders: Chapter = {
  name: "orders",
  isLong: true,
  isTimed: true,
  measure() {
    const { orders: count, best, worstGap, meanGap, worstGapToHighs, asked, times } = measureOrders("fast");

    const gaps = `worst gap ${percent(worstGap, 2)}, mean ${percent(meanGap, 2)}`;
    const spread = `fast mode, ${count} orders; to the best group anything found: ${gaps}, ${best} as good`;
    return Promise.resolve([
      { id: "10a", measured: percent(worstGapToHighs, 2), spread },
      {
        ...{ id: "10b", measured: `${times.best.p99.toFixed(0)} ms` },
        spread: [
          `from the question to the best group, median ${times.best.median.toFixed(0)} ms of ${asked} asked, one thread`,
          timesOf(`${TOP_USUAL} groups`, times.list),
          timesOf("the best within 15 km of the order's first place", times.bestAround),
          timesOf(`${TOP_USUAL} groups there`, times.listAround),
        ].join("; "),
      },
    ]);
  },
};
