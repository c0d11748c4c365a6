import type { ScoreComponent } from "../component.ts";
import { requirementFacts, requirementHigh, requirementMatches } from "./coverage.ts";

/** Members wanted for each requirement, so that one can stand in for the other. */
const PLACES = 2;

/**
 * 代替の確保: whether a second member can do what an order requires.
 *
 * Points: two places for each requirement, equal shares of 1000, filled by members able to meet it.
 * Unknown capabilities and licences count as "cannot" in low and as "can" in high.
 */
export const redundancy: ScoreComponent<"redundancy"> = {
  id: "redundancy",
  matches: (group, { demand }) => requirementMatches(group, demand, PLACES),
  high: (group, { demand }) => requirementHigh(group, demand, PLACES),
  facts: (group, { demand }) => requirementFacts(group, demand),
};
