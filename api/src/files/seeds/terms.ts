import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { isForm, type Form } from "#domain/law.ts";
import { damOfKm } from "#domain/place.ts";
import { PURPOSES, type Purpose } from "#domain/purpose.ts";
import { weightSum } from "#matching/read-terms.ts";
import { isComponentId, type PurposeTerms, type Terms, type Weights } from "#matching/terms.ts";
import { numberAt, numbersAt, objectAt, textAt, type SeedObject } from "./seed-value.ts";

const TERMS_FILE = new URL("../../../../seeds/reference/terms.yaml", import.meta.url);

function weightsAt(purpose: SeedObject): Weights {
  const weights = objectAt(purpose, "weights");
  const strangers = Object.keys(weights).filter((id) => !isComponentId(id));
  if (strangers.length > 0) throw new Error(`terms.yaml weighs unknown components: ${strangers.join(", ")}`);
  const read: Weights = Object.fromEntries(Object.keys(weights).map((id) => [id, numberAt(weights, id)]));
  if (weightSum(read) !== 100) throw new Error(`terms.yaml: weights sum to ${weightSum(read)}, not 100`);
  return read;
}

function formAt(purpose: SeedObject): Form {
  const form = textAt(purpose, "form");
  if (!isForm(form)) throw new Error(`terms.yaml names an unknown form "${form}"`);
  return form;
}

function purposeTerms(purpose: SeedObject): PurposeTerms {
  return {
    weights: weightsAt(purpose),
    withinDam: damOfKm(numberAt(purpose, "withinKm")),
    membersMin: numberAt(purpose, "membersMin"),
    membersMax: numberAt(purpose, "membersMax"),
    form: formAt(purpose),
    nearnessDam: damOfKm(numberAt(purpose, "nearnessKm")),
  };
}

/** Reads terms from YAML; what does not fit is a defect of the shipped data and throws. */
export function termsFrom(yaml: string): Terms {
  const seed = parse(yaml) as SeedObject;
  const bands = objectAt(seed, "bands");
  const answers = objectAt(seed, "jointAnswers");
  const purposes = objectAt(seed, "purposes");
  const read = PURPOSES.map((purpose) => [purpose, purposeTerms(objectAt(purposes, purpose))] as const);
  return {
    version: textAt(seed, "version"),
    bands: { strong: numberAt(bands, "strong"), possible: numberAt(bands, "possible") },
    coverageShownMin: numberAt(seed, "coverageShownMin"),
    jointAnswers: Object.fromEntries(Object.keys(answers).map((issue) => [issue, numberAt(answers, issue)])),
    leaderPoints: numbersAt(seed, "leaderPoints"),
    employeeClassMax: numbersAt(seed, "employeeClassMax"),
    servedWithinDam: damOfKm(numberAt(seed, "servedWithinKm")),
    membersMaxAllowed: numberAt(seed, "membersMaxAllowed"),
    purposes: Object.fromEntries(read) as Record<Purpose, PurposeTerms>,
  };
}

/** The terms shipped with the project. */
export function loadTerms(): Terms {
  return termsFrom(readFileSync(TERMS_FILE, "utf8"));
}
