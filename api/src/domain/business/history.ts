import { canonicalJson, type Json } from "../canonical-json.ts";
import type { BusinessIdentity } from "./entry.ts";
import type { FactKey, Facts } from "./facts.ts";
import type { IdentityKey } from "./fields.ts";

/** What can happen to what is known of a business; the history only grows. */
export const BUSINESS_EVENT_KINDS = [
  /** Known from now on. */
  "ADDED",
  /** A list changed something. */
  "IMPORTED",
  /** An earlier change was taken back. */
  "UNDONE",
  /** A change that had been taken back was made again. */
  "REDONE",
  /** It and another turned out to be one. */
  "MERGED",
  /** That was taken back. */
  "UNMERGED",
  /** Somebody changed it by hand. */
  "EDITED",
  /** Somebody said that what was known still holds. */
  "CONFIRMED",
  /** A visit brought it. */
  "VISITED",
  /** The answers of a survey sheet were entered. */
  "SURVEYED",
] as const;
/** One of them. */
export type BusinessEventKind = (typeof BUSINESS_EVENT_KINDS)[number];

/** Everything that is known of a business at one moment. */
export interface BusinessState extends BusinessIdentity {
  readonly facts: Facts;
}

/** What changed under one key: a text for what identifies a business, else a whole fact; absent is unknown. */
export interface StateChange {
  readonly key: IdentityKey | FactKey;
  readonly before?: unknown;
  readonly after?: unknown;
}

const IDENTITY_KEYS = ["externalId", "corporateNumber", "name", "nameKana"] as const satisfies readonly IdentityKey[];

/** Everything that differs between two states, source and date of a fact included, in a steady order. */
export function changesBetween(before: BusinessState, after: BusinessState): StateChange[] {
  const keys = [...new Set([...Object.keys(before.facts), ...Object.keys(after.facts)])].sort() as FactKey[];
  return [...IDENTITY_KEYS, ...keys].flatMap((key) => {
    const [was, is] = [valueOf(before, key), valueOf(after, key)];
    return isEqualJson(was, is) ? [] : [changeOf(key, was, is)];
  });
}

/** A state once changes are taken back, and the keys that somebody has changed again since: those stay as they are. */
export interface Reverting {
  readonly state: BusinessState;
  readonly changedSince: readonly (IdentityKey | FactKey)[];
}

/** Takes changes back where nobody has changed the same thing since. */
export function revertChanges(now: BusinessState, changes: readonly StateChange[]): Reverting {
  const untouched = changes.filter(({ key, after }) => isEqualJson(valueOf(now, key), after));
  const touched = changes.filter((change) => !untouched.includes(change));
  const state = untouched.reduce((known, { key, before }) => withValue(known, key, before), now);
  return { state, changedSince: touched.map(({ key }) => key) };
}

/** A state as it was before these changes were made, oldest first. */
export function stateBefore(now: BusinessState, changes: readonly StateChange[]): BusinessState {
  return changes.toReversed().reduce((state, { key, before }) => withValue(state, key, before), now);
}

/** Whether changes, oldest first, leave everything as it was before the first of them. */
export function comesToNothing(changes: readonly StateChange[]): boolean {
  const first = new Map<StateChange["key"], StateChange>();
  const last = new Map<StateChange["key"], StateChange>();
  for (const change of changes) {
    if (!first.has(change.key)) first.set(change.key, change);
    last.set(change.key, change);
  }
  return [...first].every(([key, { before }]) => isEqualJson(before, last.get(key)?.after));
}

function changeOf(key: StateChange["key"], before: unknown, after: unknown): StateChange {
  return { key, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

function isIdentityKey(key: StateChange["key"]): key is IdentityKey {
  return IDENTITY_KEYS.some((one) => one === key);
}

function valueOf(state: BusinessState, key: StateChange["key"]): unknown {
  return isIdentityKey(key) ? state[key] : state.facts[key];
}

function withValue(state: BusinessState, key: StateChange["key"], value: unknown): BusinessState {
  if (isIdentityKey(key)) return without(state, key, value) as unknown as BusinessState;
  return { ...state, facts: without(state.facts, key, value) };
}

/** A copy with one key set, or gone where the value is unknown. */
function without(of: object, key: string, value: unknown): Record<string, unknown> {
  const others = Object.entries(of).filter(([name]) => name !== key);
  return Object.fromEntries(value === undefined ? others : [...others, [key, value]]);
}

/** Whether two values say the same, absent ones included; the order of keys in a store does not count. */
function isEqualJson(one: unknown, other: unknown): boolean {
  if (one === undefined || other === undefined) return one === other;
  return canonicalJson(one as Json) === canonicalJson(other as Json);
}
