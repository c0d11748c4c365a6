import type { EntityManager } from "@mikro-orm/postgresql";
import type { PlainDate } from "#domain/calendar.ts";
import { decisionOf, type Decision } from "#domain/decision.ts";
import type { RequestProblem } from "#domain/discovery-problem.ts";
import { areaCodeOf } from "#domain/municipality-code.ts";
import { isPurpose, type Purpose } from "#domain/purpose.ts";
import type { Reference } from "#files/seeds/reference.ts";
import { heldTerms } from "#jobs/search-task.ts";
import { askQuestion, type QuestionProblem } from "#matching/question.ts";
import { readTerms, type TermsProblem } from "#matching/read-terms.ts";
import { planSearch, TOP_USUAL, type SearchProblem, type SearchWishes } from "#matching/search-plan.ts";
import type { Terms, Weights } from "#matching/terms.ts";
import type { AskedQuestion } from "#persistence/stored-answer.ts";
import { searchedCircle } from "#jobs/search-task.ts";
import type { SnapshotBusiness } from "#matching/snapshot.ts";
import { findAreaPlaces } from "#queries/area-places.ts";
import { withNames } from "#queries/named-problems.ts";
import { loadPairs } from "#queries/never-together.ts";
import { loadSnapshot } from "#queries/snapshot.ts";
import { termsInForce } from "#queries/terms-in-force.ts";

/** What somebody asks; what is left out is as the terms have it. */
export interface DiscoveryRequest {
  readonly purpose: string;
  readonly districts?: readonly string[] | undefined;
  readonly membersMin?: number | undefined;
  readonly membersMax?: number | undefined;
  readonly withinKm?: number | undefined;
  /** Only businesses in a circle round a municipality's place. */
  readonly around?: { readonly municipality: string; readonly km: number } | undefined;
  readonly form?: string | undefined;
  readonly mustHave?: readonly string[] | undefined;
  readonly without?: readonly string[] | undefined;
  readonly demand?: DemandRequest | undefined;
  readonly top?: number | undefined;
  /** Weights of components; those not named keep the terms' own, and all sum to 100. */
  readonly weights?: readonly WeightRequest[] | undefined;
}

/** The weight of one component, 0 to 100. */
export interface WeightRequest {
  readonly component: string;
  readonly weight: number;
}

/** An order as a person writes it down: areas by code, their places are looked up. */
export interface DemandRequest {
  readonly capabilities?: readonly (readonly [tag: string, level: number])[];
  readonly licences?: readonly (readonly [kind: string] | readonly [kind: string, area: string])[];
  readonly areas?: readonly string[];
  readonly unitsPerMonth?: readonly number[];
}

export type DiscoveryProblem = RequestProblem | QuestionProblem | SearchProblem | TermsProblem;

/** Most proposals one question is answered with: more than a person reads. */
export const TOP_MAX = 100;

/** Longest distance that can be asked for, in kilometres: from one end of the country to the other. */
const DISTANCE_KM_MAX = 3_000;

/** Completes a request by the terms and checks it, so that the person hears of every fault before anything runs. */
export async function askDiscovery(
  em: EntityManager,
  request: DiscoveryRequest,
  { reference, today }: { readonly reference: Reference; readonly today: PlainDate },
): Promise<Decision<AskedQuestion, DiscoveryProblem>> {
  const { purpose, mustHave = [], without = [] } = request;
  if (!isPurpose(purpose)) {
    return { accepted: false, problems: [{ code: "PURPOSE_UNKNOWN", field: "purpose", purpose }] };
  }
  const inForce = await termsInForce({ em, reference });
  const weighed = termsAsked({ purpose }, request.weights, inForce);
  if (!weighed.accepted) return weighed;
  const terms = weighed.change;
  const circle = await circleOf(em, request.around);
  const own = [...ownProblems(request), ...(circle.accepted ? [] : circle.problems)];
  const law = reference.lawOn(today);
  const named = await loadSnapshot(em, { today, ids: [...mustHave, ...without] });
  const neverTogether = await pairsAmong(em, named);
  const districts = areaCodes(request.districts ?? []);
  const question = askQuestion({ purpose, terms, law, ...formOf(request), mustHave, districts, neverTogether });
  if (!question.accepted) return { accepted: false, problems: [...own, ...question.problems] };
  const around = circle.accepted ? circle.change : {};
  const plan = planSearch(named, question.change, { ...wishesOf(request), ...searchedCircle(around.around) });
  const problems = [...own, ...(plan.accepted ? [] : await withNames(em, plan.problems))];
  if (!plan.accepted || problems.length > 0) return { accepted: false, problems };

  const usual = reference.terms.purposes[purpose];
  return {
    accepted: true,
    change: {
      ...{ purpose, districts, form: question.change.form, mustHave, without },
      ...{ membersMin: plan.change.membersMin, membersMax: plan.change.membersMax, top: plan.change.top },
      withinKm: request.withinKm ?? usual.withinDam / 100,
      ...(await demandOf(em, request.demand)),
      ...around,
      ...(request.weights ? { weights: terms.purposes[purpose].weights } : {}),
      terms: heldTerms(inForce, purpose),
    },
  };
}

