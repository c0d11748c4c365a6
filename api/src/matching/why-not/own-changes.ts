import { compareBytes } from "../byte-order.ts";
import { holds } from "../demand.ts";
import type { Question } from "../question.ts";
import type { Levelled, SnapshotBusiness } from "../snapshot.ts";

/**
 * One thing a business itself can change, or that could be learnt of it. Never its place, trade or, where known,
 * its size: nobody moves house for a group.
 */
export type OwnChange =
  /** It becomes open to the purpose. */
  | { readonly fact: "purposes" }
  /** Its adviser learns that it would take the lead (level 2). */
  | { readonly fact: "leader"; readonly level: number }
  /** It gets to know a business of the group. */
  | { readonly fact: "ties"; readonly with: string }
  /** It turns out to have an issue, to look for or to be able to do something. */
  | { readonly fact: "needs" | "seeks" | "capabilities"; readonly tag: string; readonly level: number }
  /** It turns out to hold, or acquires, a licence for an area. */
  | {
      readonly fact: "licences";
      readonly licence: string;
      readonly area: string | null;
      readonly isKnownLacking: boolean;
    }
  /** It turns out to have so many regular employees. */
  | { readonly fact: "employees"; readonly employees: number }
  /** It turns out to buy an item of the group. */
  | { readonly fact: "purchases"; readonly item: string }
  /** It turns out to be able to take what an order asks, or to want workers in these months. */
  | { readonly fact: "monthlyCapacity" | "monthlyWorkers"; readonly months: readonly number[] };

/** Adviser's judgement that a business is willing to lead. */
const WILLING = 2;

/** Level assumed of what is not known yet. */
const LIKELY_LEVEL = 2;

/** Yen a month assumed of an item it might buy. */
const LIKELY_YEN = 100_000;

/** Workers wanted from outside in a month somebody is missing, in tenths: one. */
const ONE_WORKER = 10;

/** A business with one thing changed. */
export function withChange(business: SnapshotBusiness, change: OwnChange, { purpose }: Question): SnapshotBusiness {
  switch (change.fact) {
    case "purposes":
      return { ...business, purposes: [...(business.purposes ?? []), purpose] };
    case "leader":
      return { ...business, leader: change.level };
    case "ties":
      return { ...business, ties: [...(business.ties ?? []), change.with] };
    case "needs":
    case "seeks":
    case "capabilities":
      return { ...business, [change.fact]: [...(business[change.fact] ?? []), [change.tag, change.level]] };
    case "licences": {
      const held = change.area === null ? ([change.licence] as const) : ([change.licence, change.area] as const);
      return { ...business, licences: [...(business.licences ?? []), held] };
    }
    case "employees":
      return { ...business, employees: change.employees };
    case "purchases":
      return { ...business, purchases: [[change.item, LIKELY_YEN]] };
    default:
      return { ...business, [change.fact]: change.months };
  }
}

/** Tags of a group by how many members have them, the commonest first; ties by tag. */
function commonest(tags: readonly string[], most: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const sorted = [...counts].sort(([tagA, a], [tagB, b]) => b - a || compareBytes(tagA, tagB));
  return sorted.slice(0, most).map(([tag]) => tag);
}

const tagsOf = (levelled: readonly Levelled[] | undefined) => (levelled ?? []).map(([tag]) => tag);

/** Businesses of the group it might get to know that are tried. */
const TIES_TRIED = 5;

/** Tags tried of each kind. */
const TAGS_TRIED = 2;

function learntTags(own: SnapshotBusiness, others: readonly SnapshotBusiness[], { demand }: Question): OwnChange[] {
  const tried = (fact: "needs" | "seeks" | "capabilities", tags: readonly string[]) =>
    own[fact] === undefined
      ? commonest(tags, TAGS_TRIED).map((tag) => ({ fact, tag, level: LIKELY_LEVEL }) satisfies OwnChange)
      : [];
  const all = (key: "needs" | "seeks" | "capabilities") => others.flatMap((other) => tagsOf(other[key]));
  const demanded = demand.capabilities.map(
    ({ tag, level }) => ({ fact: "capabilities", tag, level }) satisfies OwnChange,
  );
  return [
    ...tried("needs", all("needs")),
    ...tried("seeks", all("capabilities")),
    ...(own.capabilities === undefined ? demanded : []),
    ...tried("capabilities", all("seeks")),
  ];
}

function learntNumbers(own: SnapshotBusiness, others: readonly SnapshotBusiness[], { demand }: Question): OwnChange[] {
  const changes: OwnChange[] = [];
  const sizes = others.flatMap(({ employees }) => employees ?? []).sort((a, b) => a - b);
  const middle = sizes[Math.floor(sizes.length / 2)];
  if (own.employees === undefined && middle !== undefined) changes.push({ fact: "employees", employees: middle });
  if (own.monthlyCapacity === undefined && demand.unitsPerMonth !== undefined)
    changes.push({ fact: "monthlyCapacity", months: demand.unitsPerMonth });
  const wanted = others.flatMap(({ monthlyWorkers }) => (monthlyWorkers === undefined ? [] : [monthlyWorkers]));
  if (own.monthlyWorkers === undefined && own.monthlyLoad === undefined && wanted.length > 0) {
    const total = (month: number) => wanted.reduce((sum, months) => sum + (months[month] ?? 0), 0);
    const months = Array.from({ length: 12 }, (_, month) => (total(month) === 0 ? ONE_WORKER : 0));
    if (months.some((workers) => workers > 0)) changes.push({ fact: "monthlyWorkers", months });
  }
  if (own.purchases === undefined) {
    const items = commonest(
      others.flatMap(({ purchases = [] }) => purchases.map(([item]) => item)),
      TAGS_TRIED,
    );
    changes.push(...items.map((item) => ({ fact: "purchases", item }) satisfies OwnChange));
  }
  return changes;
}

function licenceChanges(own: SnapshotBusiness, { demand }: Question): OwnChange[] {
  const isKnownLacking = own.licences !== undefined;
  return demand.licences
    .filter((wish) => holds(own, wish) !== "yes")
    .map(({ licence, area }) => ({ fact: "licences", licence, area: area ?? null, isKnownLacking }));
}

/**
 * What could be tried for a business beside these others, the least trouble first: learning what is not known, being
 * willing, getting to know somebody, acquiring a licence.
 */
export function ownChanges(
  own: SnapshotBusiness,
  others: readonly SnapshotBusiness[],
  question: Question,
): readonly OwnChange[] {
  const licences = licenceChanges(own, question);
  const closed = own.purposes !== undefined && !own.purposes.includes(question.purpose);
  const strangers = others.filter(({ id, ties = [] }) => !own.ties?.includes(id) && !ties.includes(own.id));
  return [
    ...(closed ? [{ fact: "purposes" } as const] : []),
    ...learntTags(own, others, question),
    ...learntNumbers(own, others, question),
    ...licences.filter((change) => change.fact === "licences" && !change.isKnownLacking),
    ...((own.leader ?? 0) < WILLING ? [{ fact: "leader", level: WILLING } as const] : []),
    ...strangers.slice(0, TIES_TRIED).map(({ id }) => ({ fact: "ties", with: id }) as const),
    ...licences.filter((change) => change.fact === "licences" && change.isKnownLacking),
  ];
}
