import { distanceDam, type Place } from "../../../api/src/domain/place.ts";
import type { Demand, LicenceWish } from "../../../api/src/matching/demand.ts";
import type { Member } from "../../../api/src/matching/member.ts";
import type { Question } from "../../../api/src/matching/question.ts";
import type { ComponentId } from "../../../api/src/matching/terms.ts";
import { tradeDistance } from "../../../api/src/matching/trade-distance.ts";
import type { Instance } from "./instance.ts";

/** A numbered tag with its level, or an item with the yen spent on it. */
export interface Held {
  readonly tag: number;
  readonly amount: number;
}

/** An instance in numbers: what the exact solver reckons with. It is made from the facts alone, by no code of the search. */
export interface Sheet {
  readonly count: number;
  readonly question: Question;
  readonly weights: Readonly<Record<ComponentId, number>>;
  readonly issues: number;
  /** By issue: permille of it that a joint business can answer. */
  readonly answers: readonly number[];
  readonly needs: readonly (readonly Held[])[];
  readonly skills: number;
  /** Wants, the highest level first. */
  readonly wants: readonly (readonly Held[])[];
  readonly offers: readonly (readonly Held[])[];
  /** By member and skill, `skills` a row: 1 where it is offered. */
  readonly isOffered: Uint8Array;
  readonly items: number;
  readonly purchases: readonly (readonly Held[])[];
  readonly spendYen: Float64Array;
  /** 0 to 3, or -1. */
  readonly leader: Int8Array;
  readonly tied: readonly (readonly number[])[];
  /** By member: places of the requirements it is known to meet, and of the areas it is known to serve. */
  readonly met: readonly (readonly number[])[];
  readonly served: readonly (readonly number[])[];
  readonly isAble: readonly boolean[];
  readonly load: readonly (readonly number[] | undefined)[];
  readonly workers: readonly (readonly number[] | undefined)[];
  readonly capacity: readonly (readonly number[] | undefined)[];
  readonly isLicenceUnknown: readonly boolean[];
  /** By pair, `count` a row. */
  readonly nearDam: Int32Array;
  readonly like: Uint8Array;
  readonly useful: Int32Array;
  readonly isRival: Uint8Array;
  readonly isApart: Uint8Array;
}

/** Members by the tag they hold. */
export function holdersOf(held: readonly (readonly Held[])[], tags: number): readonly (readonly number[])[] {
  const holders = Array.from({ length: tags }, (): number[] => []);
  held.forEach((each, one) => each.forEach(({ tag }) => holders[tag]?.push(one)));
  return holders;
}

/** Numbers tags as they come. */
class Numbers {
  private readonly of = new Map<string, number>();
  get count(): number {
    return this.of.size;
  }
  get tags(): readonly string[] {
    return [...this.of.keys()];
  }
  held(amounts: ReadonlyMap<string, number> | undefined): readonly Held[] {
    return [...(amounts ?? [])].map(([text, amount]) => {
      const tag = this.of.get(text) ?? this.of.size;
      this.of.set(text, tag);
      return { tag, amount };
    });
  }
}

function holdsLicence({ licences }: Member, { licence, area }: LicenceWish): boolean {
  return (licences ?? []).some(
    ([kind, heldIn]) => kind === licence && (area === undefined || heldIn === undefined || area.startsWith(heldIn)),
  );
}

const hasSkill = ({ capabilities }: Member, tag: string, level: number) => (capabilities?.get(tag) ?? 0) >= level;

/** Places of the requirements a member is known to meet. */
export function metBy(member: Member, { requirements }: Demand): readonly number[] {
  return (requirements ?? []).flatMap((one, at) => {
    const meets = one.kind === "licence" ? holdsLicence(member, one) : hasSkill(member, one.tag, one.level);
    return meets ? [at] : [];
  });
}

/** Places of the demanded areas a member is known to serve. */
export function servedBy(member: Member, { demand, terms }: Question): readonly number[] {
  const { place } = member;
  const isSkilled =
    demand.capabilities.length === 0 || demand.capabilities.some(({ tag, level }) => hasSkill(member, tag, level));
  return (demand.areas ?? []).flatMap((area, at) => {
    if (!isSkilled || place === undefined || area.place === undefined) return [];
    if (distanceDam(place, area.place) > terms.servedWithinDam) return [];
    const bearing = demand.licences.filter(
      (wish) => wish.area === undefined || area.municipality.startsWith(wish.area),
    );
    return bearing.every(({ licence }) => holdsLicence(member, { kind: "licence", licence, area: area.municipality }))
      ? [at]
      : [];
  });
}

