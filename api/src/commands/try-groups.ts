import type { EntityManager } from "@mikro-orm/postgresql";
import { requireAccess } from "#domain/access/decide.ts";
import { isMarkedClosed } from "#domain/business/closed.ts";
import type { Decision } from "#domain/decision.ts";
import { NotFoundError } from "#domain/errors.ts";
import { latitudeWindowMicro, longitudeWindowMicro, type Place } from "#domain/place.ts";
import type { Reference } from "#files/seeds/reference.ts";
import { matchingQuestionOf, termsOfQuestion } from "#jobs/search-task.ts";
import { memberOf, type Member } from "#matching/member.ts";
import { askQuestion, type Question } from "#matching/question.ts";
import { eligibleOf, planSearch } from "#matching/search-plan.ts";
import type { SnapshotBusiness } from "#matching/snapshot.ts";
import { TRIED_MAX, tryGroup, type TriedGroup, type TryAround } from "#matching/try-group.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { DiscoveryRecord } from "#persistence/discovery-record.ts";
import type { AskedQuestion } from "#persistence/stored-answer.ts";
import { findAnsweringRules } from "#queries/never-together.ts";
import { loadSnapshot, type PlaceWindow } from "#queries/snapshot.ts";
import { termsAsked, type DiscoveryProblem, type WeightRequest } from "./ask-discovery.ts";
import type { CommandContext } from "./context.ts";

/** Groups tried out for one question. */
export interface AnsweredTry {
  readonly question: AskedQuestion;
  readonly groups: readonly TriedGroup[];
}

export interface TryRequest {
  readonly discoveryId: string;
  /** Ids of businesses; undefined for what is no id of one. */
  readonly groups: readonly (readonly (string | undefined)[])[];
  readonly weights?: readonly WeightRequest[] | undefined;
}

/**
 * Scores groups somebody puts together, by the question of a discovery and what is known today, with what taking each
 * member out would change and who could join. @throws NotFoundError where the viewer has no such discovery
 */
export async function tryGroups(
  ctx: CommandContext & { readonly reference: Reference },
  request: TryRequest,
): Promise<Decision<AnsweredTry, DiscoveryProblem>> {
  requireAccess(ctx.viewer, "discovery.run");
  const discovery = await ctx.em.findOne(DiscoveryRecord, { id: request.discoveryId });
  if (!discovery) throw new NotFoundError("discovery");
  const { reference } = ctx;
  const weighed = termsAsked(discovery.question, request.weights, termsOfQuestion(discovery.question, reference.terms));
  if (!weighed.accepted) return weighed;
  const weights = request.weights ? weighed.change.purposes[discovery.question.purpose].weights : undefined;
  const asked: AskedQuestion = { ...discovery.question, ...(weights ? { weights } : {}) };

  const question = askQuestion(matchingQuestionOf(asked, await findAnsweringRules(ctx)));
  if (!question.accepted) return question;
  const around = await loadAround(ctx, { asked, question: question.change, groups: request.groups });
  const groups = request.groups.map((ids, index) => tryGroup(ids, index, { question: question.change, ...around }));
  return { accepted: true, change: { question: asked, groups } };
}

async function loadAround(
  { em, today }: CommandContext,
  {
    asked,
    question,
    groups,
  }: { readonly asked: AskedQuestion; readonly question: Question; readonly groups: TryRequest["groups"] },
): Promise<TryAround> {
  const ids = [...new Set(groups.slice(0, TRIED_MAX).flat())].filter((id) => id !== undefined);
  const named = (await loadSnapshot(em, { today: today(), ids })).map(memberOf);
  const { membersMin, membersMax, withinKm } = asked;
  const places = named.flatMap(({ place }) => place ?? []);
  const reach = planSearch([], { ...question, mustHave: [], neverTogether: [] }, { membersMin, membersMax, withinKm });
  const withinDam = reach.accepted ? reach.change.withinDam : 0;
  const businesses = await loadSnapshot(em, { today: today(), ids, around: windowOf(places, withinDam) });
  const closed = await findClosed(em, ids);
  return {
    known: new Map(businesses.map((business) => [business.id, memberOf(business)])),
    closed,
    eligible: eligibleAmong(businesses, { asked, question }).filter(({ id }) => !closed.has(id)),
    withinDam,
  };
}

function eligibleAmong(
  businesses: readonly SnapshotBusiness[],
  { asked, question }: { readonly asked: AskedQuestion; readonly question: Question },
): readonly Member[] {
  const { membersMin, membersMax, withinKm } = asked;
  const known = new Set(businesses.map(({ id }) => id));
  // Those named who are out of sight here, or no longer known, are no reason to suggest nobody.
  const without = asked.without.filter((id) => known.has(id));
  const plan = planSearch(
    businesses,
    { ...question, mustHave: [], neverTogether: [] },
    { membersMin, membersMax, withinKm, without },
  );
  return plan.accepted ? eligibleOf(plan.change) : [];
}

async function findClosed(em: EntityManager, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const businesses = await em.find(BusinessRecord, { id: { $in: [...ids] } });
  return new Set(businesses.filter(({ facts }) => isMarkedClosed(facts)).map(({ id }) => id));
}

const DEGREE_MICRO = 1_000_000;

/** The ground on which anyone within reach of all these places lies, and some more; undefined without a place. */
function windowOf(places: readonly Place[], withinDam: number): PlaceWindow | undefined {
  if (places.length === 0) return undefined;
  const lats = places.map(({ latMicro }) => latMicro);
  const lons = places.map(({ lonMicro }) => lonMicro);
  const north = Math.max(...lats);
  const [up, aside] = [latitudeWindowMicro(withinDam), longitudeWindowMicro(north, withinDam)];
  return {
    south: (Math.min(...lats) - up) / DEGREE_MICRO,
    north: (north + up) / DEGREE_MICRO,
    west: (Math.min(...lons) - aside) / DEGREE_MICRO,
    east: (Math.max(...lons) + aside) / DEGREE_MICRO,
  };
}
