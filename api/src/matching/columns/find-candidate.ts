import { compareBytes } from "../byte-order.ts";
import type { Layout } from "./columns.ts";
import type { Member } from "../member.ts";
import { idAt, memberAt } from "./member-at.ts";

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

/** Finds members by their id; each is read out of the columns once. */
export function memberReader(layout: Layout): (id: string) => Member | undefined {
  const find = candidateFinder(layout);
  const read = new Map<string, Member>();
  return (id) => {
    const known = read.get(id);
    const candidate = known === undefined ? find(id) : undefined;
    if (candidate === undefined) return known;
    const member = memberAt(layout, candidate);
    read.set(id, member);
    return member;
  };
}
