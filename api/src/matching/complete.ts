import { distanceDam } from "#domain/place.ts";
import { analyse, groupOf, type Analysis } from "./analysis.ts";
import { idsOf } from "./component.ts";
import { fulfils, missingIn, type Missing } from "./missing.ts";
import { apartReason } from "./meeting.ts";
import type { Group, Member } from "./member.ts";
import type { Question } from "./question.ts";
import { compareRank } from "./rank.ts";
import type { RuleResult } from "./rule.ts";
import { isLawful, judge } from "./rule-registry.ts";
import { eligibleOf, type SearchPlan } from "./search-plan.ts";

/** A smallest set of further members, and the group they make with those who are there. */
export interface Completion {
  /** Ids sorted as UTF-8 bytes. */
  readonly added: readonly string[];
  readonly analysis: Analysis;
}

/** Who is missing in a group. */
export interface GroupCompletion {
  readonly missing: Missing;
  /** Rules that fail whoever is added: the group itself has to change. */
  readonly failing: readonly RuleResult[];
  /** Fewest members first, then as groups rank; none could leave one of its members out. */
  readonly completions: readonly Completion[];
  /** Groups analysed. */
  readonly examined: number;
}

/** Further sets looked for once so many are found, only of the same number of members. */
const ALTERNATIVES_MIN = 3;

/** Members looked for at most: who lacks more is at another stage than asking who is missing. */
const ADDED_MAX = 8;

/** Candidates who may join tried one by one at most, the nearest to the group first. */
const CANDIDATES_MAX = 3_000;

/** Candidates tried for one wish at most, the best with the group first; with fewer nothing is left untried. */
const HOLDERS_MAX = 24;

/** Sets tried for places that anybody can fill, at most so many: they decide among how many candidates to choose. */
const FILLINGS_MAX = 5_000;

/** Sets analysed at most, and steps taken towards them, of each number of members: a second or two; the best holders first. */
const [SETS_MAX, STEPS_MAX] = [20_000, 200_000];

interface Candidate {
  readonly member: Member;
  /** Missing wishes it meets, by place. */
  readonly meets: ReadonlySet<number>;
  readonly lower: number;
}

/** How many candidates to choose so many of, that not more sets than allowed come of it. */
function choosableAmong(chosen: number): number {
  if (chosen <= 1) return FILLINGS_MAX;
  let among = chosen;
  for (let sets = 1; sets <= FILLINGS_MAX; among += 1) sets = (sets * (among + 1)) / (among + 1 - chosen);
  return among - 1;
}

/** One question of who is missing while it is answered. */
class Completing {
  examined = 0;
  private readonly group: Group;
  private readonly plan: SearchPlan;
  private readonly missing: Missing;
  private readonly candidates: readonly Candidate[];

  constructor(group: Group, plan: SearchPlan, missing: Missing) {
    this.group = group;
    this.plan = plan;
    this.missing = missing;
    this.candidates = this.joining();
  }

  private analyse(added: readonly Member[]): Analysis {
    this.examined += 1;
    return analyse([...this.group, ...added], this.plan.question);
  }

  private mayMeet(a: Member, b: Member): boolean {
    return apartReason(a, b, this.plan) === undefined;
  }

  /** Everyone who may join the group, the best with it first. */
  private joining(): readonly Candidate[] {
    const { question } = this.plan;
    const inside = new Set(idsOf(this.group));
    const farthest = ({ place }: Member) =>
      Math.max(0, ...this.group.map((one) => (place && one.place ? distanceDam(place, one.place) : 0)));
    return eligibleOf(this.plan)
      .filter((member) => !inside.has(member.id) && this.group.every((one) => this.mayMeet(one, member)))
      .map((member) => ({ member, away: farthest(member) }))
      .sort((a, b) => a.away - b.away)
      .slice(0, CANDIDATES_MAX)
      .map(({ member }) => ({
        member,
        meets: new Set(this.missing.wishes.flatMap((wish, place) => (fulfils(member, wish, question) ? [place] : []))),
        analysis: this.analyse([member]),
      }))
      .sort((a, b) => compareRank(a.analysis, b.analysis))
      .map(({ member, meets, analysis }) => ({ member, meets, lower: analysis.lower }));
  }

