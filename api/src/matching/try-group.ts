import { distanceDam } from "#domain/place.ts";
import type { Analysis } from "./analysis.ts";
import type { Member } from "./member.ts";
import type { Question } from "./question.ts";
import { scoreGroup } from "./score.ts";
import { improveGroup, withoutEach, type Improvements, type MemberEffect } from "./suggest.ts";

/** Groups that are looked at side by side. */
export const TRIED_MAX = 4;

/** Who could join, for each group: as many as can be read at a glance. */
const SUGGESTED = 10;

/** What may be wrong with a group somebody puts together; the first two leave nothing to calculate. */
export type TryNote =
  | { readonly code: "NO_MEMBER" }
  | { readonly code: "TOO_MANY_MEMBERS"; readonly count: number; readonly max: number }
  | { readonly code: "TOO_MANY_GROUPS"; readonly max: number }
  | { readonly code: "MEMBERS_NOT_FOUND"; readonly count: number }
  | { readonly code: "MEMBERS_CLOSED"; readonly members: readonly string[] }
  | { readonly code: "LONE_MEMBER" }
  | {
      readonly code: "FAR_APART";
      /** The two who lie farthest from each other. */
      readonly members: readonly [string, string];
      readonly distanceMetres: number;
      /** What was asked for. */
      readonly withinMetres: number;
    };

/** One group that was put together: its analysis, what each member does for it, who could join, who could take whose place. */
export interface TriedGroup extends Improvements {
  readonly notes: readonly TryNote[];
  readonly analysis: Analysis | undefined;
  readonly effects: readonly MemberEffect[];
}

/** Who is known and who could join. */
export interface TryAround {
  readonly known: ReadonlyMap<string, Member>;
  /** Ids of those marked as closed or gone. */
  readonly closed: ReadonlySet<string>;
  /** Everyone who may be proposed. */
  readonly eligible: readonly Member[];
  /** Greatest distance between two members, in decametres. */
  readonly withinDam: number;
}

/** The two members farthest apart, where that is farther than was asked for; who has no place is not far. */
function farApart(members: readonly Member[], withinDam: number): TryNote | undefined {
  let far: TryNote | undefined;
  let most = withinDam;
  for (const [at, a] of members.entries())
    for (const b of members.slice(at + 1)) {
      const apart = a.place && b.place ? distanceDam(a.place, b.place) : 0;
      if (apart <= most) continue;
      most = apart;
      const distances = { distanceMetres: 10 * apart, withinMetres: 10 * withinDam };
      far = { code: "FAR_APART", members: [a.id, b.id], ...distances };
    }
  return far;
}

const NOTHING = { analysis: undefined, effects: [], suggestions: [], swaps: [] } as const;

/** Scores one group of those put together (the index-th, from 0), and says what is wrong with it. */
export function tryGroup(
  wanted: readonly (string | undefined)[],
  index: number,
  { question, known, closed, eligible, withinDam }: TryAround & { readonly question: Question },
): TriedGroup {
  if (index >= TRIED_MAX) return { notes: [{ code: "TOO_MANY_GROUPS", max: TRIED_MAX }], ...NOTHING };
  const ids = wanted.filter((id) => id !== undefined);
  const once = new Set(ids);
  const members = [...once].flatMap((id) => known.get(id) ?? []);
  // What is no id at all is missing each time it stands there.
  const missing = once.size - members.length + (wanted.length - ids.length);
  const notes: TryNote[] = missing > 0 ? [{ code: "MEMBERS_NOT_FOUND", count: missing }] : [];
  const max = question.terms.membersMaxAllowed;
  if (members.length === 0) return { notes: [...notes, { code: "NO_MEMBER" }], ...NOTHING };
  if (members.length > max) {
    return { notes: [...notes, { code: "TOO_MANY_MEMBERS", count: members.length, max }], ...NOTHING };
  }
  const shut = members.flatMap(({ id }) => (closed.has(id) ? [id] : []));
  if (shut.length > 0) notes.push({ code: "MEMBERS_CLOSED", members: shut });
  if (members.length === 1) notes.push({ code: "LONE_MEMBER" });
  const far = farApart(members, withinDam);
  if (far !== undefined) notes.push(far);
  return {
    notes,
    analysis: scoreGroup(members, question),
    effects: withoutEach(members, question),
    ...improveGroup(members, { question, eligible, withinDam, top: SUGGESTED }),
  };
}
