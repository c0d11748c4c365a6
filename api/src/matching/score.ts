import { distanceDam } from "#domain/place.ts";
import { analyse, groupOf, type Analysis } from "./analysis.ts";
import { forEachPair, idsOf } from "./component.ts";
import { memberOf, type Group, type Member } from "./member.ts";
import type { Question } from "./question.ts";
import type { SnapshotBusiness } from "./snapshot.ts";

/** Said beside a score and no part of it: two members lie farther apart than a search for the purpose would look. */
export interface DistanceNote {
  readonly id: "distance";
  readonly members: readonly string[];
  readonly distanceMetres: number;
  readonly withinMetres: number;
}

/** The analysis of a group that was handed in; failing rules are told, and notes only where there are any. */
export interface ScoredGroup extends Analysis {
  readonly notes?: readonly DistanceNote[];
}

function distanceNotes(group: Group, withinDam: number): readonly DistanceNote[] {
  let farthest: DistanceNote | undefined;
  forEachPair(group, (a, b) => {
    if (a.place === undefined || b.place === undefined) return;
    const distanceMetres = distanceDam(a.place, b.place) * 10;
    if (distanceMetres <= (farthest?.distanceMetres ?? withinDam * 10)) return;
    farthest = { id: "distance", members: idsOf([a, b]), distanceMetres, withinMetres: withinDam * 10 };
  });
  return farthest === undefined ? [] : [farthest];
}

/** Finds a business of a snapshot by its id, prepared for the components; each is prepared once. */
export function memberFinder(businesses: readonly SnapshotBusiness[]): (id: string) => Member | undefined {
  const known = new Map(businesses.map((business) => [business.id, business]));
  const prepared = new Map<string, Member>();
  return (id) => {
    const found = prepared.get(id);
    const business = known.get(id);
    if (found !== undefined || business === undefined) return found;
    const member = memberOf(business);
    prepared.set(id, member);
    return member;
  };
}

/** Analyses one group that was handed in, also where a rule fails or the members lie far apart. */
export function scoreGroup(members: readonly Member[], question: Question): ScoredGroup {
  const analysis = analyse(members, question);
  const notes = distanceNotes(groupOf(members), question.terms.purposes[question.purpose].withinDam);
  return notes.length > 0 ? { ...analysis, notes } : analysis;
}
