import { decisionOf, type Decision } from "../decision.ts";
import type { KeptBusiness } from "./compare.ts";
import { isListFact, type Fact, type FactKey, type Facts, type FactSource } from "./facts.ts";
import { BUSINESS_FIELDS, type IdentityKey } from "./fields.ts";
import { changesBetween, type BusinessState } from "./history.ts";
import { sameFact, uniteLists } from "./list-facts.ts";

/** Whose value stays: the business that is kept, the one that is absorbed, or both lists united. */
export type MergeSide = "KEPT" | "ABSORBED" | "BOTH";

/** What a person chose for one thing the two businesses tell differently. */
export interface MergeChoice {
  readonly key: IdentityKey | FactKey;
  readonly side: MergeSide;
}

/** Why two businesses are not made one. */
export type MergeProblem =
  | { readonly code: "MERGE_WITH_ITSELF" }
  | { readonly code: "MERGE_NUMBERS_DIFFER"; readonly kept: string; readonly absorbed: string }
  | { readonly code: "MERGE_KEY_UNKNOWN"; readonly field: "choices"; readonly key: string };

/** Two businesses are one from now on. */
export interface BusinessesMerged {
  readonly type: "BusinessesMerged";
  /** The one that is kept, with what is known of both. */
  readonly state: BusinessState;
}

/** Decides whether two businesses may be made one, and what is known of it then. */
export function decideMerge(
  kept: KeptBusiness,
  absorbed: KeptBusiness,
  choices: readonly { readonly key: string; readonly side: MergeSide }[],
): Decision<BusinessesMerged, MergeProblem> {
  const problems: MergeProblem[] = [];
  if (kept.id === absorbed.id) problems.push({ code: "MERGE_WITH_ITSELF" });
  const [one, other] = [kept.corporateNumber, absorbed.corporateNumber];
  if (one !== undefined && other !== undefined && one !== other)
    problems.push({ code: "MERGE_NUMBERS_DIFFER", kept: one, absorbed: other });
  const known = choices.flatMap(({ key, side }): MergeChoice[] => (isMergeKey(key) ? [{ key, side }] : []));
  for (const { key } of choices)
    if (!isMergeKey(key)) problems.push({ code: "MERGE_KEY_UNKNOWN", field: "choices", key });
  return decisionOf(problems, () => ({ type: "BusinessesMerged", state: mergedState(kept, absorbed, known) }));
}

/** Whether a name is that of something that identifies a business, or of a fact. */
function isMergeKey(key: string): key is MergeChoice["key"] {
  return isIdentity(key as MergeChoice["key"]) || key === "place" || key === "places" || isFieldKey(key);
}

/** What two businesses tell of one thing, and what stays where nobody chooses. */
export interface MergeLine {
  readonly key: IdentityKey | FactKey;
  readonly suggested: MergeSide;
}

/** Everything two businesses tell differently, one of them perhaps nothing at all. */
export function mergeLines(kept: BusinessState, absorbed: BusinessState): MergeLine[] {
  return changesBetween(kept, absorbed)
    .filter(({ key }) => !isSaidAlike(key, kept, absorbed))
    .map(({ key }) => ({ key, suggested: suggestedSide(key, kept, absorbed) }));
}

/**
 * The two in the order they are merged in where nobody chooses: the one that the federation has a key for is kept, else
 * the one it has known longer.
 */
export function inMergeOrder<B extends BusinessState & { readonly knownSince: Date }>(
  one: B,
  other: B,
): readonly [B, B] {
  const hasKey = ({ externalId }: B) => Number(externalId !== undefined);
  const difference = hasKey(one) - hasKey(other) || other.knownSince.getTime() - one.knownSince.getTime();
  return difference >= 0 ? [one, other] : [other, one];
}

const SURENESS: readonly FactSource[] = ["owner", "adviser", "register", "list", "estimate"];

/** Whether the first fact is the surer: owner, adviser, register, list, estimate; then the later; then the first. */
function isSurer(one: Fact<unknown>, other: Fact<unknown>): boolean {
  const difference = SURENESS.indexOf(one.source) - SURENESS.indexOf(other.source);
  return difference < 0 || (difference === 0 && one.on >= other.on);
}

