import { decisionOf, type Decision } from "#domain/decision.ts";
import { isJsonObject } from "#domain/canonical-json.ts";
import { demandOf, type Demand, type DemandText } from "./demand.ts";
import { parseJson } from "./read-snapshot.ts";
import type { ValueFault } from "./snapshot.ts";
import { areasFault, levelledTagsFault, licencesFault, monthsFault, type ValueCheck } from "./value-fault.ts";

/** What is wrong with an order. An unknown key is refused, for a misspelt one would silently not be asked. */
export type DemandProblem =
  | { readonly code: "DEMAND_NOT_JSON" }
  | { readonly code: "DEMAND_UNKNOWN_KEY"; readonly key: string }
  | { readonly code: "DEMAND_BAD_VALUE"; readonly key: string; readonly fault: ValueFault };

const CHECKS: Readonly<Record<keyof DemandText, ValueCheck>> = {
  capabilities: levelledTagsFault,
  licences: licencesFault,
  areas: areasFault,
  unitsPerMonth: monthsFault,
};

/** Reads an order (JSON): what it asks, or every problem of it. */
export function readDemand(text: string): Decision<Demand, DemandProblem> {
  const value = parseJson(text.replace(/^\uFEFF/, ""));
  if (value === undefined || !isJsonObject(value)) return { accepted: false, problems: [{ code: "DEMAND_NOT_JSON" }] };
  const problems = Object.entries(value).flatMap(([key, held]): DemandProblem[] => {
    if (!Object.hasOwn(CHECKS, key)) return [{ code: "DEMAND_UNKNOWN_KEY", key }];
    const fault = CHECKS[key as keyof DemandText](held);
    return fault === undefined ? [] : [{ code: "DEMAND_BAD_VALUE", key, fault }];
  });
  return decisionOf(problems, () => demandOf(value as DemandText));
}
