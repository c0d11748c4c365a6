import { damOfKm } from "../../../api/src/domain/place.ts";
import { analyse } from "../../../api/src/matching/analysis.ts";
import { memberOf } from "../../../api/src/matching/member.ts";
import type { Question } from "../../../api/src/matching/question.ts";
import type { SnapshotBusiness } from "../../../api/src/matching/snapshot.ts";
import { bestOf, greedyGroups } from "./greedy.ts";
import { findNeighbours } from "./neighbours.ts";
import { plainBusiness } from "./plain-score.ts";

/** What the baseline took, and how good its groups are. */
export interface BaselineRun {
  readonly sqlSeconds: number;
  readonly greedySeconds: number;
  readonly proposals: number;
  readonly meanLower: number;
  readonly server: string;
}

/**
 * What a good engineer would build in an afternoon: PostgreSQL says who of the neighbourhood goes with whom, plain
 * JavaScript puts groups together from them, every business once as the first. Businesses lie in the database beforehand.
 */
export async function runBaseline(
  businesses: readonly SnapshotBusiness[],
  question: Question,
  top: number,
): Promise<BaselineRun> {
  const { withinDam, membersMin, membersMax } = question.terms.purposes[question.purpose];
  const members = businesses.map(memberOf);
  const plain = members.map((member) => plainBusiness(member, question));
  const { neighboursOf, sqlSeconds, server } = await findNeighbours(members, question, withinDam / damOfKm(1));
  const begun = performance.now();
  const groups = greedyGroups(plain, neighboursOf, { question, withinDam, membersMin, membersMax });
  const best = bestOf(groups, top);
  const greedySeconds = (performance.now() - begun) / 1000;
  const byId = new Map(members.map((member) => [member.id, member]));
  for (const { lower, members: ids } of best) {
    const analysed = analyse(
      ids.flatMap((id) => byId.get(id) ?? []),
      question,
    ).lower;
    if (analysed !== lower) throw new Error(`The plain score gave ${ids.join()} ${lower}, the analysis ${analysed}.`);
  }
  const meanLower = best.reduce((sum, { lower }) => sum + lower, 0) / best.length;
  return { sqlSeconds, greedySeconds, proposals: best.length, meanLower, server };
}
