import { analyse, type Analysis } from "./analysis.ts";
import { memberOf } from "./member.ts";
import type { Question } from "./question.ts";
import { factsToAsk, type AskedFact } from "./reasons.ts";
import type { SnapshotBusiness } from "./snapshot.ts";
import { ownChanges, withChange, type OwnChange } from "./why-not/own-changes.ts";

/** Something to ask one business, and how much its answer could lift the group's lower bound (0 to 100,000). */
export interface CallQuestion {
  /** `purposes`: whether it wants to take part at all. */
  readonly fact: AskedFact | OwnChange["fact"];
  readonly gain: number;
  /** The component that gains most by it; null where none does. */
  readonly component: Analysis["components"][number]["id"] | null;
}

/** Whom to call and what to ask, what moves the group most first. */
export interface Call {
  readonly member: string;
  readonly questions: readonly CallQuestion[];
}

/** What is not known of a business and could turn out well; what it would have to acquire is no question. */
function learnable(
  own: SnapshotBusiness,
  others: readonly SnapshotBusiness[],
  question: Question,
): ReadonlyMap<CallQuestion["fact"], readonly OwnChange[]> {
  const byFact = new Map<CallQuestion["fact"], OwnChange[]>();
  for (const change of ownChanges(own, others, question)) {
    if (change.fact === "purposes" || own[change.fact] !== undefined) continue;
    byFact.set(change.fact, [...(byFact.get(change.fact) ?? []), change]);
  }
  return byFact;
}

/** Answers that hold at once: whom it knows may be all of them; of anything else one is tried at a time. */
function answersOf(fact: CallQuestion["fact"], changes: readonly OwnChange[]): readonly (readonly OwnChange[])[] {
  return fact === "ties" ? [changes] : changes.map((change) => [change]);
}

function gainOf(now: Analysis, then: Analysis): Omit<CallQuestion, "fact"> {
  const gains = then.components.map(({ id, weight, low }) => {
    const before = now.components.find((component) => component.id === id)?.low ?? 0;
    return { id, gain: weight * (low - before) };
  });
  const best = gains.toSorted((a, b) => b.gain - a.gain)[0];
  const gain = Math.max(0, then.lower - now.lower);
  return { gain, component: gain > 0 && best !== undefined ? best.id : null };
}

/**
 * Whom to ask what, by how much the best likely answer lifts the group, each found by scoring the group anew. What
 * lifts nothing by itself but is not known stands last.
 */
export function callsFor(businesses: readonly SnapshotBusiness[], question: Question): readonly Call[] {
  const group = businesses.map(memberOf);
  const now = analyse(group, question);
  const missing = factsToAsk(now, group, question);
  const calls = businesses.map((own): Call => {
    const others = businesses.filter(({ id }) => id !== own.id);
    const gains = new Map<CallQuestion["fact"], Omit<CallQuestion, "fact">>();
    if (own.purposes === undefined) gains.set("purposes", { gain: 0, component: null });
    for (const { fact, members } of missing)
      if (members.includes(own.id)) gains.set(fact, { gain: 0, component: null });
    for (const [fact, changes] of learnable(own, others, question)) {
      for (const answer of answersOf(fact, changes)) {
        const changed = answer.reduce((business, change) => withChange(business, change, question), own);
        const then = gainOf(now, analyse([changed, ...others].map(memberOf), question));
        if (then.gain > (gains.get(fact)?.gain ?? 0)) gains.set(fact, then);
      }
    }
    const questions = [...gains].map(([fact, gain]) => ({ fact, ...gain })).sort((a, b) => b.gain - a.gain);
    return { member: own.id, questions };
  });
  const most = ({ questions }: Call) => questions[0]?.gain ?? 0;
  return calls.filter(({ questions }) => questions.length > 0).sort((a, b) => most(b) - most(a));
}
