import type { EntityManager } from "@mikro-orm/postgresql";
import type { SearchProblem } from "#matching/search-plan.ts";
import { BusinessRecord } from "#persistence/business-record.ts";

/** Problems of a search with businesses called as people know them; an id nobody knows stays as it is. */
export async function withNames(
  em: EntityManager,
  problems: readonly SearchProblem[],
): Promise<readonly SearchProblem[]> {
  const ids = [...new Set(problems.flatMap(idsIn))];
  if (ids.length === 0) return problems;
  // Also of those who have been removed since: the name is what the person knows.
  const fields = { fields: ["name"], filters: { known: false }, disableIdentityMap: true } as const;
  const records = await em.find(BusinessRecord, { id: { $in: ids } }, fields);
  const names = new Map(records.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  return problems.map((problem): SearchProblem => {
    if (problem.code === "CANNOT_MEET") return { ...problem, ids: [nameOf(problem.ids[0]), nameOf(problem.ids[1])] };
    return "id" in problem ? { ...problem, id: nameOf(problem.id) } : problem;
  });
}

function idsIn(problem: SearchProblem): readonly string[] {
  if (problem.code === "CANNOT_MEET") return problem.ids;
  return "id" in problem ? [problem.id] : [];
}