  /** The lawful groups that so many further members complete, of which none can be left out. */
  ofSize(size: number): readonly Completion[] {
    if (this.missing.wishes.some((_, place) => this.holdersOf(place).length === 0)) return [];
    const found = new Map<string, Completion>();
    const most = Math.max(0, ...this.candidates.map(({ meets }) => meets.size));
    let [steps, analysed] = [0, 0];
    const fillers = this.candidates.slice(0, choosableAmong(size));
    const extend = (added: readonly Candidate[], unmet: readonly number[], from: number) => {
      const left = size - added.length;
      if (analysed >= SETS_MAX || steps >= STEPS_MAX || unmet.length > left * most) return;
      steps += 1;
      if (left === 0) {
        if (unmet.length > 0 || !this.isLeast(added)) return;
        analysed += 1;
        this.take(added, found);
        return;
      }
      const next = unmet[0] === undefined ? fillers.slice(from) : this.holdersOf(unmet[0]);
      next.forEach((candidate, at) => {
        if (added.includes(candidate) || !added.every(({ member }) => this.mayMeet(member, candidate.member))) return;
        const still = unmet.filter((wish) => !candidate.meets.has(wish));
        extend([...added, candidate], still, unmet[0] === undefined ? from + at + 1 : 0);
      });
    };
    extend(
      [],
      this.missing.wishes.map((_, place) => place),
      0,
    );
    return [...found.values()].sort((a, b) => compareRank(a.analysis, b.analysis));
  }

  private holdersOf(wish: number): readonly Candidate[] {
    return this.candidates.filter(({ meets }) => meets.has(wish)).slice(0, HOLDERS_MAX);
  }

  /** Whether each is needed: for the number of members, or for a wish no other of them meets. */
  private isLeast(added: readonly Candidate[]): boolean {
    if (added.length <= (this.missing.members ?? 0)) return true;
    return added.every((one) =>
      [...one.meets].some((wish) => added.every((other) => other === one || !other.meets.has(wish))),
    );
  }

  private take(added: readonly Candidate[], found: Map<string, Completion>): void {
    const ids = idsOf(groupOf(added.map(({ member }) => member)));
    const key = ids.join("\n");
    if (found.has(key)) return;
    const analysis = this.analyse(added.map(({ member }) => member));
    if (isLawful(analysis.rules)) found.set(key, { added: ids, analysis });
  }
}

/** Rules of a group that no further member can mend: all but the number of members and the licences demanded. */
function failingWhoeverJoins(group: Group, question: Question): readonly RuleResult[] {
  return judge(group, question).filter(({ id, verdict }) => verdict === "fail" && id !== "H1" && id !== "H5");
}

/**
 * Says who is missing in a group: the smallest sets of further members with whom it has as many as its form needs, and
 * somebody for sure for everything demanded. Exact where few may join; among many the best with the group are tried.
 */
export function completeGroup(members: readonly Member[], plan: SearchPlan): GroupCompletion {
  const group = groupOf(members);
  const missing = missingIn(group, plan.question);
  const failing = failingWhoeverJoins(group, plan.question);
  const completions: Completion[] = [];
  const lacking = missing.members ?? 0;
  if (failing.length > 0 || (lacking === 0 && missing.wishes.length === 0))
    return { missing, failing, completions, examined: 0 };
  const completing = new Completing(group, plan, missing);
  const most = Math.min(ADDED_MAX, plan.membersMax - group.length);
  for (let size = Math.max(1, lacking); size <= most; size += 1) {
    completions.push(...completing.ofSize(size));
    if (completions.length >= ALTERNATIVES_MIN) break;
  }
  return { missing, failing, completions: completions.slice(0, plan.top), examined: completing.examined };
}
