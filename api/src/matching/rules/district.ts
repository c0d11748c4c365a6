import { idsOf } from "../component.ts";
import type { Group, Member } from "../member.ts";
import type { Question } from "../question.ts";
import { verdictOf, type Rule } from "../rule.ts";

/** Whether a municipality lies in one of the districts, each a prefecture's or municipality's code. */
export function isInDistrict(municipality: string, districts: readonly string[]): boolean {
  return districts.length === 0 || districts.some((district) => municipality.startsWith(district));
}

/** The prefecture of a municipality, two digits. */
export const prefectureOf = (municipality: string): string => municipality.slice(0, 2);

/** Whether the form's district lies in one prefecture and two members are known to be in two. */
export function areInTwoPrefectures(a: Member, b: Member, { law, form }: Pick<Question, "law" | "form">): boolean {
  if (law.onePrefecture[form] === undefined || a.municipality === undefined || b.municipality === undefined)
    return false;
  return prefectureOf(a.municipality) !== prefectureOf(b.municipality);
}

function prefecturesOf(group: Group): readonly string[] {
  const codes = group.flatMap(({ municipality }) => (municipality === undefined ? [] : [prefectureOf(municipality)]));
  return [...new Set(codes)].sort();
}

/**
 * H3: every member has its main place in the district asked for, and in one prefecture where the form's act says so.
 * A member without a known municipality leaves it open.
 */
export const district: Rule = (group, { districts, law, form }) => {
  const outside = group.filter(
    ({ municipality }) => municipality !== undefined && !isInDistrict(municipality, districts),
  );
  const figure = law.onePrefecture[form];
  const isAsked = districts.length > 0 || figure !== undefined;
  const unknown = isAsked ? group.filter(({ municipality }) => municipality === undefined) : [];
  const prefectures = figure === undefined ? [] : prefecturesOf(group);
  return {
    id: "H3",
    verdict: verdictOf(outside.length > 0 || prefectures.length > 1, unknown.length > 0),
    evidence: {
      ...{ districts, outside: idsOf(outside), unknown: idsOf(unknown) },
      ...(figure === undefined ? {} : { onePrefecture: { prefectures, law: figure.law } }),
    },
  };
};
