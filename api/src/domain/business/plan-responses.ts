import type { PlainDate } from "../calendar.ts";
import { foldName } from "../text.ts";
import type { KeptBusiness } from "./compare.ts";
import type { Fact, FactKey, Facts } from "./facts.ts";
import { KnownBusinesses } from "./known-businesses.ts";
import { sameFact } from "./list-facts.ts";
import type { Respondent, Response } from "./read-responses.ts";

/**
 * What a survey tells of a business, in the owner's word. Where it is and what it is called only tells who answered:
 * an answer typed on a phone is no reason to move a business.
 */
export const SURVEYED = [
  "contactPerson",
  "phone",
  "fax",
  "email",
  "capitalYen",
  "employees",
  "ownerAgeBand",
  "successor",
  "licences",
  "capabilities",
  "seeks",
  "needs",
  "monthlyLoad",
  "monthlyWorkers",
  "monthlyCapacity",
  "purchases",
  "ties",
  "memberships",
  "customers",
  "purposes",
  "leader",
  "note",
] as const satisfies readonly FactKey[];

/** A business with what it is once its answers are taken. */
export interface AnsweredBusiness {
  readonly before: KeptBusiness;
  readonly facts: Facts;
  /** Its answers, as Excel numbers their rows. */
  readonly rows: readonly number[];
}

/** An answer whose respondent is not among the known businesses: kept aside, never made into a business. */
export interface UnknownRespondent {
  readonly row: number;
  readonly respondent: Respondent;
}

/** What the answers of a survey come to, counted in rows. */
export interface ResponsesPlan {
  readonly answered: readonly AnsweredBusiness[];
  readonly changed: number;
  readonly unchanged: number;
  readonly unknown: readonly UnknownRespondent[];
}

/** Under which name and, where the answers do not tell, on which day they count. */
export interface Survey {
  readonly by: string;
  readonly today: PlainDate;
}

/** Finds who answered and takes each answer that is newer than what is known; the later of two answers counts. */
export function planResponses(
  kept: readonly KeptBusiness[],
  responses: readonly Response[],
  survey: Survey,
): ResponsesPlan {
  const find = respondentFinder(kept);
  const answered = new Map<string, { before: KeptBusiness; facts: Facts; rows: number[] }>();
  const unknown: UnknownRespondent[] = [];
  for (const response of responses.toSorted((one, other) => byDay(one, other, survey))) {
    const before = find(response);
    if (before === undefined) {
      unknown.push({ row: response.row, respondent: response.respondent });
      continue;
    }
    const so = answered.get(before.id) ?? { before, facts: before.facts, rows: [] };
    answered.set(before.id, {
      before,
      facts: factsAnswered(so.facts, response, survey),
      rows: [...so.rows, response.row],
    });
  }
  const all = [...answered.values()];
  const isChanged = ({ before, facts }: AnsweredBusiness) => facts !== before.facts;
  const rowsOf = (some: readonly AnsweredBusiness[]) => some.reduce((rows, one) => rows + one.rows.length, 0);
  const changed = rowsOf(all.filter(isChanged));
  return { answered: all.filter(isChanged), changed, unchanged: rowsOf(all) - changed, unknown };
}

function byDay(one: Response, other: Response, { today }: Survey): number {
  const [first, second] = [one.answeredOn ?? today, other.answeredOn ?? today];
  return first === second ? one.row - other.row : first < second ? -1 : 1;
}

/** By our number, key, corporate number, or name with address; of several of one name, the one with the answer's telephone. */
function respondentFinder(kept: readonly KeptBusiness[]): (response: Response) => KeptBusiness | undefined {
  const known = new KnownBusinesses<KeptBusiness>({ byNameAlone: true });
  const byId = new Map(kept.map((business) => [business.id, business]));
  const namesakes = new Map<string, KeptBusiness[]>();
  for (const business of kept) {
    const placeAddresses = business.facts.places?.value.flatMap(({ address }) => address ?? []);
    known.add({ ...business, address: business.facts.address?.value, placeAddresses }, business);
    const name = foldName(business.name);
    namesakes.set(name, [...(namesakes.get(name) ?? []), business]);
  }
  return ({ respondent, facts: { address, phone } }) => {
    const { musubiId, externalId, corporateNumber, name = "" } = respondent;
    const numbered = musubiId === undefined ? undefined : byId.get(musubiId);
    if (numbered !== undefined) return numbered;
    const named = namesakes.get(foldName(name)) ?? [];
    const isByName = externalId === undefined && corporateNumber === undefined;
    const isOpen = isByName && address === undefined && named.length > 1;
    const found = isOpen ? undefined : known.find({ externalId, corporateNumber, name, address });
    if (found !== undefined || !isByName) return found;
    const [only] = named;
    if (named.length === 1 && only?.facts.address === undefined) return only;
    if (phone === undefined) return undefined;
    const called = named.filter(({ facts }) => digitsOf(facts.phone?.value) === digitsOf(phone));
    return called.length === 1 ? called[0] : undefined;
  };
}

function digitsOf(phone: string | undefined): string | undefined {
  return phone?.normalize("NFKC").replace(/\D/g, "");
}

/** The facts once an answer is taken; the very same object where it tells nothing new. */
function factsAnswered(facts: Facts, response: Response, { by, today }: Survey): Facts {
  const on = response.answeredOn ?? today;
  const taken = SURVEYED.flatMap((key): [FactKey, Fact<unknown>][] => {
    const value = valueOf(key, facts, response);
    const about = response.about.includes(key) ? { about: true as const } : {};
    if (value === undefined || isKept(facts[key], { key, value, response })) return [];
    return [[key, { value, source: "owner", on, by, ...about }]];
  });
  return taken.length === 0 ? facts : { ...facts, ...Object.fromEntries(taken) };
}

/** What people wrote freely is added to the note, which is the staff's. */
function valueOf(key: (typeof SURVEYED)[number], facts: Facts, { facts: told }: Response): unknown {
  const value = told[key];
  return key !== "note" || value === undefined ? value : noteWith(facts, String(value));
}

/** The note with lines added to it, each once. */
export function noteWith(facts: Facts, added: string): string {
  const lines = (facts.note?.value ?? "").split("\n").filter((line) => line !== "");
  return [...new Set([...lines, ...added.split("\n")])].join("\n");
}

/** Whether a thing was said later than an answer, which then says nothing of it. */
export function isNewerThan(known: Pick<Fact<unknown>, "on"> | undefined, answeredOn: PlainDate | undefined): boolean {
  return known !== undefined && answeredOn !== undefined && known.on > answeredOn;
}

/** Known is kept where it is newer, or says the same and the answer confirms nothing later. */
function isKept(
  known: Fact<unknown> | undefined,
  { key, value, response }: { readonly key: FactKey; readonly value: unknown; readonly response: Response },
): boolean {
  if (known === undefined) return false;
  const { answeredOn } = response;
  if (isNewerThan(known, answeredOn)) return true;
  const isSame = sameFact(key, known.value as never, value as never);
  if (!isSame || (known.about === true) !== response.about.includes(key)) return false;
  return key === "note" || (known.source === "owner" && (answeredOn === undefined || known.on === answeredOn));
}
