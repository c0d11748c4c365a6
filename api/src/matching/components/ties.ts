import { idsOf, pairFacts, type ScoreComponent } from "../component.ts";
import type { Group, Member } from "../member.ts";

/** Whether either of two members names the other. */
export function areTied(a: Member, b: Member): boolean {
  return a.ties?.includes(b.id) === true || b.ties?.includes(a.id) === true;
}

/** Everyone reached from a member over ties inside the group, in the group's order. */
function connectedTo(group: Group, first: Member): Group {
  const reached = new Set([first]);
  for (const member of reached) {
    for (const other of group) if (areTied(member, other)) reached.add(other);
  }
  return group.filter((member) => reached.has(member));
}

/** The largest set connected by ties; of equal ones that with the least first id. */
function largestConnected(group: Group): Group {
  let largest: Group = [];
  const seen = new Set<Member>();
  for (const member of group) {
    if (seen.has(member)) continue;
    const connected = connectedTo(group, member);
    connected.forEach((one) => seen.add(one));
    if (connected.length > largest.length) largest = connected;
  }
  return largest;
}

/**
 * これまでの付き合い: the largest part of the group already connected by people who know or trade with each other.
 *
 * Points: permille of the members in it; 0 where nobody is tied. A tie counts named by either side.
 * While any member's ties are unknown, high is 1000.
 */
export const ties: ScoreComponent<"ties"> = {
  id: "ties",
  matches: (group) => {
    const connected = largestConnected(group);
    if (connected.length < 2) return [];
    return [{ members: idsOf(connected), points: Math.floor((1000 * connected.length) / group.length), evidence: {} }];
  },
  high: (group, _question, low) => (group.length > 1 && group.some((member) => member.ties === undefined) ? 1000 : low),
  facts: (group) => pairFacts(group, "ties"),
};