function isIdentity(key: IdentityKey | FactKey): key is IdentityKey {
  return key === "externalId" || key === "corporateNumber" || key === "name" || key === "nameKana";
}

function isFieldKey(key: string): boolean {
  return BUSINESS_FIELDS.some(({ fact }) => fact === key);
}

/** The same value from another source or of another day is not told differently. */
function isSaidAlike(key: IdentityKey | FactKey, kept: BusinessState, absorbed: BusinessState): boolean {
  if (isIdentity(key)) return kept[key] === absorbed[key];
  const [one, other] = [kept.facts[key], absorbed.facts[key]];
  return one !== undefined && other !== undefined && sameFact(key, one.value as never, other.value as never);
}

function suggestedSide(key: IdentityKey | FactKey, kept: BusinessState, absorbed: BusinessState): MergeSide {
  if (isIdentity(key)) return kept[key] === undefined ? "ABSORBED" : "KEPT";
  const [one, other] = [kept.facts[key], absorbed.facts[key]];
  if (one === undefined || other === undefined) return one === undefined ? "ABSORBED" : "KEPT";
  if (isListFact(key) || key === "note") return "BOTH";
  return isSurer(one, other) ? "KEPT" : "ABSORBED";
}

function mergedState(kept: BusinessState, absorbed: BusinessState, choices: readonly MergeChoice[]): BusinessState {
  const chosen = new Map(choices.map(({ key, side }) => [key, side]));
  const identity: Record<string, string> = {};
  for (const key of ["externalId", "corporateNumber", "name", "nameKana"] as const) {
    const side = chosen.get(key) ?? suggestedSide(key, kept, absorbed);
    const value = side === "ABSORBED" ? (absorbed[key] ?? kept[key]) : (kept[key] ?? absorbed[key]);
    if (value !== undefined) identity[key] = value;
  }
  return { ...identity, facts: mergedFacts(kept.facts, absorbed.facts, chosen) } as unknown as BusinessState;
}

function mergedFacts(kept: Facts, absorbed: Facts, chosen: ReadonlyMap<string, MergeSide>): Facts {
  const keys = [...new Set([...Object.keys(kept), ...Object.keys(absorbed)])] as FactKey[];
  return Object.fromEntries(keys.map((key) => [key, mergedFact(key, [kept[key], absorbed[key]], chosen.get(key))]));
}

/** One fact of the merged business; what only one of the two tells stays known. */
function mergedFact(
  key: FactKey,
  [one, other]: readonly [Fact<unknown> | undefined, Fact<unknown> | undefined],
  side: MergeSide | undefined,
): Fact<unknown> | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const surer = isSurer(one, other) ? one : other;
  if (sameFact(key, one.value as never, other.value as never)) return surer;
  if (side === "KEPT") return one;
  if (side === "ABSORBED") return other;
  if (isListFact(key)) return { ...surer, value: uniteLists(key, one.value as never, other.value as never) };
  if (key === "note") return { ...surer, value: [...new Set([one.value, other.value])].join("\n") };
  return surer;
}

/** Why a merge is not taken back. */
export type UndoMergeProblem = { readonly code: "MERGE_UNDONE_ALREADY" } | { readonly code: "MERGE_BUILT_ON" };

/** Decides whether a merge may be taken back: once, and before the business that was kept became part of another. */
export function decideUndoMerge({
  undone,
  keptIsKnown,
}: {
  readonly undone: boolean;
  readonly keptIsKnown: boolean;
}): Decision<{ readonly type: "MergeUndone" }, UndoMergeProblem> {
  const problems: UndoMergeProblem[] = [];
  if (undone) problems.push({ code: "MERGE_UNDONE_ALREADY" });
  else if (!keptIsKnown) problems.push({ code: "MERGE_BUILT_ON" });
  return decisionOf(problems, () => ({ type: "MergeUndone" }));
}
