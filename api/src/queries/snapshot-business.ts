import type { PlainDate } from "#domain/calendar.ts";
import { isMarkedClosed } from "#domain/business/closed.ts";
import { holdingOn } from "#domain/business/fact-age.ts";
import type { FactKey, FactValues } from "#domain/business/facts.ts";
import type { SnapshotBusiness } from "#matching/snapshot.ts";

/** Facts in the order in which the database keeps them in `weighed_business`; one that comes later is added at its end. */
const WEIGHED = [
  ...["place", "municipality", "industryCode", "employees", "capitalYen", "ownerAgeBand", "successor", "leader"],
  ...["capabilities", "seeks", "needs", "licences", "monthlyLoad", "monthlyWorkers", "monthlyCapacity"],
  ...["purchases", "purposes", "ties", "memberships", "customers", "note"],
] as const satisfies readonly FactKey[];

type WeighedKey = (typeof WEIGHED)[number];

/** Two to a fact: the day it was said on and its value; both null where it is not known. */
export type WeighedFacts = readonly unknown[];

/** Where in them a fact begins. */
const AT = Object.fromEntries(WEIGHED.map((key, place) => [key, 2 * place])) as Readonly<Record<WeighedKey, number>>;

/** Whether a business is marked as closed or left. */
export function isClosedAmong(facts: WeighedFacts): boolean {
  const note = facts[AT.note + 1] as string | null;
  return note !== null && isMarkedClosed({ note: { value: note } });
}

/**
 * Makes of what is known of a business what the matcher is handed: only what it weighs, no names, nothing of persons.
 * An absent fact stays absent: unknown is neither none nor zero. A licence whose term has ended is not held, and what
 * was said too long ago is not known. All have the same keys, an undefined one is not known.
 * @param idOf the id of a business that is named by key or corporate number
 */
export function snapshotReader(
  today: PlainDate,
  idOf: (key: string) => string,
): (id: string, facts: WeighedFacts) => SnapshotBusiness {
  const holds = holdingOn(today);
  const held = <K extends WeighedKey>(facts: WeighedFacts, key: K): FactValues[K] | undefined => {
    const on = facts[AT[key]] as PlainDate | null;
    return on !== null && holds(key, { on }) ? (facts[AT[key] + 1] as FactValues[K]) : undefined;
  };
  return (id, facts) => {
    const place = held(facts, "place");
    // Keys in order, as the mark of a snapshot is reckoned over them; the same of all, as reading them is then fast.
    const known: { readonly [K in keyof SnapshotBusiness]-?: SnapshotBusiness[K] | undefined } = {
      capabilities: held(facts, "capabilities"),
      capitalYen: held(facts, "capitalYen"),
      customers: held(facts, "customers"),
      employees: held(facts, "employees"),
      id,
      industry: held(facts, "industryCode"),
      lat: place?.lat,
      leader: held(facts, "leader"),
      licences: held(facts, "licences")
        ?.filter(({ until }) => until === undefined || until >= today)
        .map(({ kind, area }) => (area === undefined ? ([kind] as const) : ([kind, area] as const))),
      lon: place?.lon,
      memberships: held(facts, "memberships"),
      monthlyCapacity: held(facts, "monthlyCapacity"),
      monthlyLoad: held(facts, "monthlyLoad"),
      monthlyWorkers: held(facts, "monthlyWorkers"),
      municipality: held(facts, "municipality"),
      needs: held(facts, "needs"),
      ownerAgeBand: held(facts, "ownerAgeBand"),
      purchases: held(facts, "purchases"),
      purposes: held(facts, "purposes"),
      seeks: held(facts, "seeks"),
      successor: held(facts, "successor"),
      ties: held(facts, "ties")?.map(idOf),
    };
    return known as SnapshotBusiness;
  };
}
