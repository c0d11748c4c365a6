import { distanceDam } from "../../../api/src/domain/place.ts";
import { sizePoints } from "../../../api/src/matching/components/group-size.ts";
import { sizeClassOf } from "../../../api/src/matching/components/size-likeness.ts";
import type { Member } from "../../../api/src/matching/member.ts";
import type { Question } from "../../../api/src/matching/question.ts";
import type { ComponentId, Weights } from "../../../api/src/matching/terms.ts";

/** A business with what the score of a shared issue asks of it, worked out once. */
export interface PlainBusiness {
  readonly member: Member;
  readonly needs: readonly (readonly [tag: string, level: number])[];
  /** Strongest first. */
  readonly wants: readonly (readonly [tag: string, level: number])[];
  readonly ties: ReadonlySet<string>;
  readonly sizeClass: number | undefined;
  /** Its place among the neighbours groups are being put together from. */
  slot: number;
}

interface Held {
  holders: number;
  levelSum: number;
}

const compareTags = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Prepares a business for many scores. */
export function plainBusiness(member: Member, { terms }: Question): PlainBusiness {
  return {
    member,
    needs: [...(member.needs ?? [])],
    wants: [...(member.seeks ?? [])].sort(([tagA, a], [tagB, b]) => b - a || compareTags(tagA, tagB)),
    ties: new Set(member.ties),
    sizeClass: member.employees === undefined ? undefined : sizeClassOf(member.employees, terms),
    slot: 0,
  };
}

const areTied = (a: PlainBusiness, b: PlainBusiness): boolean => a.ties.has(b.member.id) || b.ties.has(a.member.id);

/**
 * The lower bound of a group for a shared issue (COOPERATIVE), reckoned anew from its members: plain objects, no reasons,
 * nothing kept from one group to the next. It equals the analysis; the baseline checks that of what it finds.
 */
export class PlainScore {
  private readonly question: Question;
  private readonly weights: Weights;

  constructor(question: Question) {
    if (question.purpose !== "COOPERATIVE") throw new Error("The plain score knows the shared issue alone.");
    this.question = question;
    this.weights = question.terms.purposes.COOPERATIVE.weights;
  }

  lower(group: readonly PlainBusiness[], apartDam: (a: PlainBusiness, b: PlainBusiness) => number): number {
    const [first, second] = this.leaders(group);
    const { near, alike } = this.pairs(group, apartDam);
    return (
      this.weight("shared-need") * this.sharedNeed(group) +
      this.weight("complementarity") * this.wantsMet(group) +
      this.weight("nearness") * near +
      this.weight("leader") * first +
      this.weight("second-leader") * second +
      this.weight("size-likeness") * alike +
      this.weight("ties") * this.tied(group) +
      this.weight("group-size") * sizePoints(group.length)
    );
  }

  private weight(id: ComponentId): number {
    return this.weights[id] ?? 0;
  }

  private sharedNeed(group: readonly PlainBusiness[]): number {
    const held = new Map<string, Held>();
    for (const { needs } of group) {
      for (const [tag, level] of needs) {
        const known = held.get(tag);
        if (known === undefined) held.set(tag, { holders: 1, levelSum: level });
        else {
          known.holders += 1;
          known.levelSum += level;
        }
      }
    }
    let [most, next] = [0, 0];
    for (const [tag, { holders, levelSum }] of held) {
      if (holders < 2) continue;
      const press = levelSum * (this.question.terms.jointAnswers[tag] ?? 1000);
      if (press > most) [most, next] = [press, most];
      else if (press > next) next = press;
    }
    return Math.floor((7 * most) / (30 * group.length)) + Math.floor((3 * next) / (30 * group.length));
  }

  private wantsMet(group: readonly PlainBusiness[]): number {
    let points = 0;
    for (const one of group) {
      let met = 0;
      for (const [tag, level] of one.wants) {
        if (!group.some((other) => other !== one && (other.member.capabilities?.get(tag) ?? 0) > 0)) continue;
        points += Math.floor(((met === 0 ? 700 : 300) * level) / (3 * group.length));
        met += 1;
        if (met === 2) break;
      }
    }
    return points;
  }

  private leaders(group: readonly PlainBusiness[]): readonly [number, number] {
    let [first, second] = [-1, -1];
    for (const { member } of group) {
      const level = member.leader ?? -1;
      if (level > first) [first, second] = [level, first];
      else if (level > second) second = level;
    }
    const points = this.question.terms.leaderPoints;
    return [points[first] ?? 0, points[second] ?? 0];
  }

  private pairs(
    group: readonly PlainBusiness[],
    apartDam: (a: PlainBusiness, b: PlainBusiness) => number,
  ): { readonly near: number; readonly alike: number } {
    const reach = this.question.nearnessDam;
    let [near, alike] = [0, 0];
    for (let one = 0; one < group.length; one += 1) {
      for (let other = one + 1; other < group.length; other += 1) {
        const [a, b] = [group[one] as PlainBusiness, group[other] as PlainBusiness];
        near += Math.max(0, reach - apartDam(a, b));
        if (a.sizeClass !== undefined && b.sizeClass !== undefined)
          alike += Math.max(0, 3 - Math.abs(a.sizeClass - b.sizeClass));
      }
    }
    const pairs = (group.length * (group.length - 1)) / 2;
    if (pairs === 0) return { near: 0, alike: 0 };
    return { near: Math.floor((1000 * near) / (reach * pairs)), alike: Math.floor((1000 * alike) / (3 * pairs)) };
  }

  private tied(group: readonly PlainBusiness[]): number {
    let largest = 1;
    let left = group;
    while (left.length > 0) {
      const reached = new Set(left.slice(0, 1));
      for (const one of reached) left.forEach((other) => areTied(one, other) && reached.add(other));
      largest = Math.max(largest, reached.size);
      left = left.filter((one) => !reached.has(one));
    }
    return largest < 2 ? 0 : Math.floor((1000 * largest) / group.length);
  }
}

/** Distance of two businesses in decametres. */
export function apartOf(a: PlainBusiness, b: PlainBusiness): number {
  if (a.member.place === undefined || b.member.place === undefined) throw new Error("A business without a place.");
  return distanceDam(a.member.place, b.member.place);
}
