import { compareBytes } from "../byte-order.ts";
import type { Layout } from "./columns.ts";
import { idAt } from "./member-at.ts";

/** Finds candidates by their id; undefined where nobody has it. */
export function candidateFinder(layout: Layout): (id: string) => number | undefined {
  const { idOrder, count } = layout.columns;
  let byId: Int32Array | undefined;
  const inOrder = (): Int32Array => {
    const order = new Int32Array(count);
    idOrder.forEach((place, candidate) => {
      order[place] = candidate;
    });
    return order;
  };
  return (id) => {
    byId ??= inOrder();
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = compareBytes(idAt(layout.words, byId[middle] as number), id);
      if (order === 0) return byId[middle];
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return undefined;
  };
}
