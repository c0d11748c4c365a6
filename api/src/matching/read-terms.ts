import { decisionOf, type Decision } from "#domain/decision.ts";
import { isPurpose, PURPOSES, type Purpose } from "#domain/purpose.ts";
import { isJsonObject, type Json } from "#domain/canonical-json.ts";
import { parseJson } from "./read-snapshot.ts";
import { isComponentId, type Bands, type Terms, type Weights } from "./terms.ts";

/** What is wrong with a file of own terms. */
export type TermsProblem =
  | { readonly code: "TERMS_NOT_JSON" }
  | { readonly code: "TERMS_UNKNOWN_KEY"; readonly key: string }
  | { readonly code: "TERMS_BAD_VALUE"; readonly key: string }
  | { readonly code: "TERMS_UNKNOWN_PURPOSE"; readonly purpose: string }
  | { readonly code: "TERMS_UNKNOWN_COMPONENT"; readonly purpose: Purpose; readonly component: string }
  | { readonly code: "TERMS_SUM_NOT_100"; readonly purpose: Purpose; readonly sum: number }
  | { readonly code: "TERMS_BANDS_CROSSED"; readonly strong: number; readonly possible: number };

type Problems = TermsProblem[];

const isWeight = (value: Json | undefined): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 100;

function readWeights(purpose: Purpose, given: { readonly [key: string]: Json }, problems: Problems): Weights {
  const weights: Partial<Record<string, number>> = {};
  for (const [component, weight] of Object.entries(given)) {
    if (!isComponentId(component)) problems.push({ code: "TERMS_UNKNOWN_COMPONENT", purpose, component });
    else if (!isWeight(weight)) problems.push({ code: "TERMS_BAD_VALUE", key: `weights.${purpose}.${component}` });
    else weights[component] = weight;
  }
  return weights;
}

/** The sum of a purpose's weights, which has to be 100. */
export function weightSum(weights: Weights): number {
  return Object.values(weights).reduce((sum, weight) => sum + weight, 0);
}

function withWeights(shipped: Terms, given: Json | undefined, problems: Problems): Terms["purposes"] {
  if (given === undefined) return shipped.purposes;
  if (!isJsonObject(given)) problems.push({ code: "TERMS_BAD_VALUE", key: "weights" });
  const sought = isJsonObject(given) ? given : {};
  for (const purpose of Object.keys(sought)) {
    if (!isPurpose(purpose)) problems.push({ code: "TERMS_UNKNOWN_PURPOSE", purpose });
  }
  const purposes = { ...shipped.purposes };
  for (const purpose of PURPOSES) {
    const own = sought[purpose];
    if (own === undefined) continue;
    if (!isJsonObject(own)) {
      problems.push({ code: "TERMS_BAD_VALUE", key: `weights.${purpose}` });
      continue;
    }
    const before = problems.length;
    const weights = { ...shipped.purposes[purpose].weights, ...readWeights(purpose, own, problems) };
    const sum = weightSum(weights);
    if (problems.length === before && sum !== 100) problems.push({ code: "TERMS_SUM_NOT_100", purpose, sum });
    purposes[purpose] = { ...shipped.purposes[purpose], weights };
  }
  return purposes;
}

const isBandEnd = (value: Json): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 100_000;

function withBands(shipped: Bands, given: Json | undefined, problems: Problems): Bands {
  if (given === undefined) return shipped;
  if (!isJsonObject(given)) {
    problems.push({ code: "TERMS_BAD_VALUE", key: "bands" });
    return shipped;
  }
  for (const key of Object.keys(given)) {
    if (key !== "strong" && key !== "possible") problems.push({ code: "TERMS_UNKNOWN_KEY", key: `bands.${key}` });
  }
  const end = (key: keyof Bands): number => {
    const value = given[key];
    if (value === undefined || isBandEnd(value)) return value ?? shipped[key];
    problems.push({ code: "TERMS_BAD_VALUE", key: `bands.${key}` });
    return shipped[key];
  };
  const bands = { strong: end("strong"), possible: end("possible") };
  if (bands.strong < bands.possible) problems.push({ code: "TERMS_BANDS_CROSSED", ...bands });
  return bands;
}

/** Reads own terms (JSON with version, weights, bands): absent keys keep the shipped values; every problem is reported. */
export function readTerms(text: string, shipped: Terms): Decision<Terms, TermsProblem> {
  const given = parseJson(text.replace(/^\uFEFF/, ""));
  if (given === undefined || !isJsonObject(given)) return { accepted: false, problems: [{ code: "TERMS_NOT_JSON" }] };
  const problems: Problems = [];
  for (const key of Object.keys(given)) {
    if (!["version", "weights", "bands"].includes(key)) problems.push({ code: "TERMS_UNKNOWN_KEY", key });
  }
  const version = given["version"] ?? shipped.version;
  if (typeof version !== "string" || version === "") problems.push({ code: "TERMS_BAD_VALUE", key: "version" });
  const purposes = withWeights(shipped, given["weights"], problems);
  const bands = withBands(shipped.bands, given["bands"], problems);
  return decisionOf(problems, () => ({ ...shipped, version: String(version), purposes, bands }));
}
