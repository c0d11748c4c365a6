import { idsOf } from "../component.ts";
import { verdictOf, type Rule } from "../rule.ts";

/** Whether a municipality lies in one of the districts, each a prefecture's or municipality's code. */
export function isInDistrict(municipality: string, districts: readonly string[]): boolean {
  return districts.length === 0 || districts.some((district) => municipality.startsWith(district));
}

/** H3: every member has its main place in the district asked for; a member without a known municipality leaves it open. */
export const district: Rule = (group, { districts }) => {
  const outside = group.filter(
    ({ municipality }) => municipality !== undefined && !isInDistrict(municipality, districts),
  );
  const unknown = districts.length === 0 ? [] : group.filter(({ municipality }) => municipality === undefined);
  return {
    id: "H3",
    verdict: verdictOf(outside.length > 0, unknown.length > 0),
    evidence: { districts, outside: idsOf(outside), unknown: idsOf(unknown) },
  };
};
