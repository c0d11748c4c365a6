import { compareBytes } from "../byte-order.ts";
import { factsOf, idsOf, type ScoreComponent } from "../component.ts";
import type { Group, Member } from "../member.ts";
import { floorOfProduct, sumOf } from "../whole.ts";

/** Members who have to buy an item before it is worth buying together. */
export const BUYERS_MIN = 3;

/** Items named as bought together, those with the most spent on them first. */
const NAMED_ITEMS = 3;

interface Shared {
  readonly items: readonly string[];
  readonly sharedYen: number;
  readonly spendYen: number;
}

/** Members known to buy each item. */
function buyersOf(group: Group): ReadonlyMap<string, Group> {
  const buyers = new Map<string, Member[]>();
  for (const member of group) {
    for (const item of member.purchases?.keys() ?? []) {
      const known = buyers.get(item);
      if (known === undefined) buyers.set(item, [member]);
      else known.push(member);
    }
  }
  return buyers;
}

/** What a member spends on items that enough buy, the dearest first; undefined where its purchases are not known. */
function sharedBy(member: Member, isShared: (item: string) => boolean): Shared | undefined {
  if (member.purchases === undefined) return undefined;
  const shared = [...member.purchases]
    .filter(([item]) => isShared(item))
    .sort(([itemA, a], [itemB, b]) => b - a || compareBytes(itemA, itemB));
  return {
    items: shared.map(([item]) => item),
    sharedYen: sumOf(shared.map(([, yen]) => yen)),
    spendYen: sumOf([...member.purchases.values()]),
  };
}

/** A member's part of 1000: how much of what it spends is on items that enough buy. */
export const spendPoints = (sharedYen: number, spendYen: number, members: number): number =>
  spendYen === 0 ? 0 : floorOfProduct(1000, sharedYen, members * spendYen);

function itemMatches(buyers: ReadonlyMap<string, Group>) {
  return [...buyers]
    .filter(([, group]) => group.length >= BUYERS_MIN)
    .map(([item, group]) => ({ item, group, yen: sumOf(group.map(({ purchases }) => purchases?.get(item) ?? 0)) }))
    .sort((a, b) => b.yen - a.yen || compareBytes(a.item, b.item))
    .slice(0, NAMED_ITEMS)
    .map(({ item, group, yen }) => ({ members: idsOf(group), points: 0, evidence: { item, yen } }));
}

/**
 * 共通する仕入品: how much of what the members spend goes to items that at least three of them buy.
 *
 * Points, 0 to 1000: for each member its yen a month on such items, as a part of all it spends and of the members, each
 * rounded down; 0 for one who buys nothing. Members whose purchases are unknown, also by one price, count as buying
 * nothing in low and everything in high. Source: criteria for joint purchasing, where volume in one item makes the price.
 */
export const purchaseOverlap: ScoreComponent<"purchase-overlap"> = {
  id: "purchase-overlap",
  matches: (group) => {
    const buyers = buyersOf(group);
    const isShared = (item: string) => (buyers.get(item)?.length ?? 0) >= BUYERS_MIN;
    const spent = group.flatMap((member) => {
      const shared = sharedBy(member, isShared);
      if (shared === undefined || shared.items.length === 0) return [];
      const points = spendPoints(shared.sharedYen, shared.spendYen, group.length);
      return [{ members: [member.id], points, evidence: shared }];
    });
    return [...spent, ...itemMatches(buyers)];
  },
  high: (group) => {
    const buyers = buyersOf(group);
    const unknown = group.filter(({ purchases }) => purchases === undefined).length;
    const mayBeShared = (item: string) => (buyers.get(item)?.length ?? 0) + unknown >= BUYERS_MIN;
    return sumOf(
      group.map((member) => {
        const shared = sharedBy(member, mayBeShared);
        if (shared === undefined) return Math.floor(1000 / group.length);
        return spendPoints(shared.sharedYen, shared.spendYen, group.length);
      }),
    );
  },
  facts: (group) => factsOf(group, ["purchases"]),
};
