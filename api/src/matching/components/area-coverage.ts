import { distanceDam } from "#domain/place.ts";
import { factsOf, idsOf, NOTHING_UNKNOWN, OPEN, type ScoreComponent } from "../component.ts";
import { holdsFor, licencesFor, meetsAny, type Ability, type Demand, type DemandedArea } from "../demand.ts";
import type { Member } from "../member.ts";
import type { Question } from "../question.ts";
import { share, sumOf } from "../whole.ts";
import { demandedColumns } from "./coverage.ts";

function isNear(member: Member, area: DemandedArea, withinDam: number): Ability {
  if (member.place === undefined || area.place === undefined) return "maybe";
  return distanceDam(member.place, area.place) <= withinDam ? "yes" : "no";
}

/** Whether a member holds, for that very municipality, every licence the order wants there. */
function isLicensed(member: Member, area: DemandedArea, demand: Demand): Ability {
  const wanted = licencesFor(demand, area.municipality);
  if (wanted.length === 0) return "yes";
  const { licences } = member;
  if (licences === undefined) return "maybe";
  const all = wanted.every(({ licence }) => licences.some((held) => holdsFor(held, licence, area.municipality)));
  return all ? "yes" : "no";
}

/** Whether a member can serve a demanded area: near enough, able to do something asked for, and licensed there. */
export function serves(member: Member, area: DemandedArea, { demand, terms }: Question): Ability {
  const answers = [
    isNear(member, area, terms.servedWithinDam),
    meetsAny(member, demand.capabilities),
    isLicensed(member, area, demand),
  ];
  if (answers.includes("no")) return "no";
  return answers.includes("maybe") ? "maybe" : "yes";
}

/**
 * 対応地域の広さ: how many demanded municipalities some member can serve.
 *
 * Points: equal shares of 1000. A member serves an area from within 30 km if it meets a demanded capability and holds
 * there every demanded licence that bears on it. Unknown facts count as "cannot" in low and as "can" in high.
 */
export const areaCoverage: ScoreComponent<"area-coverage"> = {
  id: "area-coverage",
  matches: (group, question) => {
    const { areas } = question.demand;
    if (areas?.length === 0) return [{ members: [], points: 1000, evidence: { municipality: null } }];
    return (areas ?? []).map((area, index, { length }) => {
      const serving = group.filter((member) => serves(member, area, question) === "yes");
      return {
        members: idsOf(serving),
        points: serving.length > 0 ? share(1000, length, index + 1) : 0,
        evidence: { municipality: area.municipality },
      };
    });
  },
  high: (group, question) => {
    const { areas } = question.demand;
    if (areas === undefined || areas.length === 0) return 1000;
    const served = areas.map((area) => group.some((member) => serves(member, area, question) !== "no"));
    return sumOf(served.map((can, index) => (can ? share(1000, areas.length, index + 1) : 0)));
  },
  facts: (group, { demand }) => {
    if (demand.areas === undefined) return OPEN;
    if (demand.areas.length === 0) return NOTHING_UNKNOWN;
    if (demand.areas.some(({ place }) => place === undefined)) return OPEN;
    return factsOf(group, ["place", ...demandedColumns(demand)]);
  },
};