/** Who of those named must not meet. */
async function pairsAmong(em: EntityManager, named: readonly SnapshotBusiness[]) {
  const ids = new Set(named.map(({ id }) => id));
  return (await loadPairs(em)).filter((pair) => pair.every((id) => ids.has(id)));
}

/** The terms with own weights, checked as a file of own terms is; those not named stay as the question had them. */
export function termsAsked(
  { purpose, weights: kept = {} }: { readonly purpose: Purpose; readonly weights?: Weights },
  weights: readonly WeightRequest[] | undefined,
  inForce: Terms,
): Decision<Terms, TermsProblem> {
  if (!weights) return { accepted: true, change: inForce };
  const own = { ...kept, ...Object.fromEntries(weights.map(({ component, weight }) => [component, weight])) };
  return readTerms(JSON.stringify({ weights: { [purpose]: own } }), inForce);
}

function formOf({ form }: DiscoveryRequest): { form?: string } {
  return form === undefined ? {} : { form };
}

function wishesOf({ top = TOP_USUAL, membersMin, membersMax, withinKm, without = [] }: DiscoveryRequest): SearchWishes {
  return {
    ...{ top, without },
    ...(membersMin === undefined ? {} : { membersMin }),
    ...(membersMax === undefined ? {} : { membersMax }),
    ...(withinKm === undefined ? {} : { withinKm }),
  };
}

/** The circle asked for with its middle, or why it cannot be one. */
async function circleOf(
  em: EntityManager,
  around: DiscoveryRequest["around"],
): Promise<Decision<Pick<AskedQuestion, "around">, RequestProblem>> {
  if (!around) return { accepted: true, change: {} };
  const { municipality: area, km } = around;
  const problems: RequestProblem[] = [];
  const code = areaCodeOf(area) ?? area;
  const [middle] = await findAreaPlaces(em, [code]);
  if (middle?.lat === undefined) problems.push({ code: "CIRCLE_WITHOUT_PLACE", field: "around", area });
  if (!(km > 0) || km > DISTANCE_KM_MAX)
    problems.push({ code: "CIRCLE_OUT_OF_RANGE", field: "aroundKm", km, max: DISTANCE_KM_MAX });
  const { lat = 0, lon = 0 } = middle ?? {};
  return decisionOf(problems, () => ({ around: { municipality: code, lat, lon, km } }));
}

function ownProblems({ top, demand, withinKm, districts = [] }: DiscoveryRequest): RequestProblem[] {
  const areas = [...(demand?.areas ?? []), ...(demand?.licences ?? []).flatMap(([, area]) => area ?? [])];
  const problems: RequestProblem[] = [...unknownAreas("districts", districts), ...unknownAreas("areas", areas)];
  if (withinKm !== undefined && withinKm > DISTANCE_KM_MAX) {
    problems.push({ code: "DISTANCE_TOO_FAR", field: "withinKm", withinKm, max: DISTANCE_KM_MAX });
  }
  if (top !== undefined && top > TOP_MAX) problems.push({ code: "TOP_TOO_MANY", field: "top", top, max: TOP_MAX });
  const units = demand?.unitsPerMonth;
  if (units && (units.length !== 12 || units.some((unit) => unit < 0)))
    problems.push({ code: "UNITS_NOT_TWELVE", field: "unitsPerMonth" });
  for (const [, level] of demand?.capabilities ?? []) {
    if (level < 1 || level > 3) problems.push({ code: "DEMAND_LEVEL_OUT_OF_RANGE", field: "capabilities", level });
  }
  return problems;
}

function unknownAreas(field: "districts" | "areas", codes: readonly string[]): RequestProblem[] {
  const unknown = codes.filter((area) => areaCodeOf(area) === undefined);
  return unknown.map((area) => ({ code: "AREA_UNKNOWN", field, area }));
}

/** Codes without their check digits; every one was checked before. */
function areaCodes(codes: readonly string[]): string[] {
  return codes.map((code) => areaCodeOf(code) ?? code);
}

async function demandOf(em: EntityManager, demand: DemandRequest | undefined): Promise<Pick<AskedQuestion, "demand">> {
  if (!demand) return {};
  const { areas, licences, ...rest } = demand;
  const wished = licences?.map(([kind, area]) =>
    area === undefined ? ([kind] as const) : ([kind, areaCodeOf(area) ?? area] as const),
  );
  return {
    demand: {
      ...rest,
      ...(wished ? { licences: wished } : {}),
      ...(areas ? { areas: await findAreaPlaces(em, areaCodes(areas)) } : {}),
    },
  };
}
