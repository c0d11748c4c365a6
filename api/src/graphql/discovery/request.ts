import type { DemandRequest, DiscoveryRequest } from "#commands/ask-discovery.ts";
import { idOf } from "#queries/global-id.ts";
import { withoutNulls } from "../without-nulls.ts";
import type { DemandInput, DiscoveryQuestionInput } from "./discovery.type.ts";

/** A question of the API as commands take it: ids unwrapped, absent keys left out. */
export function requestOf(input: DiscoveryQuestionInput): DiscoveryRequest {
  const { purpose, districts, sizeMin, sizeMax, withinKm, withIds, withoutIds, form, demand, top, weights, around } =
    withoutNulls(input);
  return {
    ...{ purpose, districts, around, withinKm, form, top, weights, membersMin: sizeMin, membersMax: sizeMax },
    mustHave: withIds?.map((id) => idOf("Business", id)),
    without: withoutIds?.map((id) => idOf("Business", id)),
    demand: demand ? demandOf(demand) : undefined,
  };
}

function demandOf({ capabilities, licences, areas, unitsPerMonth }: DemandInput): DemandRequest {
  return {
    ...(capabilities ? { capabilities: capabilities.map(({ tag, level }) => [tag, level] as const) } : {}),
    ...(licences
      ? { licences: licences.map(({ kind, area }) => (area ? ([kind, area] as const) : ([kind] as const))) }
      : {}),
    ...(areas ? { areas } : {}),
    ...(unitsPerMonth ? { unitsPerMonth } : {}),
  };
}
