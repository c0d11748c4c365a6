import { idsOf } from "../component.ts";
import { holds, holdsFor, licencesFor, type Demand } from "../demand.ts";
import type { Group } from "../member.ts";
import { verdictOf, type Rule } from "../rule.ts";

/** Demanded municipalities and the licences that bear on them which no member is known to hold there. */
function areasWithoutHolder(group: Group, demand: Demand) {
  return (demand.areas ?? []).flatMap(({ municipality }) => {
    const wanted = new Set(licencesFor(demand, municipality).map(({ licence }) => licence));
    return [...wanted]
      .filter(
        (licence) => !group.some(({ licences }) => licences?.some((held) => holdsFor(held, licence, municipality))),
      )
      .map((licence) => ({ municipality, licence }));
  });
}

/** H5: each demanded licence is held by some member for its own area. A demanded area without a holder is told, not failed. */
export const licencesHeld: Rule = (group, { demand }) => {
  const missing = demand.licences.filter((wish) => !group.some((member) => holds(member, wish) === "yes"));
  const unknown = missing.length === 0 ? [] : group.filter(({ licences }) => licences === undefined);
  return {
    id: "H5",
    verdict: verdictOf(missing.length > 0 && unknown.length === 0, missing.length > 0),
    evidence: {
      asked: demand.licences.length,
      ...{ missing, unknown: idsOf(unknown), areasWithoutHolder: areasWithoutHolder(group, demand) },
    },
  };
};
