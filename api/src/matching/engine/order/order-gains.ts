import { share } from "../../whole.ts";
import type { ComponentId } from "../../terms.ts";
import type { SearchPlan } from "../../search-plan.ts";
import type { Field } from "../field.ts";
import type { Postings } from "../../columns/columns.ts";

const MONTHS = 12;

/** What meeting each part of an order brings, times its weight, and who is known to meet what. Wishes are requirements, then areas. */
export interface OrderGains {
  /** By candidate: bits of the wishes it is known to meet. */
  readonly bits: Int32Array;
  /** By wish: what the first member that meets it brings, and the second. */
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** Bits of the licences among the wishes. */
  readonly licences: number;
  /** By month: what a unit brings, and what all that is asked for does; 0 where nothing is asked. */
  readonly aUnit: Float64Array;
  readonly month: Float64Array;
  /** By candidate: what its spare units would bring alone. */
  readonly units: Float32Array;
  /** By candidate: the level at which it leads, or UNKNOWN. */
  readonly level: Int8Array;
  /** By level: what leading brings, and seconding. */
  readonly leading: Float64Array;
  readonly seconding: Float64Array;
  /** What months that even out in full bring, an issue all share at the highest level, and ties that connect all. */
  readonly smoothing: number;
  readonly needing: number;
  readonly tying: number;
}

/** The components that are reckoned with roughly: those usually weighed for an order. */
const ORDER_COMPONENTS: ReadonlySet<ComponentId> = new Set<ComponentId>([
  ...(["coverage", "redundancy", "area-coverage", "capacity-fit", "load-smoothing"] as const),
  ...(["leader", "second-leader", "shared-need", "ties"] as const),
]);

/** Wishes that a number has bits for. */
const WISHES_MAX = 30;

function bitsOf({ met, served, columns: { count } }: Field, requirements: number): Int32Array {
  const bits = new Int32Array(count);
  const put = ({ start, holder }: Postings, from: number) => {
    for (let wish = 0; wish + 1 < start.length; wish += 1)
      for (let at = start[wish] as number; at < (start[wish + 1] as number); at += 1) {
        const candidate = holder[at] as number;
        bits[candidate] = (bits[candidate] as number) | (1 << (from + wish));
      }
  };
  put(met.holders, 0);
  put(served.holders, requirements);
  return bits;
}

/** What each candidate's spare units would bring alone, by month no more than all that is asked for. */
function unitsOf(
  { able, columns: { count, monthlyCapacity } }: Field,
  { aUnit, month: full }: Pick<OrderGains, "aUnit" | "month">,
): Float32Array {
  const { row, months } = monthlyCapacity;
  const units = new Float32Array(count);
  for (let one = 0; one < count; one += 1) {
    const from = MONTHS * (row[one] as number);
    if (from < 0 || able[one] === 0) continue;
    let brings = 0;
    for (let month = 0; month < MONTHS; month += 1) {
      const [own, all] = [(aUnit[month] as number) * (months[from + month] as number), full[month] as number];
      brings += own < all ? own : all;
    }
    units[one] = brings;
  }
  return units;
}

/** Lays out what an order's parts bring. */
export function orderGainsOf(field: Field): OrderGains {
  const { demand, terms, weighed } = field.question;
  const weightOf = (wanted: ComponentId) => weighed.find(({ id }) => id === wanted)?.weight ?? 0;
  const [requirements, areas] = [demand.requirements?.length ?? 0, demand.areas?.length ?? 0];
  const [coverage, redundancy] = [weightOf("coverage"), weightOf("redundancy")];
  const first = new Float64Array(requirements + areas);
  const second = new Float64Array(requirements + areas);
  for (let at = 0; at < requirements; at += 1) {
    const places = 2 * requirements;
    first[at] = coverage * share(1000, requirements, at + 1) + redundancy * share(1000, places, 2 * at + 1);
    second[at] = redundancy * share(1000, places, 2 * at + 2);
  }
  for (let at = 0; at < areas; at += 1)
    first[requirements + at] = weightOf("area-coverage") * share(1000, areas, at + 1);
  const units = demand.unitsPerMonth ?? [];
  const month = Float64Array.from({ length: MONTHS }, (_, at) =>
    (units[at] ?? 0) === 0 ? 0 : weightOf("capacity-fit") * share(1000, MONTHS, at + 1),
  );
  const levels = (weight: number) =>
    Float64Array.from({ length: 4 }, (_, level) => (level === 0 ? 0 : weight * (terms.leaderPoints[level] ?? 0)));
  const aUnit = month.map((points, at) => (points === 0 ? 0 : points / (units[at] as number)));
  return {
    ...{ bits: bitsOf(field, requirements), first, second, month, aUnit },
    level: field.columns.leader,
    units: unitsOf(field, { aUnit, month }),
    licences: demand.licences.reduce((bits, _, at) => bits | (1 << (demand.capabilities.length + at)), 0),
    ...{ leading: levels(weightOf("leader")), seconding: levels(weightOf("second-leader")) },
    smoothing: 1000 * weightOf("load-smoothing"),
    needing: weightOf("shared-need"),
    tying: 1000 * weightOf("ties"),
  };
}

/**
 * Whether a question is an order the search for orders can answer: something is required, not more than it has bits
 * for, and nothing is weighed but what it reckons with.
 */
export function isOrder({ question: { purpose, demand, weighed } }: SearchPlan): boolean {
  const requirements = demand.requirements?.length ?? 0;
  if (purpose !== "SHARED_ORDERS" || requirements === 0) return false;
  return (
    requirements + (demand.areas?.length ?? 0) <= WISHES_MAX && weighed.every(({ id }) => ORDER_COMPONENTS.has(id))
  );
}
