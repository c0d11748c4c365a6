import type { PlainDate } from "../calendar.ts";
import { decisionOf, type Decision } from "../decision.ts";
import type { FactSource, Facts } from "./facts.ts";
import type { BusinessState } from "./history.ts";
import { municipalityOf, type MunicipalityLookup } from "./municipality.ts";
import { isIdentityKey, type EditReadProblem, type ReadEdit, type StateKey } from "./read-edit.ts";

/** Who may be named as having said something by hand; lists and estimates have their own ways in. */
export const TELLERS = ["owner", "adviser", "register"] as const satisfies readonly FactSource[];
/** One of them. */
export type Teller = (typeof TELLERS)[number];

/** Who said it, and on which day. */
export interface Telling {
  readonly source: Teller;
  readonly on: PlainDate;
  readonly by?: string;
}

/** Somebody changed this after it was looked at. */
export interface ChangedSince {
  readonly key: StateKey;
  readonly by: string;
}

/** Another business that already has a key: which key, and its name. */
export interface KeyHolder {
  readonly key: "externalId" | "corporateNumber";
  readonly name: string;
}

/** Why what was typed is not kept; nothing of it is then. */
export type SaveBusinessProblem =
  | EditReadProblem
  | { readonly code: "BUSINESS_NAME_MISSING"; readonly field: "name" }
  | { readonly code: "KEY_TAKEN"; readonly field: KeyHolder["key"]; readonly name: string }
  | { readonly code: "CHANGED_MEANWHILE"; readonly field: StateKey; readonly by: string }
  | { readonly code: "TOLD_IN_FUTURE"; readonly field: "on"; readonly today: PlainDate }
  | { readonly code: "POSSIBLY_KNOWN"; readonly field: "name"; readonly names: readonly string[] };

/** What is known of the business from now on. */
export interface BusinessSaved {
  readonly type: "BusinessSaved";
  readonly after: BusinessState;
}

/** What saving is judged by. */
export interface SaveCircumstances {
  /** Absent for a business that is added. */
  readonly before?: BusinessState | undefined;
  readonly told: Telling;
  readonly today: PlainDate;
  /** What others changed since the person looked; different things do not get in each other's way. */
  readonly changedSince: readonly ChangedSince[];
  readonly holders: readonly KeyHolder[];
  /** Known businesses that may be the very same; empty once the person says it is another. */
  readonly possiblySame: readonly string[];
  readonly municipalities: MunicipalityLookup;
}

/** Decides whether what was typed is kept; reports every problem at once. */
export function decideSaveBusiness(
  { read, problems: unread }: { readonly read: readonly ReadEdit[]; readonly problems: readonly EditReadProblem[] },
  given: SaveCircumstances,
): Decision<BusinessSaved, SaveBusinessProblem> {
  const after = stateAfter(read, given);
  const problems: SaveBusinessProblem[] = [...unread];
  const nameUnread = unread.some(({ field }) => field === "name");
  if (after.name === "" && !nameUnread) problems.push({ code: "BUSINESS_NAME_MISSING", field: "name" });
  problems.push(...given.holders.map(({ key: field, name }) => ({ code: "KEY_TAKEN", field, name }) as const));
  for (const { key, by } of given.changedSince) {
    if (read.some((edit) => edit.key === key)) problems.push({ code: "CHANGED_MEANWHILE", field: key, by });
  }
  if (given.told.on > given.today) problems.push({ code: "TOLD_IN_FUTURE", field: "on", today: given.today });
  if (given.possiblySame.length > 0) {
    problems.push({ code: "POSSIBLY_KNOWN", field: "name", names: given.possiblySame });
  }
  return decisionOf(problems, () => ({ type: "BusinessSaved", after }));
}

/** What is known once what was typed is taken: a thing typed again with the same value holds anew from its day. */
export function stateAfter(
  read: readonly ReadEdit[],
  { before, told, municipalities }: Pick<SaveCircumstances, "before" | "told" | "municipalities">,
): BusinessState {
  const { facts: known, ...identity } = before ?? { name: "", facts: {} };
  const names: Record<string, unknown> = { ...identity };
  const facts: Record<string, unknown> = { ...known };
  for (const { key, value, about } of read) {
    const into = isIdentityKey(key) ? names : facts;
    if (value === undefined) delete into[key];
    else into[key] = isIdentityKey(key) ? value : { value, ...told, ...(about ? { about } : {}) };
  }
  const state = { name: "", ...names, facts: facts as Facts };
  const movesPlace = read.some(
    ({ key, value }) => (key === "address" || key === "postalCode") && value !== before?.facts[key]?.value,
  );
  const isTold = read.some(({ key }) => key === "municipality");
  return movesPlace && !isTold ? withMunicipality(state, told.on, municipalities) : state;
}

/**
 * The municipality follows an address that was typed. A point that was worked out from the address before, or one known
 * for another municipality, is the old address's.
 */
function withMunicipality(state: BusinessState, on: PlainDate, lookup: MunicipalityLookup): BusinessState {
  const { address, postalCode, municipality, place } = state.facts;
  const found = municipalityOf({ address: address?.value, postalCode: postalCode?.value }, lookup)?.code;
  const isElsewhere = found !== undefined && found !== municipality?.value;
  const { place: _place, ...unplaced } = state.facts;
  const keepsPlace = place?.source !== "estimate" && !(isElsewhere && municipality !== undefined);
  const facts: Facts = keepsPlace ? state.facts : unplaced;
  if (!isElsewhere) return { ...state, facts };
  return { ...state, facts: { ...facts, municipality: { value: found, source: "estimate", on } } };
}
