import type { Purpose } from "#domain/purpose.ts";
import { analyse } from "#matching/analysis.ts";
import type { Member } from "#matching/member.ts";
import type { Question, WeighedComponent } from "#matching/question.ts";
import { motleyBusinesses } from "./motley-businesses.ts";
import { motleyDemand } from "./motley-searches.ts";
import { openTrial, type OpenTrial } from "./open-trial.ts";
import { ask, terms } from "./questions.ts";
import { drawFrom, type Draw } from "./random-snapshot.ts";

/** Businesses of a population; of one in twenty so many that groups of up to fifty are compared. */
const [SIZE, LARGE_SIZE] = [14, 56];

/** Members of a group at most, in such a population. */
const [MEMBERS_MAX, LARGE_MEMBERS_MAX] = [13, 50];

/** Groups compared in one population. */
const GROUPS_A_POPULATION = 60;

/** Everyone who may join is compared after one change in so many. */
const WEIGHED_ONE_IN = 5;

/** The farthest two neighbours of such a population are put apart, so that everyone lies within reach of everyone. */
const APART_MAX_DAM = 1_500;

/** A population of which everyone may be in a group with everyone, and a question of it. */
export function placedPopulation(draw: Draw, purpose: Purpose, size: number) {
  const reachDam = Math.min(terms.purposes[purpose].withinDam, APART_MAX_DAM);
  const businesses = motleyBusinesses(draw, { size, reachDam, isPlaced: true });
  return { businesses, question: ask(purpose, purpose === "SHARED_ORDERS" ? motleyDemand(draw, businesses) : {}) };
}

/** The lower bound by definition; -1, as the engine has it below nothing, where a demanded licence is held by nobody. */
export function definedWorth(group: readonly Member[], question: Question): number {
  const { lower, rules } = analyse(group, question);
  return rules.some(({ id, verdict }) => id === "H5" && verdict === "fail") ? -1 : lower;
}

/**
 * The question of every second population; of the others, as if one component after the other were all of it: a bound that
 * is too low then shows, however loose the others are.
 */
function questionOf(whole: Question, seed: number): Question {
  if (seed % 2 === 0) return whole;
  const { id } = whole.weighed[((seed - 1) / 2) % whole.weighed.length] as WeighedComponent;
  return { ...whole, weighed: [{ id, weight: 100 }] };
}

/** Random groups of one population, changed member by member and held against the definition. */
class Comparison {
  compared = 0;
  private readonly inside = new Set<number>();
  private readonly draw: Draw;
  private readonly question: Question;
  private readonly trial: OpenTrial;
  private best: number | undefined;

  constructor(draw: Draw, question: Question, trial: OpenTrial) {
    this.draw = draw;
    this.question = question;
    this.trial = trial;
  }

  /** Lets somebody join or leave; of those who join every second is the best there is, so that good groups come about. */
  change(membersMax: number): void {
    const { inside, draw, trial } = this;
    const leaves = inside.size > 0 && (inside.size >= membersMax || draw(5) < 2);
    const anyone = draw(2) === 0 ? (this.best ?? 0) : draw(trial.members.length);
    const slot = leaves ? ([...inside][draw(inside.size)] as number) : anyone;
    this.best = undefined;
    if (inside.delete(slot)) trial.remove(slot);
    else {
      inside.add(slot);
      trial.add(slot);
    }
  }

  compareGroup(): void {
    if (this.inside.size > 0) this.compare(this.trial.worth());
  }

  compareEveryNext(): void {
    const all = [...this.trial.worthWith()];
    for (const [next, worth] of all) this.compare(worth, next);
    this.best = all.toSorted(([, a], [, b]) => b - a)[0]?.[0];
  }

  private compare(running: number, ...next: readonly number[]): void {
    const slots = [...this.inside, ...next];
    const defined = definedWorth(
      slots.map((slot) => this.trial.members[slot] as Member),
      this.question,
    );
    const told = `${this.question.weighed.map(({ id }) => id).join()}: ${slots.map((slot) => this.trial.members[slot]?.id).join()}`;
    if (Math.max(-1, running) !== defined) throw new Error(`${told}: ${running}, by definition ${defined}`);
    const bound = Math.max(...slots.map(this.trial.boundOf));
    if (defined > bound) throw new Error(`${told}: ${defined}, but nobody's bound is above ${bound}`);
    this.compared += 1;
  }
}

/**
 * Compares what the engine says of random groups of one population with the definition, and with the bounds of their
 * members; throws where they differ. @returns how many groups were compared
 */
export function comparePopulation(purpose: Purpose, seed: number): number {
  const draw = drawFrom(seed);
  const isLarge = draw(20) === 0;
  const { businesses, question: whole } = placedPopulation(draw, purpose, isLarge ? LARGE_SIZE : SIZE);
  const question = questionOf(whole, seed);
  const comparison = new Comparison(draw, question, openTrial(businesses, question));
  // A large group comes about by many changes; only some of them are looked at.
  const changes = isLarge ? 5 : 1;
  for (let round = 1; comparison.compared < GROUPS_A_POPULATION; round += 1) {
    for (let each = 0; each < changes; each += 1) comparison.change(isLarge ? LARGE_MEMBERS_MAX : MEMBERS_MAX);
    comparison.compareGroup();
    if (round % WEIGHED_ONE_IN === 0) comparison.compareEveryNext();
  }
  return comparison.compared;
}

/** Compares at least so many groups of a purpose; throws, naming the population, where the engine errs. */
export function compareGroups(purpose: Purpose, groups: number): number {
  let compared = 0;
  for (let seed = 1; compared < groups; seed += 1) {
    try {
      compared += comparePopulation(purpose, seed);
    } catch (error) {
      throw new Error(`${purpose}, population ${seed}`, { cause: error });
    }
  }
  return compared;
}
