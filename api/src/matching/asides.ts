import type { Purpose } from "#domain/purpose.ts";
import { distanceDam, placeOf } from "#domain/place.ts";
import type { SnapshotBusiness } from "./snapshot.ts";

/** Something worth knowing of a group that no number is made of, because a number would mislead. */
export type Aside =
  /** Owners of seventy and more, and of how many the age is known. */
  | { readonly id: "ages"; readonly old: readonly string[]; readonly known: number }
  /** Businesses without a successor or about to close, and of how many that is known. */
  | { readonly id: "successors"; readonly without: readonly string[]; readonly known: number }
  /** Members of one trade (JSIC class), where orders are to be shared: there they are the point. */
  | { readonly id: "same-trade"; readonly industry: string; readonly members: readonly string[] }
  /** Members that already belong to one organisation, by its name or corporate number. */
  | { readonly id: "membership"; readonly organisation: string; readonly members: readonly string[] }
  /** Members that sell to the same customer. */
  | { readonly id: "common-customer"; readonly customer: string; readonly members: readonly string[] }
  /** A member many times as large as the next. */
  | {
      readonly id: "large-member";
      readonly member: string;
      readonly employees: number;
      readonly nextEmployees: number;
    }
  /** Two members far from each other. */
  | { readonly id: "far-apart"; readonly members: readonly string[]; readonly distanceMetres: number };

/** Owner age bands from which handing over is near. */
const OLD_BANDS: readonly string[] = ["70s", "80s"];

/** Successor states that leave the business without one. */
const NO_SUCCESSOR: readonly string[] = ["no", "closing"];

/** A member stands out from so many regular employees, and at so many times those of the next. */
const LARGE_MIN = 20;
const LARGE_TIMES = 5;

/** Distance from which meeting takes a journey, in decametres (60 km). */
const FAR_DAM = 6_000;

function withFact<Key extends keyof SnapshotBusiness>(group: readonly SnapshotBusiness[], key: Key) {
  return group.filter((business) => business[key] !== undefined);
}

const ids = (group: readonly SnapshotBusiness[]): readonly string[] => group.map(({ id }) => id);

function ages(group: readonly SnapshotBusiness[]): readonly Aside[] {
  const known = withFact(group, "ownerAgeBand");
  const old = known.filter(({ ownerAgeBand = "" }) => OLD_BANDS.includes(ownerAgeBand));
  return old.length === 0 ? [] : [{ id: "ages", old: ids(old), known: known.length }];
}

function successors(group: readonly SnapshotBusiness[]): readonly Aside[] {
  const known = withFact(group, "successor");
  const without = known.filter(({ successor = "" }) => NO_SUCCESSOR.includes(successor));
  return without.length === 0 ? [] : [{ id: "successors", without: ids(without), known: known.length }];
}

/** Values that members have, the most shared first, each with who has it. */
function holdersByValue(
  group: readonly SnapshotBusiness[],
  valuesOf: (business: SnapshotBusiness) => readonly string[],
): readonly (readonly [value: string, members: readonly string[]])[] {
  const holders = new Map<string, string[]>();
  for (const business of group) {
    for (const value of new Set(valuesOf(business))) holders.set(value, [...(holders.get(value) ?? []), business.id]);
  }
  return [...holders].sort(([, a], [, b]) => b.length - a.length);
}

const isShared = ([, members]: readonly [value: string, members: readonly string[]]): boolean => members.length >= 2;

function sameTrade(group: readonly SnapshotBusiness[], purpose: Purpose): readonly Aside[] {
  if (purpose !== "SHARED_ORDERS") return [];
  const trades = holdersByValue(group, ({ industry = "" }) => (/^\d{4}$/.test(industry) ? [industry] : []));
  return trades.filter(isShared).map(([industry, members]) => ({ id: "same-trade", industry, members }));
}

function memberships(group: readonly SnapshotBusiness[]): readonly Aside[] {
  const joined = holdersByValue(group, ({ memberships: named = [] }) => named);
  return joined.map(([organisation, members]) => ({ id: "membership", organisation, members }));
}

function commonCustomers(group: readonly SnapshotBusiness[]): readonly Aside[] {
  const sold = holdersByValue(group, ({ customers = [] }) => customers);
  return sold.filter(isShared).map(([customer, members]) => ({ id: "common-customer", customer, members }));
}

function largeMember(group: readonly SnapshotBusiness[]): readonly Aside[] {
  const [largest, next] = withFact(group, "employees").sort((a, b) => (b.employees ?? 0) - (a.employees ?? 0));
  const [employees = 0, nextEmployees = 0] = [largest?.employees, next?.employees];
  if (!largest || !next || employees < LARGE_MIN || employees < LARGE_TIMES * nextEmployees) return [];
  return [{ id: "large-member", member: largest.id, employees, nextEmployees }];
}

function farApart(group: readonly SnapshotBusiness[]): readonly Aside[] {
  const placed = group.flatMap(({ id, lat, lon }) =>
    lat === undefined || lon === undefined ? [] : [{ id, place: placeOf(lat, lon) }],
  );
  let farthest: { members: readonly string[]; dam: number } | undefined;
  placed.forEach((a, at) =>
    placed.slice(at + 1).forEach((b) => {
      const dam = distanceDam(a.place, b.place);
      if (dam > Math.max(FAR_DAM, farthest?.dam ?? 0)) farthest = { members: [a.id, b.id], dam };
    }),
  );
  return farthest === undefined
    ? []
    : [{ id: "far-apart", members: farthest.members, distanceMetres: farthest.dam * 10 }];
}

/**
 * What stands beside a group's score and is no part of it: ages and successors (a shared worry can be the very reason),
 * neighbours in trade, organisations and customers in common, a member far larger than the rest, a long way.
 * For staff only: it names members.
 */
export function asidesOf(group: readonly SnapshotBusiness[], purpose: Purpose): readonly Aside[] {
  return [
    ...ages(group),
    ...successors(group),
    ...sameTrade(group, purpose),
    ...memberships(group),
    ...commonCustomers(group),
    ...largeMember(group),
    ...farApart(group),
  ];
}