function pairColumns(members: readonly Member[], { question, withinDam }: Instance) {
  const count = members.length;
  const { terms, law, form } = question;
  const classes = members.map(({ employees }) =>
    employees === undefined ? undefined : terms.employeeClassMax.filter((max) => employees > max).length,
  );
  const pairs = {
    nearDam: new Int32Array(count * count),
    like: new Uint8Array(count * count),
    useful: new Int32Array(count * count),
    isRival: new Uint8Array(count * count),
    isApart: new Uint8Array(count * count),
  };
  members.forEach((a, one) =>
    members.forEach((b, other) => {
      const at = one * count + other;
      if (one === other) return;
      const apart = distanceDam(a.place as Place, b.place as Place);
      const [classA, classB] = [classes[one], classes[other]];
      const trade = tradeDistance(a.industry, b.industry);
      const areInOneTown =
        a.municipality === undefined || b.municipality === undefined || a.municipality === b.municipality;
      const prefectures = [a, b].map(({ municipality }) => municipality?.slice(0, 2));
      const isOut =
        law.onePrefecture[form] !== undefined && !prefectures.includes(undefined) && prefectures[0] !== prefectures[1];
      pairs.nearDam[at] = Math.max(0, question.nearnessDam - apart);
      pairs.like[at] = classA === undefined || classB === undefined ? 0 : Math.max(0, 3 - Math.abs(classA - classB));
      pairs.useful[at] = trade.least;
      pairs.isRival[at] = trade.least === 0 && areInOneTown ? 1 : 0;
      pairs.isApart[at] = apart > withinDam || isOut ? 1 : 0;
    }),
  );
  return pairs;
}

function tiesAmong(members: readonly Member[]): readonly (readonly number[])[] {
  return members.map((a, one) =>
    members.flatMap((b, other) =>
      one !== other && (a.ties?.includes(b.id) === true || b.ties?.includes(a.id) === true) ? [other] : [],
    ),
  );
}

/** Lays an instance out in numbers. */
export function sheetOf(instance: Instance): Sheet {
  const { members, question } = instance;
  const { terms, demand } = question;
  const [issues, skills, items] = [new Numbers(), new Numbers(), new Numbers()];
  const needs = members.map((member) => issues.held(member.needs));
  const wants = members.map((member) => skills.held(member.seeks).toSorted((a, b) => b.amount - a.amount));
  const offers = members.map((member) => skills.held(member.capabilities));
  const purchases = members.map((member) => items.held(member.purchases));
  const isOffered = new Uint8Array(members.length * skills.count);
  offers.forEach((held, one) => held.forEach(({ tag }) => (isOffered[one * skills.count + tag] = 1)));
  const met = members.map((member) => metBy(member, demand));
  const nothingAsked = (demand.requirements ?? []).length === 0;
  return {
    ...{ count: members.length, question, needs, wants, offers, isOffered, purchases, met },
    weights: Object.fromEntries(question.weighed.map(({ id, weight }) => [id, weight])) as Record<ComponentId, number>,
    answers: issues.tags.map((issue) => new Map(Object.entries(terms.jointAnswers)).get(issue) ?? 1000),
    ...{ issues: issues.count, skills: skills.count, items: items.count },
    spendYen: Float64Array.from(purchases, (held) => held.reduce((sum, { amount }) => sum + amount, 0)),
    leader: Int8Array.from(members, ({ leader }) => leader ?? -1),
    tied: tiesAmong(members),
    served: members.map((member) => servedBy(member, question)),
    isAble: met.map((places) => nothingAsked || places.length > 0),
    load: members.map(({ monthlyLoad }) => monthlyLoad),
    workers: members.map(({ monthlyWorkers }) => monthlyWorkers),
    capacity: members.map(({ monthlyCapacity }) => monthlyCapacity),
    isLicenceUnknown: members.map(({ licences }) => licences === undefined),
    ...pairColumns(members, instance),
  };
}
